package org.francophonie.dclic.platform.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Who comes into the embedded database: whoever can read the secret in the data folder, and nobody else of this machine. A
 * database without such a secret, from an earlier version or because the file was lost, is open on loopback until its roles
 * have one, some milliseconds.
 */
final class DatabaseDoor {
    private static final String PASSWORDS = "org.postgresql.pgpassfile";
    private static final String OPEN = "host all postgres 127.0.0.1/32 trust\n";
    private static final String CLOSED = """
            local all all scram-sha-256
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final Path file;
    private final KeyFile key;
    private final boolean roleHasPassword;
    private final String password;

    /** @param database the folder of the database's own files, which may not be there yet */
    DatabaseDoor(Path dataFolder, Path database) {
        file = database.resolve("pg_hba.conf");
        key = new KeyFile(dataFolder, "database.password");
        roleHasPassword = !Files.exists(file) || key.exists() && isClosed();
        password = key.text();
    }

    private boolean isClosed() {
        try {
            return Files.readString(file).equals(CLOSED);
        } catch (IOException e) {
            throw new StartRefused("the file " + file + " cannot be read.", e);
        }
    }

    /** Of the superuser, the owner and the application alike. */
    String password() {
        return password;
    }

    /** With which a new database is made. */
    Path passwordFile() {
        return key.path();
    }

    /** Before the server starts. */
    void put() {
        try {
            Files.writeString(file, roleHasPassword ? CLOSED : OPEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Does what signs in without asking for the secret, as the library does to see whether its server answers: the driver
     * finds it in a file.
     */
    <T> T through(Start<T> start) throws IOException {
        var known = key.path().resolveSibling("database.pgpass");
        KeyFile.write(known, "*:*:*:postgres:" + password);
        System.setProperty(PASSWORDS, known.toString());
        try {
            return start.start();
        } finally {
            System.clearProperty(PASSWORDS);
            Files.delete(known);
        }
    }

    interface Start<T> {
        T start() throws IOException;
    }

    /** When the server runs and its roles are there. */
    void close(DataSource superuser) throws IOException, SQLException {
        try (var connection = superuser.getConnection();
                var statement = connection.createStatement()) {
            // The secret is base64: nothing in it ends a literal.
            for (var role : new String[] {"postgres", DatabaseRoles.OWNER, DatabaseRoles.LOGIN})
                statement.execute("alter role " + role + " password '" + password + "'");
            if (roleHasPassword) return;
            Files.writeString(file, CLOSED);
            statement.execute("select pg_reload_conf(), pg_sleep(0.3)");
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where pid <> pg_backend_pid() and backend_type = 'client backend'"); // whoever slipped in
        }
    }
}
