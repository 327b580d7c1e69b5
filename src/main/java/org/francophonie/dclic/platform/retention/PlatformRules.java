package org.francophonie.dclic.platform.retention;

import org.francophonie.dclic.platform.settings.Setting;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the platform itself keeps for some time only. */
@Configuration(proxyBeanMethods = false)
class PlatformRules {

    /** What a learner writes to think is never handed in: it is no draft, and stays. */
    @Bean
    KeepRule draftRule(JdbcClient sql) {
        return new TableRule(sql, Setting.KEEP_DRAFTS, "platform.draft", "changed_at", "form <> 'reflection'");
    }

    @Bean
    KeepRule commandRule(JdbcClient sql) {
        return new TableRule(sql, Setting.KEEP_COMMANDS, "platform.command", "done_at", "true");
    }

    /** Of a letter that may or may not have left, somebody has to say first what came of it. */
    @Bean
    KeepRule letterRule(JdbcClient sql) {
        return new TableRule(sql, Setting.KEEP_LETTERS, "platform.mail", "done_at", "state <> 'UNCERTAIN'");
    }

    @Bean
    KeepRule incidentRule(JdbcClient sql) {
        return new TableRule(sql, Setting.KEEP_INCIDENTS, "platform.incident", "at", "true");
    }
}
