package org.francophonie.dclic.authoring.service;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.francophonie.dclic.authoring.PublicationId;
import org.francophonie.dclic.authoring.PublicationUse;
import org.francophonie.dclic.platform.retention.Amount;
import org.francophonie.dclic.platform.retention.Due;
import org.francophonie.dclic.platform.retention.KeepRule;
import org.francophonie.dclic.platform.settings.Setting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Versions of courses whose place another one took long ago. The first of a course stays, the last of each month stays, the
 * one that newcomers get stays, and so does each that somebody follows or has finished: the database refuses to lose these.
 */
@Component
class FormerVersions implements KeepRule {
    private static final int NAMED = 20;

    private static final String OLD = """
            select v.id, v.number, v.replaced_at, v.bytes from (
                select id, course_id, number, pg_column_size(document) as bytes,
                    lead(published_at) over by_number as replaced_at,
                    number = first_value(number) over by_number as is_first,
                    date_trunc('month', published_at at time zone 'UTC')
                        is distinct from date_trunc('month', lead(published_at) over by_number at time zone 'UTC') as ends_month
                from authoring.publication window by_number as (partition by course_id order by number)) v
            join authoring.course c on c.id = v.course_id
            where v.replaced_at < :before and not v.is_first and not v.ends_month and c.publication is distinct from v.id
            order by v.replaced_at, v.id""";

    private record Version(PublicationId id, int number, Instant replacedAt, long bytes) {}

    private final JdbcClient sql;
    private final List<PublicationUse> uses;

    FormerVersions(JdbcClient sql, List<PublicationUse> uses) {
        this.sql = sql;
        this.uses = uses;
    }

    @Override
    public Setting<Integer> days() {
        return Setting.KEEP_VERSIONS;
    }

    @Override
    public Amount stored() {
        return sql.sql(
                        "select count(*) as number, pg_total_relation_size('authoring.publication') as bytes from authoring.publication")
                .query((row, _) -> Amount.read(row))
                .single();
    }

    @Override
    public Due due(Instant before) {
        var old = old(before);
        var unused = unused(old);
        return new Due(
                new Amount(
                        unused.size(), unused.stream().mapToLong(Version::bytes).sum()),
                unused.stream().findFirst().map(Version::replacedAt),
                old.size() - unused.size(),
                unused.stream().limit(NAMED).map(this::item).toList());
    }

    private Due.Item item(Version version) {
        var title = sql.sql("select document -> 'description' ->> 'title' from authoring.publication where id = ?")
                .param(version.id().value())
                .query(String.class)
                .single();
        return new Due.Item(title + " · " + version.number(), version.replacedAt(), version.bytes());
    }

    private List<Version> old(Instant before) {
        return sql.sql(OLD)
                .param("before", Timestamp.from(before))
                .query((row, _) -> new Version(
                        new PublicationId(row.getObject("id", UUID.class)),
                        row.getInt("number"),
                        row.getTimestamp("replaced_at").toInstant(),
                        row.getLong("bytes")))
                .list();
    }

    private List<Version> unused(List<Version> versions) {
        var ids = versions.stream().map(Version::id).toList();
        Set<PublicationId> used = new HashSet<>();
        uses.forEach(use -> used.addAll(use.inUse(ids)));
        return versions.stream().filter(version -> !used.contains(version.id())).toList();
    }

    @Override
    public Amount remove(Instant before, int most) {
        var ids = unused(old(before)).stream()
                .limit(most)
                .map(version -> version.id().value())
                .toArray(UUID[]::new);
        if (ids.length == 0) return Amount.NOTHING;
        return sql.sql("select number, bytes from authoring.drop_publications(?)")
                .param(ids)
                .query((row, _) -> Amount.read(row))
                .single();
    }
}
