package org.francophonie.dclic;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.francophonie.dclic.authoring.imports.CourseImportService;
import org.francophonie.dclic.authoring.imports.Progress;
import org.francophonie.dclic.authoring.service.PublicationService;
import org.francophonie.dclic.identity.service.AddressService;
import org.francophonie.dclic.identity.service.Joining;
import org.francophonie.dclic.identity.service.PersonService;
import org.francophonie.dclic.identity.service.SecondFactorService;
import org.francophonie.dclic.platform.access.Actor;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.files.SafeUnzip;
import org.francophonie.dclic.platform.ids.CourseId;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.start.DatabaseRoles;
import org.francophonie.dclic.platform.start.Platform;
import org.francophonie.dclic.rights.Profiles;
import org.francophonie.dclic.rights.service.AssignmentService;
import org.francophonie.dclic.rights.service.ProfileService;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/** A whole platform on a real PostgreSQL, with the roles of production; one for all tests. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class PlatformTest {
    protected static final String PASSWORD = "tortue mauve sous le vent";

    /** The public address, which is not the one that a test calls. */
    private static final Path SMALL_COURSE = Path.of("src/test/resources/courses/compter-avec-un-tableur");

    protected static final String BASE_URL = "http://dclic.test";

    /** Where the next platform is thought to be; whoever needs another one puts it back. */
    protected static String address = BASE_URL;

    private static final Pattern LINK = Pattern.compile(BASE_URL + "/app/[a-z-]+/([A-Za-z0-9_-]+)");

    private static final EmbeddedPostgres SERVER = server();

    @LocalServerPort
    protected int port;

    @Autowired
    protected JdbcClient sql;

    @Autowired
    protected PersonService people;

    @Autowired
    protected AddressService addresses;

    @Autowired
    protected ProfileService profiles;

    @Autowired
    protected AssignmentService assignments;

    @Autowired
    protected CourseImportService imports;

    @Autowired
    protected PublicationService publications;

    @Autowired
    protected SecondFactorService secondFactors;

    @Autowired
    protected Ids ids;

    /** All tests come from one network, and are no strangers who join again and again. */
    @BeforeEach
    void forgetTries() {
        sql.sql("delete from identity.tries").update();
    }

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

    /** One for all platforms of a run, which share a database: blocks of the trail are signed with the keys that lie there. */
    private static final class DataFolder {
        static final Path ONE = made();

        private static Path made() {
            try {
                return Files.createTempDirectory(Path.of("target"), "test-data");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) throws IOException {
        var url = databaseUrl();
        properties.add("spring.datasource.url", () -> url);
        properties.add("spring.datasource.username", () -> DatabaseRoles.LOGIN);
        properties.add("spring.datasource.password", () -> "");
        properties.add("spring.flyway.url", () -> url);
        properties.add("spring.flyway.user", () -> DatabaseRoles.OWNER);
        properties.add("spring.flyway.password", () -> "");
        properties.add("dclic.environment", () -> "TEST");
        properties.add("dclic.base-url", () -> address);
        properties.add("dclic.data-folder", () -> DataFolder.ONE.toString());
    }

    protected static String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/" + DatabaseRoles.DATABASE;
    }

    /** Another process on the same database, with the same key. */
    protected static Node nodeOnTheDatabaseOfTheTest(Platform platform, String... arguments) throws IOException {
        var all = new ArrayList<>(List.of(
                "--spring.datasource.url=" + databaseUrl(),
                "--spring.datasource.username=" + DatabaseRoles.LOGIN,
                "--spring.datasource.password=",
                "--spring.flyway.url=" + databaseUrl(),
                "--spring.flyway.user=" + DatabaseRoles.OWNER,
                "--spring.flyway.password=",
                "--spring.datasource.hikari.maximum-pool-size=4",
                "--dclic.environment=TEST",
                "--dclic.data-folder=" + Files.createTempDirectory(Path.of("target"), "node-"),
                "--dclic.master-key=" + Files.readString(platform.dataFolder().resolve("keys/master.key"))));
        all.addAll(List.of(arguments));
        return Node.start(Node.freePort(), all.toArray(String[]::new));
    }

    /** A database of its own on the same server, as it is after the first start; seen by a user. */
    protected static DataSource database(String name, String user) {
        return SERVER.getDatabase(user, name);
    }

    protected static void makeDatabase(String name) {
        JdbcClient.create(SERVER.getPostgresDatabase())
                .sql("create database " + name + " owner " + DatabaseRoles.OWNER)
                .update();
        Flyway.configure()
                .dataSource(database(name, DatabaseRoles.OWNER))
                .load()
                .migrate();
    }

    /** As the owner of the tables, for what the application may not do. */
    protected static JdbcClient owner() {
        return JdbcClient.create(SERVER.getDatabase(DatabaseRoles.OWNER, DatabaseRoles.DATABASE));
    }

    /** As somebody to whom the database refuses nothing. */
    protected static JdbcClient superuser() {
        return JdbcClient.create(SERVER.getDatabase("postgres", DatabaseRoles.DATABASE));
    }

    /** Somebody with exactly this profile, and an address of their own. */
    protected Somebody somebody(String profile) throws Exception {
        var id = ids.next();
        var email = "p" + id.toString().substring(24) + "@exemple.sn";
        var who = people.join(joining(id, Optional.of(email), false, PASSWORD));
        asPlatform(() -> {
            addresses.vouch(who.person());
            return true;
        });
        if (!profile.equals("LEARNER_A")) {
            asPlatform(() -> {
                if (profile.equals(Profiles.AWAITING_CONSENT))
                    profiles.restrict(who.person(), Instant.now().plus(Duration.ofDays(365)));
                else assignments.assign(who.person(), profile);
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
        return new Joining(
                id, "Awa Test", "1990", "SN", email, Optional.empty(), withPin, secret, java.util.Locale.FRENCH);
    }

    /** A person of the tests. */
    public record Somebody(PersonId id, String email) {
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
            try (var files = SafeUnzip.folder(SMALL_COURSE)) {
                var course = imports.take(files, "compter", Progress.UNWATCHED)
                        .course()
                        .orElseThrow();
                publications.publish(course);
                return course;
            }
        });
    }

    /** Our small course in a folder of one's own, to be changed. */
    protected static Path copyOfSmallCourse(Path folder) throws IOException {
        FileSystemUtils.copyRecursively(SMALL_COURSE, folder);
        return folder;
    }

    /** Gives the quiz of a course in a folder so many minutes. */
    protected static void giveTime(Path course, String minutes) throws IOException {
        var card = course.resolve("cours.yaml");
        Files.writeString(card, Files.readString(card).replace("quiz:\n", "quiz:\n  duree: " + minutes + "\n"));
    }

    protected String freshAddress() {
        return "n" + ids.next().toString().substring(24) + "@exemple.ml";
    }

    /** The last letter to an address: subject and text. */
    protected Optional<String> letter(String address) {
        for (int i = 0; i < 100; i++) {
            var waiting = sql.sql(
                            "select count(*) from platform.mail where recipient = ? and state in ('WAITING', 'SENDING')")
                    .param(address)
                    .query(Long.class)
                    .single();
            if (waiting == 0) break;
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return sql.sql("""
                        select subject || ' ' || body from platform.mail where recipient = ? and state = 'KEPT'
                        order by created_at desc limit 1""").param(address).query(String.class).optional();
    }

    /** The secret part of the link in the last letter to an address. */
    protected String link(String address) {
        var found = LINK.matcher(letter(address).orElseThrow());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** A code as an administrator gives it, by which somebody of the staff sets up the first second factor. */
    protected Optional<String> setupCode(PersonId person) throws Exception {
        return Optional.of(asPlatform(() -> secondFactors.giveSetupCode(person)));
    }

    /** As operations may set it, with everything else left as it is. */
    protected static Platform platform(
            Platform.Environment environment, Path dataFolder, Optional<Boolean> secondFactor) {
        return new Platform(
                environment,
                dataFolder,
                URI.create(BASE_URL),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                secondFactor,
                0);
    }
}
