package org.francophonie.dclic.platform.start;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives the demonstration a log in JSON beside its data, unless operations named another file. A folder that cannot be
 * written is told later, by whoever needs it.
 */
public class LogFile implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
    private static final String NAME = "logging.file.name";

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var environment = event.getEnvironment();
        var platform = Binder.get(environment).bindOrCreate("dclic", Platform.class);
        if (environment.containsProperty(NAME) || !platform.isDemonstration()) return;
        var folder = platform.dataFolder().toAbsolutePath().resolve("log");
        try {
            Files.createDirectories(folder);
        } catch (IOException _) {
            return;
        }
        if (Files.isWritable(folder))
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "log file",
                            Map.of(NAME, folder.resolve("dclic.json").toString())));
    }

    /** Just before the log is set up. */
    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER - 1;
    }
}
