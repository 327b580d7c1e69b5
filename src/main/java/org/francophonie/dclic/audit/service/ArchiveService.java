package org.francophonie.dclic.audit.service;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.francophonie.dclic.audit.domain.Purge;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingService;
import org.francophonie.dclic.platform.start.Platform;
import org.francophonie.dclic.platform.start.SigningKey;
import org.francophonie.dclic.platform.text.Sha256;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the trail as long as the rule says: older months go to files, one each, and are dropped. Values about people stay
 * encrypted there under the keys of these people: whoever is erased later is erased in the archive, too.
 */
@Service
public class ArchiveService {
    private final Purges purges;
    private final SigningKey key;
    private final SettingService settings;
    private final Trail trail;
    private final Clock clock;
    private final Path folder;
    private final TransactionTemplate transaction;

    ArchiveService(
            Purges purges,
            SigningKey key,
            SettingService settings,
            Trail trail,
            Platform platform,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.purges = purges;
        this.key = key;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
        folder = platform.auditArchive().orElse(platform.dataFolder().resolve("audit-archive"));
        transaction = new TransactionTemplate(transactions);
    }

    /**
     * A month of the trail.
     *
     * @param about how many events, as the database estimates it; exact for what was archived
     * @param isDue older than the rule, and dropped at the next round
     * @param archive name of the file, when it is there no more
     */
    public record Month(LocalDate first, long about, boolean isDue, Optional<Archived> archive) {}

    /** Where a month went. */
    public record Archived(String file, String sha256, Instant at) {}

    /** Newest first. */
    @Requires(Right.READ_AUDIT)
    public List<Month> months() {
        var months = new ArrayList<Month>();
        purges.all().forEach(signed -> months.add(archived(signed.purge())));
        var oldest = oldestKept();
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        purges.present().stream()
                .filter(month -> !month.first().isAfter(today))
                .forEach(month -> months.add(
                        new Month(month.first(), month.about(), month.first().isBefore(oldest), Optional.empty())));
        return months.reversed();
    }

    private static Month archived(Purge purge) {
        return new Month(
                purge.month(),
                purge.events(),
                false,
                Optional.of(new Archived(purge.archive(), HexFormat.of().formatHex(purge.sha256()), purge.at())));
    }

    private LocalDate oldestKept() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC))
                .withDayOfMonth(1)
                .minusMonths(settings.value(Setting.AUDIT_MONTHS));
    }

    /** Archives and drops the months that are due, the oldest first. */
    @Requires(Right.ARCHIVE_AUDIT)
    public List<LocalDate> archive() {
        var done = new ArrayList<LocalDate>();
        var oldest = oldestKept();
        for (var month : purges.present()) {
            if (!month.first().isBefore(oldest)) break;
            if (!archive(month.first())) break;
            done.add(month.first());
        }
        return done;
    }

    /** False when another node is at it, or the month is not wholly sealed. */
    private boolean archive(LocalDate month) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var end = month.plusMonths(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            if (!purges.lock() || !purges.isSealedBefore(end)) return false;
            var file = write(month);
            long upTo = purges.upTo(month);
            var purge = new Purge(
                    month,
                    upTo,
                    Purge.write(purges.straddling(month, upTo)),
                    file.events(),
                    file.name(),
                    file.sha256(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            purges.drop(purge, key.sign(purge.root()));
            trail.record(AuditEntry.command(Right.ARCHIVE_AUDIT)
                    .named("archive")
                    .on("Month", month)
                    .change("events", purge.events(), 0)
                    .change("archive", null, purge.archive())
                    .change("sha256", null, HexFormat.of().formatHex(purge.sha256())));
            return true;
        }));
    }

    private record Written(String name, long events, byte[] sha256) {}

    /** Under another name until it is whole; the same month again writes the same file again. */
    private Written write(LocalDate month) {
        var name = "audit-" + month.toString().substring(0, 7) + ".jsonl.gz";
        try {
            Files.createDirectories(folder);
            var part = Files.createTempFile(folder, "audit-", ".part");
            try {
                var digest = Sha256.fresh();
                long events;
                try (var to = new BufferedWriter(new OutputStreamWriter(
                        new GZIPOutputStream(new DigestOutputStream(Files.newOutputStream(part), digest)),
                        StandardCharsets.UTF_8))) {
                    events = purges.write(month, to);
                }
                Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                return new Written(name, events, digest.digest());
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
