package org.francophonie.dclic;

import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import org.francophonie.dclic.platform.start.DatabaseAtStart;
import org.francophonie.dclic.platform.start.LogFile;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** Starts the platform: one process, one database. */
// Views are opened by our NavigationGate alone: Vaadin's own checker would look its roles up in every jar at every
// step.
@SpringBootApplication(exclude = {UserDetailsServiceAutoConfiguration.class, SpringSecurityAutoConfiguration.class})
@ConfigurationPropertiesScan
public class DclicApplication {

    public static void main(String[] arguments) {
        // Each open line would keep buffers for compressing what are but a few bytes.
        System.setProperty("org.apache.tomcat.websocket.DISABLE_BUILTIN_EXTENSIONS", "true");
        var application = new SpringApplication(DclicApplication.class);
        application.addListeners(new LogFile(), new DatabaseAtStart());
        application.run(arguments);
    }
}
