package org.francophonie.dclic.audit.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.francophonie.dclic.platform.start.Secrets;

/**
 * A month of the trail that was archived and dropped by the rule.
 *
 * @param month its first day
 * @param upTo blocks up to this one cover nothing that remains
 * @param straddling ids of events of the month that later blocks cover
 * @param events how many there were
 * @param archive name of the file
 * @param sha256 of the file
 */
public record Purge(
        LocalDate month, long upTo, byte[] straddling, long events, String archive, byte[] sha256, Instant at) {
    private static final int ID = 16;

    public Purge {
        straddling = straddling.clone();
        sha256 = sha256.clone();
    }

    /** What is signed: SHA-256 of everything above, as text in that order, the instant in microseconds. */
    public byte[] root() {
        var hex = HexFormat.of();
        var text = String.join(
                "|",
                month.toString(),
                String.valueOf(upTo),
                hex.formatHex(straddling),
                String.valueOf(events),
                archive,
                hex.formatHex(sha256),
                String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, at)));
        return Secrets.fingerprint(text.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] write(List<UUID> ids) {
        var bytes = ByteBuffer.allocate(ids.size() * ID);
        ids.forEach(id -> bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
        return bytes.array();
    }

    public Set<UUID> straddlingIds() {
        var bytes = ByteBuffer.wrap(straddling);
        var ids = new HashSet<UUID>();
        while (bytes.remaining() >= ID) ids.add(new UUID(bytes.getLong(), bytes.getLong()));
        return ids;
    }
}
