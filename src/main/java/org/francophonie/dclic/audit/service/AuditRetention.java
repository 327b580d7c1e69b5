package org.francophonie.dclic.audit.service;

import java.time.Duration;
import org.francophonie.dclic.platform.jobs.Recurring;
import org.springframework.stereotype.Component;

/** Keeps the rule by itself: addresses tell their network alone after three months, months go to the archive when they are due. */
@Component
class AuditRetention implements Recurring {
    private final Purges purges;
    private final ArchiveService archives;
    private final RecentReads recent;
    private final ExportRequests requests;

    AuditRetention(Purges purges, ArchiveService archives, RecentReads recent, ExportRequests requests) {
        this.requests = requests;
        this.recent = recent;
        this.purges = purges;
        this.archives = archives;
    }

    @Override
    public String name() {
        return "audit-retention";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public void run() {
        recent.forgetOld();
        requests.forgetOld();
        while (purges.cutAddresses() > 0) {}
        archives.archive();
    }
}
