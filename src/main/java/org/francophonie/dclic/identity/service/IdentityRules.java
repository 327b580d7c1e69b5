package org.francophonie.dclic.identity.service;

import org.francophonie.dclic.platform.retention.KeepRule;
import org.francophonie.dclic.platform.retention.TableRule;
import org.francophonie.dclic.platform.settings.Setting;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of sessions for some time after they ended. */
@Configuration(proxyBeanMethods = false)
class IdentityRules {

    @Bean
    KeepRule sessionRule(JdbcClient sql) {
        return new TableRule(sql, Setting.KEEP_SESSIONS, "identity.session", "ended_at", "true");
    }
}
