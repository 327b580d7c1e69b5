package org.francophonie.dclic.audit.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.francophonie.dclic.platform.start.Secrets;

/**
 * One link of the chain of the trail: the events of all transactions from one number up to another, and the root of the link
 * before.
 *
 * @param n counts from 1 without a gap
 * @param cluster the database system whose transaction numbers these are
 * @param eraAt from which instant on transaction numbers are those of this era
 * @param from number of the first transaction
 * @param to number of the first transaction that is not in it any more
 * @param events how many there are
 * @param leavesHash SHA-256 of their ids and hashes
 * @param previous root of the block before
 */
public record Block(
        long n,
        long cluster,
        Instant eraAt,
        long from,
        long to,
        Instant sealedAt,
        int events,
        byte[] leavesHash,
        byte[] previous) {
    private static final byte[] NOTHING_BEFORE = new byte[32];

    public Block {
        leavesHash = leavesHash.clone();
        previous = previous.clone();
    }

    /** What stands before the first block. */
    public static byte[] nothingBefore() {
        return NOTHING_BEFORE.clone();
    }

    /** SHA-256 of everything the block says, as text in the order of its parts, instants in microseconds. */
    public byte[] root() {
        var hex = HexFormat.of();
        var text = String.join(
                "|",
                String.valueOf(n),
                String.valueOf(cluster),
                micros(eraAt),
                String.valueOf(from),
                String.valueOf(to),
                micros(sealedAt),
                String.valueOf(events),
                hex.formatHex(leavesHash),
                hex.formatHex(previous));
        return Secrets.fingerprint(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String micros(Instant at) {
        return String.valueOf(ChronoUnit.MICROS.between(Instant.EPOCH, at));
    }
}
