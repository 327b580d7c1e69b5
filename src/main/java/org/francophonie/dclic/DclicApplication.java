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
    private static final String PARALLELISM = "jdk.virtualThreadScheduler.parallelism";

    /**
     * One carrier of virtual threads goes on with whoever hands it work without a pause, and answers of the database wait
     * meanwhile (ADR 7): there are several, also on one processor.
     */
    private static final int CARRIERS = 4;

    public static void main(String[] arguments) {
        var carriers = Math.max(CARRIERS, Runtime.getRuntime().availableProcessors());
        if (System.getProperty(PARALLELISM) == null) System.setProperty(PARALLELISM, Integer.toString(carriers));
        // Each open line would keep buffers for compressing what are but a few bytes.
        System.setProperty("org.apache.tomcat.websocket.DISABLE_BUILTIN_EXTENSIONS", "true");
        var application = new SpringApplication(DclicApplication.class);
        application.addListeners(new LogFile(), new DatabaseAtStart());
        application.run(arguments);
    }
}
