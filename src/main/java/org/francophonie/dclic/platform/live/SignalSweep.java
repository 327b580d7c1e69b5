package org.francophonie.dclic.platform.live;

import java.time.Duration;
import org.francophonie.dclic.platform.jobs.Recurring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Signals have told what they had to tell after a moment; an hour is for nodes that were out of reach. */
@Component
class SignalSweep implements Recurring {
    private final JdbcClient sql;

    SignalSweep(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "signal-sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        sql.sql("delete from platform.signal where at < clock_timestamp() - interval '1 hour'")
                .update();
    }
}
