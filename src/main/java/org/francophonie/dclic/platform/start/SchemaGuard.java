package org.francophonie.dclic.platform.start;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;
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

    SchemaGuard(Optional<EmbeddedDatabase> embedded) {
        this.embedded = embedded;
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
