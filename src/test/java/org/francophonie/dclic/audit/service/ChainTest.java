package org.francophonie.dclic.audit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.audit.Verification;
import org.francophonie.dclic.audit.Verification.Finding;
import org.francophonie.dclic.audit.Verification.Kind;
import org.francophonie.dclic.platform.start.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The trail is sealed by itself, and whoever tampers with it, even as superuser of the database, is found out. */
@Requirement({"F-129", "F-130"})
class ChainTest extends PlatformTest {
    @Autowired
    private Sealer sealer;

    @Autowired
    private VerificationService verifications;

    @Autowired
    private Platform platform;

    @Autowired
    private PlatformTransactionManager transactions;

    private final JdbcClient superuser = superuser();

    private record Event(UUID id, long block) {}

    /** Three events in a block of their own, and one more block after it. */
    private List<Event> events;

    @BeforeEach
    void seal() throws Exception {
        do { // the platform seals every three seconds by itself, perhaps in the midst of them
            sealer.round();
            somebody("MENTOR");
            sealer.round();
            events = sql.sql("select substring(leaves from 48 * i + 1 for 16) as id, n from audit.block_leaves,"
                            + " generate_series(0, 2) i where n = (select max(n) from audit.block)"
                            + " and length(leaves) >= 3 * 48 order by i")
                    .query((row, _) -> new Event(uuid(row.getBytes("id")), row.getLong("n")))
                    .list();
        } while (events.isEmpty());
        somebody("LEARNER_A");
        sealer.round();
        assertThat(verify().isSound()).isTrue();
    }

