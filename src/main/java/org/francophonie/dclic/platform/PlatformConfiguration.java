package org.francophonie.dclic.platform;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What has no better place: the clock. */
@Configuration(proxyBeanMethods = false)
class PlatformConfiguration {

    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }
}
