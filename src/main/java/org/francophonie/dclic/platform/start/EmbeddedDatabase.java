package org.francophonie.dclic.platform.start;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A PostgreSQL of our own that keeps its data, for a machine that has none: demonstration and development. It starts beside
 * the platform, which waits for it only where it is needed.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private final DataFolder folder;
    private final int port;
    private final Path files;
    private final DatabaseDoor door;
    private final FutureTask<EmbeddedPostgres> server;

    private EmbeddedDatabase(DataFolder folder, int port) {
        this.folder = folder;
        this.port = port;
        files = folder.path().resolve("postgres");
        door = new DatabaseDoor(folder.path(), files);
        server = new FutureTask<>(this::run);
    }

    /** @param port 0 for a free one */
    static EmbeddedDatabase start(Path dataFolder, int port) {
        var database = new EmbeddedDatabase(DataFolder.lock(dataFolder), port == 0 ? free() : port);
        Thread.ofPlatform().name("embedded-database").start(database.server);
        return database;
    }

    private static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartRefused("no port is free for the embedded database: " + e.getMessage(), e);
        }
    }

    private EmbeddedPostgres run() {
        try {
            stopOrphan(files);
            var server = EmbeddedPostgres.builder()
                    .setDataDirectory(files)
                    .setOverrideWorkingDirectory(
                            folder.path().resolve("binaries").toFile())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setLocaleConfig("pwfile", door.passwordFile().toString())
                    .setDataDirectoryCustomizer(_ -> door.put())
                    // Real durability: a later -c wins over the -F that the library gives.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("shared_buffers", "64MB");
            var started = door.through(server::start);
            var superuser = started.getPostgresDatabase(Map.of("password", door.password()));
            DatabaseRoles.create(superuser);
            door.close(superuser);
            return started;
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new StartRefused(
                    "the embedded database in " + folder.path() + " could not be started: " + e.getMessage()
                            + " Its files were left as they are.",
                    e);
        }
    }

    /** Returns when the server answers. */
    void await() {
        try {
            server.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StartRefused refused
                    ? refused
                    : new StartRefused("the embedded database could not be started: " + e.getCause(), e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new StartRefused("the start was interrupted while the embedded database was starting.");
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
        } catch (ExecutionException | TimeoutException _) {
            throw new StartRefused("the database server (process " + process.pid()
                    + ") left by an earlier run does not stop; stop it and start again.");
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DatabaseRoles.DATABASE;
    }

    /** Of the owner and of the application alike. */
    String password() {
        return door.password();
    }

    @Override
    public void close() {
        try {
            server.get().close();
        } catch (IOException | ExecutionException _) {
            // it did not start, or the next start finds the server and stops it
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        folder.close();
    }
}
