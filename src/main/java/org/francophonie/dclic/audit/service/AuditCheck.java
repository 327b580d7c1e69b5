package org.francophonie.dclic.audit.service;

import java.time.Duration;
import org.francophonie.dclic.platform.jobs.Recurring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks at the whole trail once a day, whether or not anybody asks; what is wrong stands in the log as an error. */
@Component
class AuditCheck implements Recurring {
    private static final Logger LOG = LoggerFactory.getLogger(AuditCheck.class);

    private final VerificationService verifications;

    AuditCheck(VerificationService verifications) {
        this.verifications = verifications;
    }

    @Override
    public String name() {
        return "audit-check";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public void run() {
        var found = verifications.verify();
        found.findings().forEach(finding -> LOG.error("The audit trail was tampered with: {}", finding));
    }
}
