package org.francophonie.dclic.platform.start;

import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The roles and the database that an administrator creates once on a real server (docs/operations.md) and that we create
 * ourselves on the embedded one. The owner migrates; the platform signs in as a member of dclic_application and owns
 * nothing.
 */
public final class DatabaseRoles {
    public static final String DATABASE = "dclic";
    public static final String OWNER = "dclic_owner";
    public static final String LOGIN = "dclic_web";

    private DatabaseRoles() {}

    public static void create(DataSource superuser) throws SQLException {
        try (var connection = superuser.getConnection();
                var statement = connection.createStatement()) {
            for (var role : new String[] {"dclic_application", "dclic_jobs", "dclic_purge"})
                statement.execute(ifMissing(role, "nologin"));
            statement.execute(ifMissing(OWNER, "login"));
            statement.execute(ifMissing("dclic_person", "nologin in role dclic_application"));
            statement.execute(ifMissing(LOGIN, "login in role dclic_application, dclic_jobs"));
            statement.execute("grant dclic_person to " + LOGIN + " with inherit false, set true");
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) return;
            }
            statement.execute("create database " + DATABASE + " owner " + OWNER);
        }
    }

    private static String ifMissing(String role, String options) {
        return "do $$ begin if not exists (select from pg_roles where rolname = '" + role + "') then create role "
                + role + " " + options + "; end if; end $$";
    }
}
