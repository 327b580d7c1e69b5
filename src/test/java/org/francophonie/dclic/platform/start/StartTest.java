package org.francophonie.dclic.platform.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.francophonie.dclic.Node;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.junit.jupiter.api.Test;

/** Starting as operations do: what is refused says so in one line and damages nothing; what was acknowledged survives. */
@Requirement({"F-012", "F-148"})
class StartTest extends PlatformTest {
    private static final Pattern DEMO_PASSWORD = Pattern.compile("Demo accounts, password (\\S+)");

    private static String refusal(String... arguments) throws Exception {
        return refusal(Node.freePort(), arguments);
    }

    private static String refusal(int port, String... arguments) throws Exception {
        var node = Node.start(port, arguments);
        assertThat(node.ended()).isNotZero();
        var lines = node.output()
                .lines()
                .filter(line -> line.startsWith("D-CLIC did not start: "))
                .toList();
        assertThat(lines).as(node.output()).hasSize(1);
        assertThat(node.output()).doesNotContain("\tat org.");
        return lines.getFirst();
    }

    private static String[] realServer(String environment) throws Exception {
        return new String[] {
            "--spring.datasource.url=" + databaseUrl(),
            "--spring.datasource.username=dclic_web",
            "--spring.datasource.password=",
            "--spring.flyway.url=" + databaseUrl(),
            "--spring.flyway.user=dclic_owner",
            "--spring.flyway.password=",
            "--dclic.environment=" + environment,
            "--dclic.data-folder=" + Files.createTempDirectory(Path.of("target"), "start-")
        };
    }

    @Test
    void without_a_database_it_starts_in_demonstration_only() throws Exception {
        assertThat(refusal("--dclic.environment=PRODUCTION"))
                .contains("no database is named")
                .contains("spring.datasource.url");
    }

    @Test
    void a_taken_port_is_named() throws Exception {
        try (var taken = new ServerSocket(0)) {
            assertThat(refusal(taken.getLocalPort(), realServer("TEST")))
                    .contains("port " + taken.getLocalPort() + " is taken");
        }
    }

    @Test
    void a_data_folder_that_cannot_be_written_is_named() throws Exception {
        var file = Files.createTempFile(Path.of("target"), "start-", ".file");

        assertThat(refusal("--dclic.data-folder=" + file.resolve("data"))).contains("cannot be written");
    }

    @Test
    void production_without_its_key_is_refused() throws Exception {
        assertThat(refusal(realServer("PRODUCTION"))).contains("dclic.master-key is not set");
    }

    @Test
    void a_database_that_needs_newer_code_is_left_alone() throws Exception {
        owner().sql("update platform.schema_requirement set least_code = 9999").update();
        try {
            assertThat(refusal(realServer("TEST"))).contains("needs D-CLIC code 9999");
        } finally {
            owner().sql("update platform.schema_requirement set least_code = 1").update();
        }
    }

    @Test
    void the_demonstration_survives_a_power_cut_and_is_filled_once() throws Exception {
        var folder = Files.createTempDirectory(Path.of("target"), "power-cut-");
        var data = "--dclic.data-folder=" + folder.resolve("data").toAbsolutePath();
        var first = Node.start(Node.freePort(), data).serving();
        var password = demoPassword(first);
        assertThat(refusal(data)).contains("another D-CLIC is using the data folder");
        first.kill();

        try (var second = Node.start(Node.freePort(), data).serving()) {
            assertThat(demoPassword(second)).isEqualTo(password);
            only_whoever_reads_the_data_folder_comes_in(folder.resolve("data"));
            var catalogue = java.net.http.HttpClient.newHttpClient()
                    .send(
                            java.net.http.HttpRequest.newBuilder(
                                            java.net.URI.create("http://localhost:" + second.port() + "/formations"))
                                    .build(),
                            java.net.http.HttpResponse.BodyHandlers.ofString())
                    .body();
            assertThat(catalogue)
                    .contains("2 formations")
                    .contains("Premiers pas sur Internet")
                    .contains("Créer sa première page web");
        }
    }

    private static void only_whoever_reads_the_data_folder_comes_in(Path data) throws Exception {
        var server = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"));
        var url = "jdbc:postgresql://127.0.0.1:" + server.get(3).strip() + "/dclic";
        var secret = data.resolve("keys").resolve("database.password");
        assertThat(Files.getPosixFilePermissions(secret)).hasSize(2);
        for (var role : new String[] {"postgres", "dclic_owner", "dclic_web"}) {
            for (var guess : new String[] {"", "postgres", role})
                assertThatThrownBy(() -> DriverManager.getConnection(url, role, guess))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("password");
            DriverManager.getConnection(url, role, Files.readString(secret)).close();
        }
    }

    private static String demoPassword(Node node) throws Exception {
        for (int i = 0; i < 100; i++) {
            var told = DEMO_PASSWORD.matcher(node.output());
            if (told.find()) return told.group(1);
            java.util.concurrent.TimeUnit.MILLISECONDS.sleep(200);
        }
        throw new AssertionError(node.output());
    }
}
