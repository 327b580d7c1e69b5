package org.francophonie.dclic.audit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import javax.sql.DataSource;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.audit.Verification;
import org.francophonie.dclic.audit.Verification.Finding;
import org.francophonie.dclic.audit.Verification.Kind;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.settings.SettingService;
import org.francophonie.dclic.platform.start.DatabaseRoles;
import org.francophonie.dclic.platform.start.Platform;
import org.francophonie.dclic.platform.start.SigningKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A trail of years, in a database of its own: old months go to files, and nobody can pretend that others did. */
@Requirement({"F-130", "F-152"})
class ArchiveTest extends PlatformTest {
    private static final LocalDate THIS_MONTH = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
    private static final LocalDate OLD = THIS_MONTH.minusMonths(40);
    private static final LocalDate NEXT = OLD.plusMonths(1);
    private static final LocalDate KEPT = THIS_MONTH.minusMonths(30);

    private static int databases;

    @TempDir
    Path folder;

    @Autowired
    private SigningKey key;

    @Autowired
    private SettingService settings;

    @Autowired
    private Platform platform;

    private DataSource application;
    private JdbcClient superuser;
    private Purges purges;
    private RootFile roots;

    private final Trail silent = new Trail() {
        @Override
        public void record(AuditEntry entry) {
            // this trail is another one's
        }

        @Override
        public void recordApart(AuditEntry entry) {
            // this trail is another one's
        }

        @Override
        public void recordRead(AuditEntry entry) {
            // this trail is another one's
        }
    };

    /** Two old months whose border one block straddles, one that is kept, and today. */
    @BeforeEach
    void aTrailOfYears() {
        var name = "archive" + ++databases;
        makeDatabase(name);
        application = database(name, DatabaseRoles.LOGIN);
        superuser = JdbcClient.create(database(name, "postgres"));
        purges = new Purges(JdbcClient.create(application));
        roots = new RootFile(elsewhere());
        for (var month : List.of(OLD, NEXT, KEPT))
            superuser
                    .sql("select audit.make_month(?)")
                    .param(month)
                    .query((_, _) -> true)
                    .single();

        event(at(OLD.plusDays(3)));
        event(at(OLD.plusDays(3)).plusSeconds(1));
        seal(at(OLD.plusDays(3)).plusSeconds(4));
        event(at(NEXT).minusSeconds(2));
        event(at(NEXT).plusSeconds(1));
        seal(at(NEXT).plusSeconds(5));
        event(at(NEXT.plusDays(9)));
        seal(at(NEXT.plusDays(9)).plusSeconds(3));
        event(at(KEPT.plusDays(1)));
        seal(at(KEPT.plusDays(1)).plusSeconds(3));
        event(Instant.now().minusSeconds(5));
        seal(Instant.now());
        assertThat(verify().findings()).isEmpty();
    }

