package org.francophonie.dclic.platform.retention;

import java.sql.Timestamp;
import java.time.Instant;
import org.francophonie.dclic.platform.settings.Setting;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of one table that nothing points at, each with the moment since which it is good for nothing. */
public final class TableRule implements KeepRule {
    private static final String SIZE = "coalesce(sum(pg_column_size(t.*)), 0)";

    private final JdbcClient sql;
    private final Setting<Integer> days;
    private final String table;
    private final String since;
    private final String due;

    /**
     * @param since column that says when the row was last good for something
     * @param only which rows the rule is about at all
     */
    public TableRule(JdbcClient sql, Setting<Integer> days, String table, String since, String only) {
        this.sql = sql;
        this.days = days;
        this.table = table;
        this.since = since;
        due = since + " < :before and " + only;
    }

    @Override
    public Setting<Integer> days() {
        return days;
    }

    @Override
    public Amount stored() {
        return sql.sql("select count(*) as number, pg_total_relation_size('" + table + "') as bytes from " + table)
                .query((row, _) -> Amount.read(row))
                .single();
    }

    @Override
    public Due due(Instant before) {
        return sql.sql("select count(*) as number, " + SIZE + " as bytes, min(" + since + ") as oldest from " + table
                        + " t where " + due)
                .param("before", Timestamp.from(before))
                .query((row, _) -> Due.read(row))
                .single();
    }

    @Override
    public Amount remove(Instant before, int most) {
        return sql.sql("with gone as (delete from " + table + " t where ctid = any(array(select ctid from " + table
                        + " where " + due
                        + " limit :most)) and " + due + " returning pg_column_size(t.*) as size)"
                        + " select count(*) as number, coalesce(sum(size), 0) as bytes from gone")
                .param("before", Timestamp.from(before))
                .param("most", most)
                .query((row, _) -> Amount.read(row))
                .single();
    }
}
