package org.francophonie.dclic.learning.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.francophonie.dclic.learning.domain.Enrolment;
import org.francophonie.dclic.learning.domain.EnrolmentRepository;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.personal.MergedData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Places on courses. Where both accounts follow a course, the one that finished it first is the one that counts, with its
 * version, else that of the kept account; it gets what was done at the other one, which stays behind as it was.
 */
@Component
class MergedPlaces implements MergedData {
    private static final String BOTH = """
            \sfrom learning.enrolment g join learning.enrolment k on k.course_id = g.course_id and k.learner_id = :kept
            where g.learner_id = :gone""";

    private record Pair(UUID gone, UUID kept, boolean goneCounts) {
        UUID counts() {
            return goneCounts ? gone : kept;
        }

        UUID other() {
            return goneCounts ? kept : gone;
        }
    }

    private final EnrolmentRepository enrolments;
    private final Visits visits;
    private final JdbcClient sql;
    private final Clock clock;

    MergedPlaces(EnrolmentRepository enrolments, Visits visits, JdbcClient sql, Clock clock) {
        this.enrolments = enrolments;
        this.visits = visits;
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    public List<Effect> effects(PersonId gone, PersonId kept) {
        long all = sql.sql("select count(*) from learning.enrolment where learner_id = ?")
                .param(gone.value())
                .query(Long.class)
                .single();
        long both = pairs(gone, kept).size();
        var effects = new ArrayList<Effect>();
        if (all > both) effects.add(new Effect("courses", all - both));
        if (both > 0) effects.add(new Effect("both", both));
        return effects;
    }

    private List<Pair> pairs(PersonId gone, PersonId kept) {
        return sql.sql("select g.id as gone, k.id as kept, g.completed_at is not null"
                        + " and (k.completed_at is null or g.completed_at < k.completed_at) as gone_counts" + BOTH)
                .param("gone", gone.value())
                .param("kept", kept.value())
                .query((row, _) -> pair(row))
                .list();
    }

    private static Pair pair(ResultSet row) throws SQLException {
        return new Pair(
                row.getObject("gone", UUID.class), row.getObject("kept", UUID.class), row.getBoolean("gone_counts"));
    }

    @Override
    public void merge(PersonId gone, PersonId kept) {
        var pairs = pairs(gone, kept);
        sql.sql("""
                update learning.enrolment g set learner_id = :kept, merged_from = :gone, version = version + 1
                where learner_id = :gone and not exists (
                    select from learning.enrolment k where k.learner_id = :kept and k.course_id = g.course_id)""").param("gone", gone.value()).param("kept", kept.value()).update();
        for (var pair : pairs) {
            if (pair.goneCounts()) exchange(pair.gone(), gone, pair.kept(), kept, true);
            copy(pair.other(), pair.counts());
            completeWhenDone(pair.counts());
        }
    }

    /** One place each: they change hands by way of nobody. */
    private void exchange(UUID first, PersonId firstOwner, UUID second, PersonId secondOwner, boolean marked) {
        give(second, UUID.randomUUID(), null);
        give(first, secondOwner.value(), marked ? firstOwner.value() : null);
        give(second, firstOwner.value(), marked ? secondOwner.value() : null);
    }

    private void give(UUID place, UUID learner, @Nullable UUID from) {
        sql.sql("update learning.enrolment set learner_id = ?, merged_from = ?, version = version + 1 where id = ?")
                .param(learner)
                .param(from)
                .param(place)
                .update();
    }

    private void copy(UUID from, UUID to) {
        for (var statement : List.of(
                "insert into learning.lesson_read (enrolment_id, lesson_id, read_at)"
                        + " select :to, lesson_id, read_at from learning.lesson_read where enrolment_id = :from on conflict do nothing",
                "insert into learning.step_passed (enrolment_id, step_id, passed_at)"
                        + " select :to, step_id, passed_at from learning.step_passed where enrolment_id = :from on conflict do nothing",
                "insert into learning.exercise_answer (id, enrolment_id, lesson_id, question_version, response, fraction, answered_at)"
                        + " select gen_random_uuid(), :to, lesson_id, question_version, response, fraction, answered_at"
                        + " from learning.exercise_answer where enrolment_id = :from"))
            sql.sql(statement).param("from", from).param("to", to).update();
    }

    private boolean isDone(UUID place) {
        return enrolments
                .findById(place)
                .filter(found -> visits.visit(found).progress().isComplete())
                .isPresent();
    }

    private void completeWhenDone(UUID place) {
        if (enrolments.findById(place).filter(Enrolment::isActive).isEmpty() || !isDone(place)) return;
        sql.sql("update learning.enrolment set status = 'COMPLETED', completed_at = ?, merged_completion = true,"
                        + " version = version + 1 where id = ?")
                .param(Timestamp.from(clock.instant()))
                .param(place)
                .update();
    }

    @Override
    public void split(PersonId gone, PersonId kept) {
        for (var pair : pairs(gone, kept)) {
            var exchanged = cameFrom(pair.kept(), gone);
            forgetCopies(pair.kept(), pair.gone());
            if (exchanged) exchange(pair.gone(), gone, pair.kept(), kept, false);
        }
        sql.sql("update learning.enrolment set learner_id = :gone, merged_from = null, version = version + 1"
                        + " where learner_id = :kept and merged_from = :gone")
                .param("gone", gone.value())
                .param("kept", kept.value())
                .update();
    }

    private boolean cameFrom(UUID place, PersonId person) {
        return sql.sql("select exists (select from learning.enrolment where id = ? and merged_from = ?)")
                .param(place)
                .param(person.value())
                .query(Boolean.class)
                .single();
    }

    /** What was completed by both together is no longer. */
    private void forgetCopies(UUID place, UUID source) {
        sql.sql("select learning.forget_copies(?, ?)")
                .param(place)
                .param(source)
                .query((_, _) -> true)
                .single();
        var together = sql.sql("select merged_completion from learning.enrolment where id = ?")
                .param(place)
                .query(Boolean.class)
                .single();
        if (together && !isDone(place))
            sql.sql("update learning.enrolment set status = 'ACTIVE', completed_at = null, merged_completion = false,"
                            + " version = version + 1 where id = ?")
                    .param(place)
                    .update();
    }
}
