package org.francophonie.dclic.authoring.service;

import java.util.List;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.personal.MergedData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever has written courses is no account to be given up: the courses would lose their author. */
@Component
class OwnedCourses implements MergedData {
    private final JdbcClient sql;

    OwnedCourses(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Effect> effects(PersonId gone, PersonId kept) {
        return List.of();
    }

    @Override
    public List<String> obstacles(PersonId gone) {
        var owns = sql.sql("select exists (select from authoring.course where owner_id = ?)")
                .param(gone.value())
                .query(Boolean.class)
                .single();
        return owns ? List.of("courses") : List.of();
    }

    @Override
    public void merge(PersonId gone, PersonId kept) {}

    @Override
    public void split(PersonId gone, PersonId kept) {}
}
