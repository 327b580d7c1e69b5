package org.francophonie.dclic.platform.jobs;

import java.util.List;
import org.francophonie.dclic.platform.access.Actor;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.errors.Incident;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.SchedulerException;
import org.springframework.scheduling.quartz.QuartzJobBean;

/** Runs the {@link Recurring} work of its name; one that this version does not know any more is taken off the store. */
@DisallowConcurrentExecution
class RecurringJob extends QuartzJobBean {
    private final List<Recurring> known;

    RecurringJob(List<Recurring> known) {
        this.known = known;
    }

    @Override
    protected void executeInternal(JobExecutionContext context) throws JobExecutionException {
        var key = context.getJobDetail().getKey();
        var work = known.stream()
                .filter(recurring -> recurring.name().equals(key.getName()))
                .findFirst();
        try {
            if (work.isPresent()) Actors.runAs(Actor.job(key.getName()), work.get()::run);
            else context.getScheduler().deleteJob(key);
        } catch (SchedulerException e) {
            throw new JobExecutionException(e);
        } catch (RuntimeException e) {
            Incident.record(e); // the next round tries again
        }
    }
}