    private static UUID uuid(byte[] bytes) {
        var buffer = java.nio.ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private Verification verify() throws Exception {
        return asPlatform(verifications::verify);
    }

    /** Without triggers, as only a superuser can, and at once: the platform seals every three seconds by itself. */
    private void tamper(String... statements) {
        superuser
                .sql("set session_replication_role = replica; " + String.join("; ", statements)
                        + "; set session_replication_role = origin")
                .update();
    }

    private Event event() {
        return events.get(1);
    }

    private void isFoundIn(Kind kind, Event event, String tampering, String putBack) throws Exception {
        tamper(tampering);
        try {
            assertThat(verify().findings())
                    .as(tampering)
                    .contains(new Finding(kind, event.block(), Optional.of(event.id())));
        } finally {
            tamper(putBack);
        }
        assertThat(verify().isSound()).as("put back").isTrue();
    }

    @Test
    void the_next_look_seals_what_finished_transactions_wrote_and_nothing_of_those_under_way() throws Exception {
        var before = verify();
        var written = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var number = new AtomicLong();
        var open = Thread.ofPlatform().start(() -> new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            sql.sql("insert into audit.audit_event (id, nature, outcome, subject_ids, node, operation_id)"
                            + " values (gen_random_uuid(), 'SYSTEM', 'DONE', '{}', 'test', gen_random_uuid())")
                    .update();
            number.set(sql.sql("select pg_current_xact_id()::text::bigint")
                    .query(Long.class)
                    .single());
            written.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        written.await();
        somebody("LEARNER_A"); // finished, although the one before it is not
        sealer.round();
        assertThat(sql.sql("select max(to_xid::text::bigint) from audit.block")
                        .query(Long.class)
                        .single())
                .as("no block reaches beyond a transaction under way: its rows would be lost between blocks")
                .isLessThanOrEqualTo(number.get());

        go.countDown();
        open.join();
        sealer.round();

        var after = verify();
        assertThat(after.events()).isGreaterThan(before.events() + 1);
        assertThat(after.isSound()).isTrue();
        assertThat(sql.sql("select count(*) from audit.audit_event")
                        .query(Long.class)
                        .single())
                .as("every event is covered, or is of the last seconds")
                .isBetween(after.events(), after.events() + after.unsealed() + 5);
    }

    @Test
    void an_event_that_was_edited_is_found_even_when_its_hash_was_made_anew() throws Exception {
        var id = event().id();
        isFoundIn(
                Kind.EVENT_CHANGED,
                event(),
                "update audit.audit_event set reason = 'nothing happened' where id = '" + id + "'",
                "update audit.audit_event set reason = null where id = '" + id + "'");
        tamper("create table audit.kept as select row_hash from audit.audit_event where id = '" + id + "'");
        isFoundIn(
                Kind.EVENT_CHANGED,
                event(),
                "update audit.audit_event e set reason = 'nothing happened' where id = '" + id
                        + "'; update audit.audit_event e set row_hash = sha256(audit.canonical(e)) where id = '" + id
                        + "'",
                "update audit.audit_event set reason = null, row_hash = (select row_hash from audit.kept) where id = '"
                        + id + "'");
        tamper("drop table audit.kept");
    }

    @Test
    void an_event_that_is_gone_added_back_dated_or_changed_places_is_found() throws Exception {
        var id = event().id();
        var keep = "create table audit.kept as select * from audit.audit_event where id = '" + id + "'";
        var gone = "delete from audit.audit_event where id = '" + id + "'";
        var back = gone + "; insert into audit.audit_event select * from audit.kept";
        tamper(keep);
        isFoundIn(Kind.EVENT_MISSING, event(), gone, back);
        isFoundIn(
                Kind.EVENT_CHANGED,
                event(),
                "update audit.audit_event set at = at - interval '3 hours' where id = '" + id + "'",
                back);
        var first = events.getFirst().id();
        var swap = "update audit.audit_event a set at = b.at from audit.audit_event b where (a.id, b.id) in (('" + id
                + "', '" + first + "'), ('" + first + "', '" + id + "'))";
        tamper(swap);
        assertThat(verify().findings())
                .extracting(finding -> finding.event().orElseThrow())
                .containsExactlyInAnyOrder(id, first);
        tamper(swap);
        assertThat(verify().isSound()).isTrue();
        tamper("drop table audit.kept");

        var added = UUID.randomUUID();
        tamper("insert into audit.audit_event select * from json_populate_record(null::audit.audit_event, (select"
                + " to_jsonb(e) || jsonb_build_object('id', '" + added + "') from audit.audit_event e where id = '" + id
                + "')::json)");
        assertThat(verify().findings())
                .containsExactly(new Finding(Kind.EVENT_ADDED, event().block(), Optional.of(added)));
        tamper("delete from audit.audit_event where id = '" + added + "'");
        assertThat(verify().isSound()).isTrue();
    }

    @Test
    void an_event_of_a_made_up_transaction_or_of_a_made_up_year_is_found() throws Exception {
        var like = "insert into audit.audit_event select * from json_populate_record(null::audit.audit_event, (select"
                + " to_jsonb(e) || %s from audit.audit_event e where id = '" + event().id() + "')::json)";
        var future = UUID.randomUUID();
        tamper(like.formatted("jsonb_build_object('id', '" + future + "', 'xid', '4611686018427387904')"));
        assertThat(verify().findings())
                .extracting(Finding::kind, finding -> finding.event().orElseThrow())
                .containsExactly(org.assertj.core.api.Assertions.tuple(Kind.EVENT_UNSEALED, future));
        tamper("delete from audit.audit_event where id = '" + future + "'");

        var past = UUID.randomUUID();
        tamper(
                like.formatted("jsonb_build_object('id', '" + past
                        + "', 'xid', pg_current_xact_id()::text, 'at', now() - interval '1 year')"),
                "update audit.audit_event e set row_hash = sha256(audit.canonical(e)) where id = '" + past + "'");
        sealer.round();
        assertThat(verify().findings())
                .extracting(Finding::kind, finding -> finding.event().orElseThrow())
                .as("the honest sealer signed it, and says so")
                .containsExactly(org.assertj.core.api.Assertions.tuple(Kind.EVENT_MISDATED, past));
        forget(past);
    }

    /** So that the other tests find a sound chain: as if the block with it had never been. */
    private void forget(UUID id) throws Exception {
        long n = superuser
                .sql(
                        "select n from audit.block_leaves where position(decode(replace(?, '-', ''), 'hex') in leaves) > 0")
                .param(id.toString())
                .query(Long.class)
                .single();
        tamper("delete from audit.audit_event where id = '" + id + "'");
        forgetFrom(n);
    }

    private void forgetFrom(long n) throws Exception {
        tamper("delete from audit.block_leaves where n >= " + n, "delete from audit.block where n >= " + n);
        var file = platform.dataFolder().resolve("audit-roots.txt");
        Files.write(
                Path.of(file.toString()),
                Files.readAllLines(file).stream()
                        .filter(line -> Long.parseLong(line.split(" ")[0]) < n)
                        .toList());
        sealer.round();
        assertThat(verify().isSound()).isTrue();
    }

    @Test
    void a_backlog_of_many_events_is_sealed_in_parts_without_false_alarm() throws Exception {
        var before = verify();
        var old =
                "insert into audit.audit_event (id, at, xid, nature, outcome, subject_ids, node, operation_id, row_hash)"
                        + " select gen_random_uuid(), now() - interval '5 hours', pg_current_xact_id(), 'SYSTEM', 'DONE', '{}', 'test',"
                        + " '00000000-0000-0000-0000-00000000beef', '' from generate_series(1, %d)";
        tamper(
                old.formatted(5100),
                old.formatted(1),
                "update audit.audit_event e set row_hash = sha256(audit.canonical(e))"
                        + " where operation_id = '00000000-0000-0000-0000-00000000beef'");
        sealer.round();
        long n = sql.sql("select n from audit.block where n > ? and events >= ?")
                .param(before.blocks())
                .param(Sealer.MOST_EVENTS)
                .query(Long.class)
                .single();

        assertThat(verify().findings())
                .as("what is old in the first block is told; what only waited behind a full one is not")
                .allSatisfy(finding -> assertThat(finding.block()).isEqualTo(n));
        tamper("delete from audit.audit_event where operation_id = '00000000-0000-0000-0000-00000000beef'");
        forgetFrom(n);
    }

    @Test
    void a_copy_restored_into_another_database_system_is_sealed_on_without_false_alarm() throws Exception {
        var before = verify();
        tamper( // as if all this had been another system
                "update audit.block set cluster = cluster + 1",
                "create table audit.kept as select * from audit.cluster",
                "update audit.cluster set first_seen = clock_timestamp()");
        try {
            somebody("LEARNER_A");
            sealer.round();
            somebody("LEARNER_A");
            sealer.round();
            assertThat(sql.sql("select count(distinct era_at) from audit.block")
                            .query(Long.class)
                            .single())
                    .isGreaterThan(1);
            assertThat(verify().findings())
                    .as("blocks that say another system were changed; nothing else is wrong")
                    .extracting(Finding::kind)
                    .doesNotContain(Kind.EVENT_ADDED, Kind.EVENT_MISSING, Kind.EVENT_CHANGED, Kind.EVENT_UNSEALED);
        } finally {
            tamper(
                    "delete from audit.block_leaves where n > " + before.blocks(),
                    "delete from audit.block where n > " + before.blocks(),
                    "update audit.block set cluster = cluster - 1",
                    "update audit.cluster c set first_seen = k.first_seen from audit.kept k where k.id = c.id",
                    "drop table audit.kept");
            var file = platform.dataFolder().resolve("audit-roots.txt");
            Files.write(
                    Path.of(file.toString()),
                    Files.readAllLines(file).stream()
                            .filter(line -> Long.parseLong(line.split(" ")[0]) <= before.blocks())
                            .toList());
            sealer.round();
        }
        assertThat(verify().isSound()).isTrue();
    }

    @Test
    void a_block_that_was_rewritten_or_taken_out_is_found() throws Exception {
        long n = event().block();
        keep();
        for (var tampering : List.of(
                "update audit.block set events = events + 1 where n = " + n,
                "update audit.block set signature = sha256(signature) || sha256(signature) where n = " + n,
                "update audit.block set root = sha256(root) where n = " + n,
                "update audit.block_leaves set leaves = substring(leaves from 49) where n = " + n)) {
            tamper(tampering);
            assertThat(verify().findings())
                    .as(tampering)
                    .contains(new Finding(Kind.BLOCK_CHANGED, n, Optional.empty()));
            putBack();
        }
        tamper("delete from audit.block_leaves where n = " + n);
        assertThat(verify().findings())
                .as("without its leaves nothing could be checked")
                .contains(new Finding(Kind.BLOCK_CHANGED, n, Optional.empty()));
        putBack();
        tamper("delete from audit.block_leaves where n = " + n, "delete from audit.block where n = " + n);
        assertThat(verify().findings()).contains(new Finding(Kind.BLOCK_MISSING, n, Optional.empty()));
        putBack();
        tamper("drop table audit.kept", "drop table audit.kept_leaves");
        keep();
        long last =
                superuser.sql("select max(n) from audit.kept").query(Long.class).single();
        tamper("delete from audit.block_leaves where n = " + last, "delete from audit.block where n = " + last);
        sealer.round();
        assertThat(verify().findings())
                .as("the end of the chain is missed in the second place, and nothing is sealed in its place")
                .containsExactly(new Finding(Kind.ROOT_DIFFERS, last, Optional.empty()));
        putBack();
        tamper("drop table audit.kept", "drop table audit.kept_leaves");
    }

    private void keep() {
        tamper(
                "create table audit.kept as select * from audit.block",
                "create table audit.kept_leaves as select * from audit.block_leaves");
    }

    private void putBack() throws Exception {
        tamper(
                "delete from audit.block_leaves where n in (select n from audit.kept)",
                "delete from audit.block where n in (select n from audit.kept)",
                "insert into audit.block select * from audit.kept",
                "insert into audit.block_leaves select * from audit.kept_leaves");
        assertThat(verify().isSound()).as("put back").isTrue();
    }

    @Test
    void the_second_place_knows_every_root_and_tells_of_one_that_differs() throws Exception {
        var file = platform.dataFolder().resolve("audit-roots.txt");
        var lines = Files.readAllLines(file);
        assertThat(lines).hasSizeGreaterThan(2);
        Files.writeString(file, (lines.size() + 1000) + " 2026-01-01T00:00:00Z 1 00\n", StandardOpenOption.APPEND);

        assertThat(verify().findings())
                .containsExactly(new Finding(Kind.ROOT_DIFFERS, lines.size() + 1000L, Optional.empty()));
        Files.write(Path.of(file.toString()), lines);
        assertThat(verify().isSound()).isTrue();

        Files.writeString(file, lines.getLast().replaceAll("[0-9a-f]{64}$", "00") + "\n", StandardOpenOption.APPEND);
        assertThat(verify().findings())
                .as("a block was sealed twice")
                .containsExactly(new Finding(
                        Kind.ROOT_DIFFERS, Long.parseLong(lines.getLast().split(" ")[0]), Optional.empty()));
        Files.write(Path.of(file.toString()), lines);
    }

    @Test
    void the_chain_is_append_only_for_the_platform() {
        for (var attempt : List.of(
                "update audit.block set events = 1",
                "delete from audit.block",
                "delete from audit.block_leaves",
                "truncate audit.block_leaves"))
            assertThatThrownBy(() -> sql.sql(attempt).update()).as(attempt).isInstanceOf(DataAccessException.class);
    }
}
