package org.francophonie.dclic.audit.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
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
            select n, era_at, from_xid::text::bigint as from_xid, to_xid::text::bigint as to_xid, sealed_at, events,
                leaves_hash, previous, root, signature from audit.block\s""";

    private final JdbcClient sql;

    Chain(JdbcClient sql) {
        this.sql = sql;
    }

    /** A block with what was signed. */
    record Sealed(Block block, byte[] root, byte[] signature) {}

    /** An event that a block covers: the hash that stands in its row, and the hash of what stands there now. */
    record Covered(UUID id, byte[] written, byte[] present) {}

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

    /** Nothing when they were purged with their events. */
    Optional<byte[]> leaves(long n) {
        return sql.sql("select leaves from audit.block_leaves where n = ?")
                .param(n)
                .query(byte[].class)
                .optional();
    }

    /** Of the transactions of an era from one number up to another, in the order of the ids. */
    List<Covered> covered(Instant eraAt, Optional<Instant> eraEnd, long from, long to) {
        return sql.sql("""
                        select id, row_hash, sha256(audit.canonical(e)) as present from audit.audit_event e
                        where xid >= :from::text::xid8 and xid < :to::text::xid8 and at >= :era
                            and (:end::timestamptz is null or at < :end) order by id""")
                .param("from", String.valueOf(from))
                .param("to", String.valueOf(to))
                .param("era", Timestamp.from(eraAt))
                .param("end", eraEnd.map(Timestamp::from).orElse(null), java.sql.Types.TIMESTAMP)
                .query((row, _) ->
                        new Covered(row.getObject("id", UUID.class), row.getBytes("row_hash"), row.getBytes("present")))
                .list();
    }

    /** Of the same, what a new block remembers. */
    List<Leaf> fresh(Instant eraAt, long from, long to) {
        return sql.sql("""
                        select id, row_hash from audit.audit_event
                        where xid >= ?::text::xid8 and xid < ?::text::xid8 and at >= ? order by id""")
                .param(String.valueOf(from))
                .param(String.valueOf(to))
                .param(Timestamp.from(eraAt))
                .query((row, _) -> new Leaf(row.getObject("id", UUID.class), row.getBytes("row_hash")))
                .list();
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

    Optional<Instant> firstAfter(Instant at) {
        return Optional.ofNullable(sql.sql("select min(at) from audit.audit_event where at > ?")
                        .param(Timestamp.from(at))
                        .query(Timestamp.class)
                        .single())
                .map(Timestamp::toInstant);
    }

    /** How many events no block covers yet. */
    long unsealed(Block last) {
        return sql.sql("select count(*) from audit.audit_event where xid >= ?::text::xid8 and at >= ?")
                .param(String.valueOf(last.to()))
                .param(Timestamp.from(last.eraAt()))
                .query(Long.class)
                .single();
    }

    void add(Block block, byte[] leaves, byte[] signature) {
        sql.sql("""
                insert into audit.block (n, era_at, from_xid, to_xid, sealed_at, events, leaves_hash, previous, root, signature)
                values (?, ?, ?::text::xid8, ?::text::xid8, ?, ?, ?, ?, ?, ?)""")
                .param(block.n())
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
