package org.francophonie.dclic.platform.mail;

import java.time.Duration;
import org.francophonie.dclic.platform.jobs.Recurring;
import org.springframework.stereotype.Component;

/** Looks for letters whose time has come again. */
@Component
class MailRound implements Recurring {
    private final MailRun run;

    MailRound(MailRun run) {
        this.run = run;
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
    }
}
