package org.francophonie.dclic.platform.start;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL of our own that keeps its data, for a machine that has none: demonstration and development. */
final class EmbeddedDatabase implements AutoCloseable {
    private final DataFolder folder;
    private final EmbeddedPostgres server;

    private EmbeddedDatabase(DataFolder folder, EmbeddedPostgres server) {
        this.folder = folder;
        this.server = server;
    }

    static EmbeddedDatabase start(Path dataFolder, int port) {
        var folder = DataFolder.lock(dataFolder);
        try {
            var database = folder.path().resolve("postgres");
            stopOrphan(database);
            var server = EmbeddedPostgres.builder()
                    .setDataDirectory(database)
                    .setOverrideWorkingDirectory(
                            folder.path().resolve("binaries").toFile())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    // Real durability: a later -c wins over the -F that the library gives.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("shared_buffers", "64MB")
                    .start();
            DatabaseRoles.create(server.getPostgresDatabase());
            return new EmbeddedDatabase(folder, server);
        } catch (IOException | SQLException | IllegalStateException e) {
            folder.close();
            throw new StartRefused(
                    "the embedded database in " + folder.path() + " could not be started: " + e.getMessage()
                            + " Its files were left as they are.",
                    e);
        }
    }

    /** After a kill -9 of the platform its database server lives on: it is asked to stop, nobody uses it. */
    private static void stopOrphan(Path database) throws IOException {
        var pidFile = database.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) return;
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty()) return;
        var orphan = ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(process -> process.info()
                .command()
                .map(name -> name.contains("postgres"))
                .orElse(true));
        if (orphan.isEmpty()) return;
        var process = orphan.get();
        process.destroy();
        try {
            process.onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | TimeoutException _) {
            throw new StartRefused("the database server (process " + process.pid()
                    + ") left by an earlier run does not stop; stop it and start again.");
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + DatabaseRoles.DATABASE;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException _) {
            // the next start finds the server and stops it
        }
        folder.close();
    }
}