    private Platform elsewhere() {
        return platform(Platform.Environment.TEST, folder, Optional.empty());
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** As it would have been written then: only a superuser can pretend. */
    private UUID event(Instant at) {
        var id = UUID.randomUUID();
        tamper(
                "insert into audit.audit_event (id, at, nature, outcome, subject_ids, node, operation_id, row_hash, address)"
                        + " values ('" + id + "', '" + Timestamp.from(at).toInstant()
                        + "', 'SYSTEM', 'DONE', '{}', 'n', gen_random_uuid(), '', '41.82.7.9');"
                        + " update audit.audit_event e set row_hash = sha256(audit.canonical(e)) where id = '" + id
                        + "'");
        return id;
    }

    private void tamper(String statements) {
        superuser
                .sql("set session_replication_role = replica; " + statements
                        + "; set session_replication_role = origin")
                .update();
    }

    private Chain chain() {
        return new Chain(JdbcClient.create(application));
    }

    private void seal(Instant now) {
        new Sealer(chain(), key, roots, Clock.fixed(now, ZoneOffset.UTC), new DataSourceTransactionManager(application))
                .round();
    }

    private Verification verify() {
        return new VerificationService(chain(), purges, key, roots, silent).verify();
    }

    private ArchiveService archives() {
        return new ArchiveService(
                purges,
                key,
                settings,
                silent,
                elsewhere(),
                Clock.systemUTC(),
                new DataSourceTransactionManager(application));
    }

    private List<Kind> kinds() {
        return verify().findings().stream().map(Finding::kind).toList();
    }

    @Test
    void months_older_than_the_rule_go_to_files_and_the_rest_of_the_trail_is_sound() throws Exception {
        var archives = archives();
        assertThat(archives.months())
                .filteredOn(ArchiveService.Month::isDue)
                .extracting(ArchiveService.Month::first)
                .containsExactly(NEXT, OLD);

        assertThat(archives.archive()).containsExactly(OLD, NEXT);

        assertThat(verify().findings()).isEmpty();
        assertThat(superuser
                        .sql("select count(*) from audit.audit_event")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(archives.archive()).as("nothing is left to do").isEmpty();
        var old = archives.months().stream()
                .filter(month -> month.first().equals(OLD))
                .findFirst()
                .orElseThrow();
        var archived = old.archive().orElseThrow();
        assertThat(old.about()).isEqualTo(3);
        var file = folder.resolve("audit-archive").resolve(archived.file());
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file))))
                .isEqualTo(archived.sha256());
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            assertThat(lines.lines()).hasSize(3).allMatch(line -> line.contains("\"row_hash\""));
        }
        try (var left = Files.list(folder.resolve("audit-archive"))) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void what_is_dropped_without_the_signature_of_the_platform_is_found_out() {
        archives().archive();
        tamper("delete from audit.audit_event where at >= '" + at(KEPT) + "' and at < '" + at(KEPT.plusMonths(1))
                + "'");
        assertThat(kinds()).containsExactly(Kind.EVENT_MISSING);

        tamper("delete from audit.block_leaves where n = 4");
        assertThat(kinds()).contains(Kind.BLOCK_CHANGED);

        tamper("update audit.purge set up_to = 4 where month = '" + NEXT + "'");
        assertThat(kinds()).contains(Kind.PURGE_CHANGED, Kind.BLOCK_CHANGED);
    }

    @Test
    void nothing_is_put_into_the_place_of_what_was_dropped() {
        archives().archive();
        var forged = event(at(OLD.plusDays(3)));
        tamper("update audit.audit_event set xid = '3' where id = '" + forged
                + "'; update audit.audit_event e set row_hash = sha256(audit.canonical(e)) where id = '" + forged
                + "'");

        assertThat(verify().findings()).contains(new Finding(Kind.EVENT_ADDED, 1, Optional.of(forged)));
    }

    @Test
    void an_event_of_the_block_at_the_border_is_missed_when_its_month_is_kept() {
        tamper("delete from audit.audit_event where at >= '" + at(NEXT) + "' and at < '" + at(NEXT).plusSeconds(10)
                + "'");

        assertThat(kinds()).containsExactly(Kind.EVENT_MISSING);
    }

    @Test
    void the_platform_itself_drops_no_month_that_is_not_archived_or_is_young_and_no_leaves() {
        var sql = JdbcClient.create(application);

        assertThatThrownBy(() -> drop(sql, OLD))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("not archived");
        assertThatThrownBy(() -> drop(sql, THIS_MONTH.minusMonths(2))).hasMessageContaining("kept");
        assertThatThrownBy(() ->
                        sql.sql("delete from audit.block_leaves where n = 1").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> sql.sql("delete from audit.purge").update()).isInstanceOf(DataAccessException.class);
    }

    private static void drop(JdbcClient sql, LocalDate month) {
        sql.sql("select audit.purge_month(?)")
                .param(month)
                .query((_, _) -> true)
                .single();
    }

    @Test
    void a_month_that_is_not_wholly_sealed_waits() {
        superuser.sql("truncate audit.block cascade").update();

        assertThat(archives().archive()).isEmpty();
    }

    @Test
    void after_three_months_an_address_tells_its_network_alone_and_the_trail_stays_sound() {
        assertThat(purges.cutAddresses()).isEqualTo(6);
        assertThat(purges.cutAddresses()).isZero();

        assertThat(superuser
                        .sql("select address::text from audit.audit_event order by at")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "41.82.7.0/24",
                        "41.82.7.0/24",
                        "41.82.7.0/24",
                        "41.82.7.0/24",
                        "41.82.7.0/24",
                        "41.82.7.0/24",
                        "41.82.7.9/32");
        assertThat(verify().findings()).isEmpty();
    }
}
