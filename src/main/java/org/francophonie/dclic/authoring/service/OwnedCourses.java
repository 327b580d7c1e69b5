package org.francophonie.dclic.authoring.service;

import java.util.Optional;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.personal.MergeObstacle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever has written courses is no account to be given up: the courses would lose their author. */
@Component
class OwnedCourses implements MergeObstacle {
    private final JdbcClient sql;

    OwnedCourses(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Optional<String> obstacle(PersonId gone) {
        var owns = sql.sql("select exists (select from authoring.course where owner_id = ?)")
                .param(gone.value())
                .query(Boolean.class)
                .single();
        return owns ? Optional.of("courses") : Optional.empty();
    }
}
