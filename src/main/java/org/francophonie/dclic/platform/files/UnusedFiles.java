package org.francophonie.dclic.platform.files;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.francophonie.dclic.platform.retention.Amount;
import org.francophonie.dclic.platform.retention.Due;
import org.francophonie.dclic.platform.retention.KeepRule;
import org.francophonie.dclic.platform.settings.Setting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Files that nothing points at. Whatever uses a file has a foreign key to it, with a cascade where it only goes along; so the
 * database knows what is used, and refuses to lose it.
 */
@Component
class UnusedFiles implements KeepRule {
    /** A transaction that removes hundreds of megabytes holds up others. */
    private static final int FEW = 20;

    private record Use(String table, String column) {}

    private final JdbcClient sql;

    UnusedFiles(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Setting<Integer> days() {
        return Setting.KEEP_FILES;
    }

    @Override
    public Amount stored() {
        return sql.sql(
                        "select count(*) as number, pg_total_relation_size('platform.file_chunk') as bytes from platform.file")
                .query((row, _) -> Amount.read(row))
                .single();
    }

    @Override
    public Due due(Instant before) {
        return sql.sql(
                        "select count(*) as number, coalesce(sum(size), 0) as bytes, min(created_at) as oldest from platform.file f where "
                                + unused())
                .param("before", Timestamp.from(before))
                .query((row, _) -> Due.read(row))
                .single();
    }

    @Override
    public Amount remove(Instant before, int most) {
        return sql.sql(
                        "with gone as (delete from platform.file where sha256 in (select sha256 from platform.file f where "
                                + unused() + " limit :most for update skip locked) returning size)"
                                + " select count(*) as number, coalesce(sum(size), 0) as bytes from gone")
                .param("before", Timestamp.from(before))
                .param("most", Math.min(most, FEW))
                .query((row, _) -> Amount.read(row))
                .single();
    }

    private String unused() {
        return "f.created_at < :before"
                + uses().stream()
                        .map(use -> " and not exists (select from " + use.table() + " u where u." + use.column()
                                + " = f.sha256)")
                        .collect(Collectors.joining());
    }

    /** The names come from the catalogue of the database, quoted by it where they must be. */
    private List<Use> uses() {
        return sql.sql("""
                        select c.conrelid::regclass::text as used_by, quote_ident(a.attname) as by_column
                        from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                        where c.contype = 'f' and c.confrelid = 'platform.file'::regclass and c.confdeltype <> 'c'""")
                .query((row, _) -> new Use(row.getString("used_by"), row.getString("by_column")))
                .list();
    }
}
