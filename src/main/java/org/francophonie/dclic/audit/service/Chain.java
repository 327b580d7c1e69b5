package org.francophonie.dclic.audit.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.audit.domain.Block;
import org.francophonie.dclic.audit.domain.Leaf;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The blocks and the events behind them, as the database has them. */
@Component
class Chain {
    private static final String BLOCK = """
            select n, cluster, era_at, from_xid::text::bigint as from_xid, to_xid::text::bigint as to_xid, sealed_at, events,
                leaves_hash, previous, root, signature from audit.block\s""";

    private final JdbcClient sql;

    Chain(JdbcClient sql) {
        this.sql = sql;
    }

    /** A block with what was signed. */
    record Sealed(Block block, byte[] root, byte[] signature) {}

    /** An event that a block covers: its instant, the hash that stands in its row, and the hash of what stands there now. */
    record Covered(UUID id, Instant at, byte[] written, byte[] present) {}

    Optional<Sealed> last() {
        return sql.sql(BLOCK + "order by n desc limit 1").query(Chain::sealed).optional();
    }

    List<Sealed> blocksAfter(long n, int most) {
        return sql.sql(BLOCK + "where n > ? order by n limit ?")
                .param(n)
                .param(most)
                .query(Chain::sealed)
                .list();
    }

    private static Sealed sealed(ResultSet row, int number) throws SQLException {
        return new Sealed(
                new Block(
                        row.getLong("n"),
                        row.getLong("cluster"),
                        row.getTimestamp("era_at").toInstant(),
                        row.getLong("from_xid"),
                        row.getLong("to_xid"),
                        row.getTimestamp("sealed_at").toInstant(),
                        row.getInt("events"),
                        row.getBytes("leaves_hash"),
                        row.getBytes("previous")),
                row.getBytes("root"),
                row.getBytes("signature"));
    }

    /** Nothing when somebody has taken them away. */
    Optional<byte[]> leaves(long n) {
        return sql.sql("select leaves from audit.block_leaves where n = ?")
                .param(n)
                .query(byte[].class)
                .optional();
    }

    /** Of the transactions of an era from one number up to another, in the order of the ids. */
    List<Covered> covered(Instant eraAt, Optional<Instant> eraEnd, long from, long to) {
        return events("id, at, row_hash, sha256(audit.canonical(e)) as present", eraAt, eraEnd, from, to)
                .query((row, _) -> new Covered(
                        row.getObject("id", UUID.class),
                        row.getTimestamp("at").toInstant(),
                        row.getBytes("row_hash"),
                        row.getBytes("present")))
                .list();
    }

    /** Of the same, what a new block remembers. */
    List<Leaf> fresh(Instant eraAt, Optional<Instant> eraEnd, long from, long to) {
        return events("id, row_hash", eraAt, eraEnd, from, to)
                .query((row, _) -> new Leaf(row.getObject("id", UUID.class), row.getBytes("row_hash")))
                .list();
    }

    private JdbcClient.StatementSpec events(
            String columns, Instant eraAt, Optional<Instant> eraEnd, long from, long to) {
        return sql.sql("select " + columns + """
                         from audit.audit_event e
                        where xid >= :from::text::xid8 and xid < :to::text::xid8 and at >= :era
                            and (:end::timestamptz is null or at < :end) order by id""")
                .param("from", String.valueOf(from))
                .param("to", String.valueOf(to))
                .param("era", Timestamp.from(eraAt))
                .param("end", eraEnd.map(Timestamp::from).orElse(null), Types.TIMESTAMP);
    }

    /** The number below which every transaction is over. */
    long finished() {
        return sql.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
    }

    /** Where so many events from that transaction on end; nothing when there are fewer. */
    Optional<Long> endOf(int events, Instant eraAt, long from, long to) {
        return sql.sql("""
                        select xid::text::bigint + 1 from audit.audit_event
                        where xid >= ?::text::xid8 and xid < ?::text::xid8 and at >= ? order by xid offset ? limit 1""")
                .param(String.valueOf(from))
                .param(String.valueOf(to))
                .param(Timestamp.from(eraAt))
                .param(events - 1)
                .query(Long.class)
                .optional();
    }

    /** A database system, and since when the platform runs on it; another one begins to count transactions anew. */
    record Cluster(long id, Instant since) {}

    Cluster cluster() {
        return sql.sql(
                        "select id, first_seen from audit.cluster where id = (select system_identifier from pg_control_system())")
                .query((row, _) -> new Cluster(
                        row.getLong("id"), row.getTimestamp("first_seen").toInstant()))
                .single();
    }

    /** At each start, before the first event. */
    void meetCluster() {
        sql.sql(
                        "insert into audit.cluster (id) select system_identifier from pg_control_system() on conflict do nothing")
                .update();
    }

    /** When each era began, in order. */
    List<Instant> eras() {
        return sql.sql("select distinct era_at from audit.block order by era_at").query(Timestamp.class).list().stream()
                .map(Timestamp::toInstant)
                .toList();
    }

    /** Events that no block covers yet: how many in all, and those that a block should cover by now. */
    record Unsealed(long all, List<UUID> suspicious) {}

    /**
     * Behind the last block. Suspicious is what has waited for a quarter of an hour, or says that it is of a transaction
     * that has not begun yet.
     */
    Unsealed unsealed(Block last) {
        var all = sql.sql("select count(*) from audit.audit_event where xid >= ?::text::xid8 and at >= ?")
                .param(String.valueOf(last.to()))
                .param(Timestamp.from(last.eraAt()))
                .query(Long.class)
                .single();
        var suspicious = sql.sql("""
                        select id from audit.audit_event
                        where xid >= ?::text::xid8 and at >= ?
                            and (at < clock_timestamp() - interval '15 minutes' or xid >= pg_snapshot_xmax(pg_current_snapshot()))
                        order by at limit 100""")
                .param(String.valueOf(last.to()))
                .param(Timestamp.from(last.eraAt()))
                .query(UUID.class)
                .list();
        return new Unsealed(all, suspicious);
    }

    /** Everything that was written before. */
    long countBefore(Instant at) {
        return sql.sql("select count(*) from audit.audit_event where at < ?")
                .param(Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    void add(Block block, byte[] leaves, byte[] signature) {
        sql.sql("""
                insert into audit.block (n, cluster, era_at, from_xid, to_xid, sealed_at, events, leaves_hash, previous, root, signature)
                values (?, ?, ?, ?::text::xid8, ?::text::xid8, ?, ?, ?, ?, ?, ?)""")
                .param(block.n())
                .param(block.cluster())
                .param(Timestamp.from(block.eraAt()))
                .param(String.valueOf(block.from()))
                .param(String.valueOf(block.to()))
                .param(Timestamp.from(block.sealedAt()))
                .param(block.events())
                .param(block.leavesHash())
                .param(block.previous())
                .param(block.root())
                .param(signature)
                .update();
        sql.sql("insert into audit.block_leaves (n, leaves) values (?, ?)")
                .param(block.n())
                .param(leaves)
                .update();
    }

    /** One node at a time seals; false when another one does. */
    boolean lock() {
        return sql.sql("select pg_try_advisory_xact_lock(hashtext('audit.block'))")
                .query(Boolean.class)
                .single();
    }
}
