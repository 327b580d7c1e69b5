package org.francophonie.dclic;

import org.francophonie.dclic.platform.start.DatabaseAtStart;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** Starts the platform: one process, one database. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class DclicApplication {

    public static void main(String[] arguments) {
        var application = new SpringApplication(DclicApplication.class);
        application.addListeners(new DatabaseAtStart());
        application.run(arguments);
    }
}
