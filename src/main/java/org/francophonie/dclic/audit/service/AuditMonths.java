package org.francophonie.dclic.audit.service;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.francophonie.dclic.platform.jobs.Recurring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the room of the next two months of the trail, so that each month can be archived and purged by itself. */
@Component
class AuditMonths implements Recurring {
    private final JdbcClient sql;
    private final Clock clock;

    AuditMonths(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "audit-months";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(12);
    }

    @Override
    public void run() {
        var month = LocalDate.now(clock.withZone(ZoneOffset.UTC)).withDayOfMonth(1);
        for (int ahead = 1; ahead <= 2; ahead++)
            sql.sql("select audit.make_month(?)")
                    .param(month.plusMonths(ahead))
                    .query((_, _) -> true)
                    .single();
    }
}
