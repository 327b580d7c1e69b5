package org.francophonie.dclic.platform.jobs;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.boot.quartz.autoconfigure.SchedulerFactoryBeanCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts every {@link Recurring} work into the store that all nodes share. */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {

    @Bean
    SchedulerFactoryBeanCustomizer schedule(List<Recurring> works) {
        return factory -> {
            var jobs = works.stream().map(JobsConfiguration::job).toList();
            var triggers = works.stream().map(JobsConfiguration::trigger).toList();
            factory.setJobDetails(jobs.toArray(JobDetail[]::new));
            factory.setTriggers(triggers.toArray(Trigger[]::new));
        };
    }

    private static JobDetail job(Recurring work) {
        return JobBuilder.newJob(RecurringJob.class)
                .withIdentity(work.name())
                .storeDurably()
                .build();
    }

    /** A round that was missed is not made up for: the next one does all there is. */
    private static Trigger trigger(Recurring work) {
        return TriggerBuilder.newTrigger()
                .forJob(work.name())
                .withIdentity(work.name())
                .startAt(Date.from(Instant.now().plus(work.firstAfter())))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(work.every().toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }
}
