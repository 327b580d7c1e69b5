package org.francophonie.dclic.platform.errors;

import java.time.Duration;
import org.francophonie.dclic.platform.jobs.Recurring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Nobody asks for an incident after three months. */
@Component
class IncidentSweep implements Recurring {
    private final JdbcClient sql;

    IncidentSweep(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "incident-sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(12);
    }

    @Override
    public void run() {
        sql.sql("delete from platform.incident where at < now() - interval '90 days'")
                .update();
    }
}
