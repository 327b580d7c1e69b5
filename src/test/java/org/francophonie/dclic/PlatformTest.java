package org.francophonie.dclic;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.francophonie.dclic.authoring.imports.CourseImportService;
import org.francophonie.dclic.authoring.imports.Progress;
import org.francophonie.dclic.authoring.service.PublicationService;
import org.francophonie.dclic.identity.service.Joining;
import org.francophonie.dclic.identity.service.PersonService;
import org.francophonie.dclic.platform.access.Actor;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.files.SafeUnzip;
import org.francophonie.dclic.platform.ids.CourseId;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.start.DatabaseRoles;
import org.francophonie.dclic.rights.service.ProfileService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A whole platform on a real PostgreSQL, with the roles of production; one for all tests. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class PlatformTest {
    protected static final String PASSWORD = "tortue mauve sous le vent";

    /** The public address, which is not the one that a test calls. */
    protected static final String BASE_URL = "http://dclic.test";

    private static final EmbeddedPostgres SERVER = server();

    @LocalServerPort
    protected int port;

    @Autowired
    protected JdbcClient sql;

    @Autowired
    protected PersonService people;

    @Autowired
    protected ProfileService profiles;

    @Autowired
    protected CourseImportService imports;

    @Autowired
    protected PublicationService publications;

    @Autowired
    protected Ids ids;

    private static EmbeddedPostgres server() {
        try {
            var server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "80")
                    .start();
            DatabaseRoles.create(server.getPostgresDatabase());
            return server;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) throws IOException {
        var url = databaseUrl();
        var folder = Files.createTempDirectory(Path.of("target"), "test-data");
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.username", () -> DatabaseRoles.LOGIN);
        properties.add("spring.datasource.password", () -> "");
        properties.add("spring.flyway.url", () -> url);
        properties.add("spring.flyway.user", () -> DatabaseRoles.OWNER);
        properties.add("spring.flyway.password", () -> "");
        properties.add("dclic.environment", () -> "TEST");
        properties.add("dclic.base-url", () -> BASE_URL);
        properties.add("dclic.data-folder", folder::toString);
    }

    protected static String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/" + DatabaseRoles.DATABASE;
    }

    /** As the owner of the tables, for what the application may not do. */
    protected static JdbcClient owner() {
        return JdbcClient.create(SERVER.getDatabase(DatabaseRoles.OWNER, DatabaseRoles.DATABASE));
    }

    /** Somebody with exactly this profile, and an address of their own. */
    protected Somebody somebody(String profile) throws Exception {
        var id = ids.next();
        var email = "p" + id.toString().substring(24) + "@exemple.sn";
        var who = people.join(joining(id, Optional.of(email), false, PASSWORD));
        if (!profile.equals("LEARNER_A")) {
            asPlatform(() -> {
                profiles.assign(who.person(), profile);
                return true;
            });
            owner().sql("delete from rights.assignment where person_id = ? and profile = 'LEARNER_A'")
                    .param(who.id())
                    .update();
        }
        return new Somebody(who.person(), email);
    }

    /** A form as a grown-up in Senegal fills it in. */
    protected static Joining joining(UUID id, Optional<String> email, boolean withPin, String secret) {
        return new Joining(id, "Awa Test", "1990", "SN", email, withPin, secret, java.util.Locale.FRENCH);
    }

    /** A person of the tests. */
    protected record Somebody(PersonId id, String email) {
        public <T> T does(Callable<T> work) throws Exception {
            return Actors.runAs(Actor.of(id), work);
        }
    }

    protected static <T> T asPlatform(Callable<T> work) throws Exception {
        return Actors.runAs(Actor.job("test"), work);
    }

    /** Our small course of two lessons and a quiz, published anew. */
    protected CourseId publishedCourse() throws Exception {
        return asPlatform(() -> {
            try (var files = SafeUnzip.folder(Path.of("src/test/resources/courses/compter-avec-un-tableur"))) {
                var course = imports.take(files, "compter", Progress.UNWATCHED)
                        .course()
                        .orElseThrow();
                publications.publish(course);
                return course;
            }
        });
    }
}
