package org.francophonie.dclic.assessment.service;

import java.time.Duration;
import org.francophonie.dclic.assessment.AttemptId;
import org.francophonie.dclic.platform.errors.Incident;
import org.francophonie.dclic.platform.jobs.Recurring;
import org.springframework.stereotype.Component;

/** Hands in the tries whose time is over and whose learners did not come back: what was answered counts. */
@Component
class OverdueTries implements Recurring {
    private final Tries tries;

    OverdueTries(Tries tries) {
        this.tries = tries;
    }

    @Override
    public String name() {
        return "quiz-time";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        tries.overdue().forEach(this::handIn);
    }

    /** One that cannot be marked keeps no other from it. */
    private void handIn(AttemptId attempt) {
        try {
            tries.handIn(attempt);
        } catch (RuntimeException e) {
            Incident.record(e);
        }
    }
}
