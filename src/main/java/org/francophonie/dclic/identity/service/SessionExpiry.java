package org.francophonie.dclic.identity.service;

import java.time.Duration;
import org.francophonie.dclic.platform.jobs.Recurring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends the sessions that nobody uses any more: phones that vanished give their memory back. */
@Component
class SessionExpiry implements Recurring {
    private static final Logger LOG = LoggerFactory.getLogger(SessionExpiry.class);
    private final Sessions sessions;

    SessionExpiry(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "session-expiry";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void run() {
        var ended = sessions.endIdle();
        if (ended > 0) LOG.info("{} sessions were over", ended);
    }
}
