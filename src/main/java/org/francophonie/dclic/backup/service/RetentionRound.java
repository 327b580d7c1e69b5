package org.francophonie.dclic.backup.service;

import java.time.Duration;
import org.francophonie.dclic.platform.jobs.Recurring;
import org.springframework.stereotype.Component;

/** What is due goes by itself. */
@Component
class RetentionRound implements Recurring {
    private final RetentionService retention;

    RetentionRound(RetentionService retention) {
        this.retention = retention;
    }

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(12);
    }

    /** After an upgrade somebody may want to look at the rules first. */
    @Override
    public Duration firstAfter() {
        return Duration.ofHours(2);
    }

    @Override
    public void run() {
        retention.followAll();
    }
}
