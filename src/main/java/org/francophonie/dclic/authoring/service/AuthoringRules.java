package org.francophonie.dclic.authoring.service;

import org.francophonie.dclic.platform.retention.KeepRule;
import org.francophonie.dclic.platform.retention.TableRule;
import org.francophonie.dclic.platform.settings.Setting;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of the making of courses for some time only. */
@Configuration(proxyBeanMethods = false)
class AuthoringRules {

    @Bean
    KeepRule importReportRule(JdbcClient sql) {
        return new TableRule(sql, Setting.KEEP_IMPORT_REPORTS, "authoring.import_report", "finished_at", "true");
    }
}
