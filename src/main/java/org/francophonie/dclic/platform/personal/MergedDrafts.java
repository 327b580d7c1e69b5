package org.francophonie.dclic.platform.personal;

import java.util.List;
import org.francophonie.dclic.platform.ids.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Unfinished texts; where both accounts have begun one about the same thing, each keeps its own. */
@Component
class MergedDrafts implements MergedData {
    private static final String MOVING = """
            \sfrom platform.draft d where d.person_id = :gone and not exists (
                select from platform.draft k where k.person_id = :kept and k.form = d.form and k.object = d.object)""";

    private final JdbcClient sql;

    MergedDrafts(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public List<Effect> effects(PersonId gone, PersonId kept) {
        long number = sql.sql("select count(*)" + MOVING)
                .param("gone", gone.value())
                .param("kept", kept.value())
                .query(Long.class)
                .single();
        return number == 0 ? List.of() : List.of(new Effect("drafts", number));
    }

    @Override
    public void merge(PersonId gone, PersonId kept) {
        sql.sql("update platform.draft set person_id = :kept, merged_from = :gone where ctid = any(array(select ctid"
                        + MOVING + "))")
                .param("gone", gone.value())
                .param("kept", kept.value())
                .update();
    }

    @Override
    public void split(PersonId gone, PersonId kept) {
        sql.sql(
                        "update platform.draft set person_id = :gone, merged_from = null where person_id = :kept and merged_from = :gone")
                .param("gone", gone.value())
                .param("kept", kept.value())
                .update();
    }
}
