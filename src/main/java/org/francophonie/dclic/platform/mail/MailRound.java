package org.francophonie.dclic.platform.mail;

import java.time.Duration;
import org.francophonie.dclic.platform.jobs.Recurring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks for letters whose time has come again, and forgets those that are long done. */
@Component
class MailRound implements Recurring {
    private final MailRun run;
    private final JdbcClient sql;

    MailRound(MailRun run, JdbcClient sql) {
        this.run = run;
        this.sql = sql;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void run() {
        run.run();
        sql.sql("delete from platform.mail where done_at < now() - interval '90 days' and state <> 'UNCERTAIN'")
                .update();
    }
}
