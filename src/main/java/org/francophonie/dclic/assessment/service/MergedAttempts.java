package org.francophonie.dclic.assessment.service;

import java.util.ArrayList;
import java.util.List;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.personal.MergedData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tries at quizzes, counted on after those of the kept account. One under way stays where it is. */
@Component
class MergedAttempts implements MergedData {
    private final Tries tries;
    private final JdbcClient sql;

    MergedAttempts(Tries tries, JdbcClient sql) {
        this.tries = tries;
        this.sql = sql;
    }

    @Override
    public List<Effect> effects(PersonId gone, PersonId kept) {
        var effects = new ArrayList<Effect>();
        long handedIn = count(gone, "SUBMITTED");
        long open = count(gone, "OPEN");
        if (handedIn > 0) effects.add(new Effect("attempts", handedIn));
        if (open > 0) effects.add(new Effect("open", open));
        return effects;
    }

    private long count(PersonId person, String state) {
        return sql.sql("select count(*) from assessment.attempt where learner_id = ? and state = ?")
                .param(person.value())
                .param(state)
                .query(Long.class)
                .single();
    }

    /** Time goes on: it would end in the closed account, where nobody looks. */
    @Override
    public void prepare(PersonId gone) {
        tries.timed(gone).forEach(tries::handIn);
    }

    @Override
    public void merge(PersonId gone, PersonId kept) {
        sql.sql("""
                update assessment.attempt g set learner_id = :kept, merged_from = :gone, former_number = g.number,
                    number = g.number + coalesce((select max(k.number) from assessment.attempt k
                        where k.learner_id = :kept and k.quiz_version_id = g.quiz_version_id), 0),
                    version = g.version + 1
                where g.learner_id = :gone and g.state = 'SUBMITTED'""").param("gone", gone.value()).param("kept", kept.value()).update();
    }

    @Override
    public void split(PersonId gone, PersonId kept) {
        sql.sql("""
                update assessment.attempt set learner_id = :gone, merged_from = null, number = former_number,
                    former_number = null, version = version + 1
                where learner_id = :kept and merged_from = :gone""").param("gone", gone.value()).param("kept", kept.value()).update();
    }
}
