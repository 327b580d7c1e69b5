package org.francophonie.dclic.platform.drafts;

import java.util.UUID;
import java.util.function.Supplier;
import org.francophonie.dclic.platform.access.Actors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does a command once: a double click, a retry after a lost answer, a screen built anew on another node all send the same
 * command id and get the first result.
 */
@Component
public class Commands {
    private final JdbcClient sql;

    Commands(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * @param kind what the command does; an id is good for one kind and one person
     * @param work gives the result, a short text such as the id of what was made
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String once(UUID id, String kind, Supplier<String> work) {
        var person = Actors.current().requirePerson().value();
        // A second sender waits here until the first has committed or failed.
        var first = sql.sql(
                                "insert into platform.command (id, person_id, kind) values (?, ?, ?) on conflict (id) do nothing")
                        .param(id)
                        .param(person)
                        .param(kind)
                        .update()
                == 1;
        if (!first)
            return sql.sql("select result from platform.command where id = ? and person_id = ? and kind = ?")
                    .param(id)
                    .param(person)
                    .param(kind)
                    .query(String.class)
                    .optional()
                    .orElseThrow(() -> new IllegalArgumentException("this command id belongs to another act"));
        var result = work.get();
        sql.sql("update platform.command set result = ? where id = ?")
                .param(result)
                .param(id)
                .update();
        return result;
    }
}
