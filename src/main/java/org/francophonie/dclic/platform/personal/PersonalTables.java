package org.francophonie.dclic.platform.personal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.francophonie.dclic.platform.ids.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads tables of a person as text, column by column. */
@Component
public class PersonalTables {
    private final JdbcClient sql;

    PersonalTables(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param select with {@code :person} in it; its column labels are what the person reads */
    public PersonalData.Table read(String name, String select, PersonId person) {
        return new PersonalData.Table(
                name,
                sql.sql(select)
                        .param("person", person.value())
                        .query((row, _) -> values(row))
                        .list());
    }

    private static Map<String, String> values(ResultSet row) throws SQLException {
        var values = new LinkedHashMap<String, String>();
        var columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            var value = row.getString(i);
            if (value != null) values.put(columns.getColumnLabel(i), value);
        }
        return values;
    }

    /** @param statement with {@code :person} in it */
    public void erase(String statement, PersonId person) {
        sql.sql(statement).param("person", person.value()).update();
    }

    /** Calls a function of the owner of the tables that makes rows of somebody rows of nobody. */
    public void call(String function, PersonId person, UUID nobody) {
        sql.sql("select " + function + "(:person, :nobody)")
                .param("person", person.value())
                .param("nobody", nobody)
                .query((_, _) -> true)
                .single();
    }

    /** Calls a function of the owner of the tables, for rows that the platform itself only adds. */
    public void call(String function, PersonId person) {
        sql.sql("select " + function + "(:person)")
                .param("person", person.value())
                .query((_, _) -> true)
                .single();
    }
}
