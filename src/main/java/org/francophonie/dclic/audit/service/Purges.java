package org.francophonie.dclic.audit.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.francophonie.dclic.audit.domain.Purge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Months of the trail as the database has them, and those that it has no more. */
@Component
class Purges {
    /** No transaction lasts longer: one that began before the end of a month is over a day later. */
    private static final String DAY = "interval '1 day'";

    private static final int FETCHED = 1000;

    private final JdbcClient sql;

    Purges(JdbcClient sql) {
        this.sql = sql;
    }

    /** A month that was dropped, and the signature over what is said of it. */
    record Signed(Purge purge, byte[] signature) {}

    List<Signed> all() {
        return sql.sql(
                        "select month, up_to, straddling, events, archive, sha256, purged_at, signature from audit.purge order by month")
                .query((row, _) -> new Signed(
                        new Purge(
                                row.getDate("month").toLocalDate(),
                                row.getLong("up_to"),
                                row.getBytes("straddling"),
                                row.getLong("events"),
                                row.getString("archive"),
                                row.getBytes("sha256"),
                                row.getTimestamp("purged_at").toInstant()),
                        row.getBytes("signature")))
                .list();
    }

    /** A month that is there. */
    record Month(LocalDate first, long about) {}

    List<Month> present() {
        return sql
                .sql("select month, events from audit.months() order by month")
                .query((row, _) -> new Month(row.getDate("month").toLocalDate(), row.getLong("events")))
                .list()
                .stream()
                .map(month -> month.about() > 0 ? month : new Month(month.first(), count(month.first())))
                .toList();
    }

    /** The database has no estimate of a month that it has not looked at yet, or that is empty. */
    private long count(LocalDate month) {
        return sql.sql("select count(*) from audit.audit_event where at >= ? and at < ?")
                .param(start(month))
                .param(start(month.plusMonths(1)))
                .query(Long.class)
                .single();
    }

    private static Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** Each event of a month as one line of JSON, in the order of time. */
    long write(LocalDate month, Writer to) {
        var number = new long[1];
        sql.sql("select to_jsonb(e)::text from audit.audit_event e where at >= ? and at < ? order by at, id")
                .param(start(month))
                .param(start(month.plusMonths(1)))
                .withFetchSize(FETCHED)
                .query(row -> {
                    try {
                        to.write(row.getString(1));
                        to.write('\n');
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    number[0]++;
                });
        return number[0];
    }

    /** The last block that covers nothing of what comes after the month; 0 when there is none. */
    long upTo(LocalDate month) {
        return sql.sql("""
                        with era as (select max(era_at) as at from audit.block where era_at <= :end::timestamptz),
                            later as (select min(e.xid) as xid from audit.audit_event e
                                where e.at >= :end::timestamptz and e.at < :end::timestamptz + %s)
                        select coalesce(max(b.n), 0) from audit.block b, era, later
                        where b.era_at < era.at or b.era_at = era.at
                            and (later.xid is not null and b.to_xid <= later.xid or later.xid is null and b.sealed_at < :end::timestamptz + %s)""".formatted(DAY, DAY))
                .param("end", start(month.plusMonths(1)))
                .query(Long.class)
                .single();
    }

    /** Events of the month that no block up to that one covers. */
    List<UUID> straddling(LocalDate month, long upTo) {
        return sql.sql("""
                        select e.id from audit.audit_event e
                        where e.at >= :start and e.at < :end and not exists (
                            select from audit.block b where b.n = :n
                                and (e.at < b.era_at or e.xid < b.to_xid and not exists (
                                    select from audit.block later where later.era_at > b.era_at and e.at >= later.era_at)))
                        order by e.id""")
                .param("start", start(month))
                .param("end", start(month.plusMonths(1)))
                .param("n", upTo)
                .query(UUID.class)
                .list();
    }

    /** In one transaction: what is said of it, and its end. */
    void drop(Purge purge, byte[] signature) {
        sql.sql("""
                insert into audit.purge (month, up_to, straddling, events, archive, sha256, purged_at, signature)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(Date.valueOf(purge.month()))
                .param(purge.upTo())
                .param(purge.straddling())
                .param(purge.events())
                .param(purge.archive())
                .param(purge.sha256())
                .param(Timestamp.from(purge.at()))
                .param(signature)
                .update();
        sql.sql("select audit.purge_month(?)")
                .param(Date.valueOf(purge.month()))
                .query((_, _) -> true)
                .single();
    }

    int cutAddresses() {
        return sql.sql("select audit.cut_addresses()").query(Integer.class).single();
    }

    /** One node at a time; false when another one is at it. */
    boolean lock() {
        return sql.sql("select pg_try_advisory_xact_lock(hashtext('audit.purge'))")
                .query(Boolean.class)
                .single();
    }

    /** Is everything before that instant covered by blocks? */
    boolean isSealedBefore(Instant end) {
        return sql.sql("select exists (select from audit.block where sealed_at >= ?)")
                .param(Timestamp.from(end))
                .query(Boolean.class)
                .single();
    }
}
