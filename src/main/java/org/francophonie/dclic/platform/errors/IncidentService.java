package org.francophonie.dclic.platform.errors;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds what went wrong, by the number that a person was told, or the newest first. */
@Service
@Transactional(readOnly = true)
public class IncidentService {
    /** Incidents on one page of the list. */
    public static final int PAGE = 25;

    private final JdbcClient sql;

    IncidentService(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * One incident.
     *
     * @param place address without ids, or name of what worked
     * @param cause the same for those that went wrong in the same way
     * @param lately how often that was kept in seven days, a thousand at most
     */
    public record Found(
            String number,
            Instant at,
            String node,
            String version,
            String place,
            String browser,
            String kind,
            String stack,
            String cause,
            int lately) {

        /** Without its package. */
        public String shortKind() {
            return kind.substring(kind.lastIndexOf('.') + 1);
        }
    }

    /** @param number as {@link Incident#read} gives it */
    @Requires(Right.READ_INCIDENT)
    public Optional<Found> find(String number) {
        return sql.sql(query("where i.number = ?"))
                .param(number)
                .query((row, _) -> found(row))
                .optional();
    }

    /**
     * Newest first.
     *
     * @param cause only those that went wrong in that way
     * @param page from 0
     */
    @Requires(Right.READ_INCIDENT)
    public List<Found> list(Optional<String> cause, int page) {
        return sql.sql(query("where ?::text is null or i.cause = ? order by i.at desc, i.number limit ? offset ?"))
                .param(cause.orElse(null))
                .param(cause.orElse(null))
                .param(PAGE)
                .param(page * PAGE)
                .query((row, _) -> found(row))
                .list();
    }

    /** How many there were within a day. */
    @Requires(Right.READ_INCIDENT)
    public long lately() {
        return sql.sql("select count(*) from platform.incident where at > now() - interval '1 day'")
                .query(Long.class)
                .single();
    }

    private static String query(String which) {
        return """
                select i.*, (select count(*)::int from (select from platform.incident s
                    where s.cause = i.cause and s.at > now() - interval '7 days' limit 1000) l) as lately
                from platform.incident i\s""" + which;
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getString("number"),
                row.getTimestamp("at").toInstant(),
                row.getString("node"),
                row.getString("version"),
                row.getString("place"),
                row.getString("browser"),
                row.getString("kind"),
                row.getString("stack"),
                row.getString("cause"),
                row.getInt("lately"));
    }
}
