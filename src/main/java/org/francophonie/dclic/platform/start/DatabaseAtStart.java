package org.francophonie.dclic.platform.start;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.MapPropertySource;

/** Before anything else: takes the database server that was named, or in demonstration starts the embedded one. */
public class DatabaseAtStart implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var environment = event.getEnvironment();
        if (environment.containsProperty("spring.datasource.url")) return;

        var platform = Binder.get(environment).bindOrCreate("dclic", Platform.class);
        if (!platform.isDemonstration())
            throw new StartRefused(
                    "no database is named; set spring.datasource.url (docs/configuration.md). The embedded database"
                            + " serves the demonstration environment alone.");

        var database = EmbeddedDatabase.start(platform.dataFolder(), platform.databasePort());
        SpringApplication.getShutdownHandlers().add(database::close);
        event.getBootstrapContext().addCloseListener(closed -> closed.getApplicationContext()
                .getBeanFactory()
                .registerSingleton("embeddedDatabase", database));
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "embedded database",
                        Map.of(
                                "spring.datasource.url",
                                database.url(),
                                "spring.datasource.username",
                                DatabaseRoles.LOGIN,
                                "spring.datasource.password",
                                database.password(),
                                "spring.flyway.url",
                                database.url(),
                                "spring.flyway.user",
                                DatabaseRoles.OWNER,
                                "spring.flyway.password",
                                database.password())));
    }
}
