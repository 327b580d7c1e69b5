package org.francophonie.dclic.platform.start;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Refuses to start on a database that needs newer code. Adjacent versions run side by side: a migration that older code
 * cannot live with raises {@code platform.schema_requirement.least_code}.
 */
@Component
class SchemaGuard implements FlywayMigrationStrategy {
    /** Raised with each release whose migrations matter to the code. */
    static final int CODE = 1;

    private final Optional<EmbeddedDatabase> embedded;
    private final String login;

    SchemaGuard(Optional<EmbeddedDatabase> embedded, @Value("${spring.datasource.username}") String login) {
        this.embedded = embedded;
        this.login = login;
    }

    /** The first that needs the database. */
    @Override
    public void migrate(Flyway flyway) {
        embedded.ifPresent(EmbeddedDatabase::await);
        try (var connection = flyway.getConfiguration().getDataSource().getConnection()) {
            refuseOlderCode(connection);
        } catch (SQLException e) {
            throw new StartRefused("the database does not answer: " + e.getMessage(), e);
        }
        flyway.migrate();
        try (var connection = flyway.getConfiguration().getDataSource().getConnection()) {
            requireConfinement(connection);
        } catch (SQLException e) {
            throw new StartRefused("the database does not answer: " + e.getMessage(), e);
        }
    }

    /** Without it no act of one's own could be carried out (ADR 15). */
    private void requireConfinement(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select coalesce(pg_has_role(r.oid, 'dclic_person', 'set'), false) from pg_roles r where rolname = ?")) {
            statement.setString(1, login);
            try (var may = statement.executeQuery()) {
                if (may.next() && !may.getBoolean(1))
                    throw new StartRefused("the database role " + login
                            + " may not become dclic_person; as administrator of the database: grant dclic_person to "
                            + login + " with inherit false, set true;");
            }
        }
    }

    private static void refuseOlderCode(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var table = statement.executeQuery("select to_regclass('platform.schema_requirement')")) {
                if (!table.next() || table.getString(1) == null) return;
            }
            try (var least = statement.executeQuery("select least_code from platform.schema_requirement")) {
                if (least.next() && least.getInt(1) > CODE)
                    throw new StartRefused("the database needs D-CLIC code " + least.getInt(1)
                            + " or newer, this is code " + CODE + "; start the newer version. Nothing was changed.");
            }
        }
    }
}
