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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Places on courses. Where both accounts follow a course, the one that finished it first is the one that counts, with its
 * version, else that of the kept account; it gets what was done at the other one, which stays behind as it was.
 */
@Component
class MergedPlaces implements MergedData {
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
        return sql.sql("""
                        select g.id as gone, k.id as kept, g.completed_at is not null
                            and (k.completed_at is null or g.completed_at < k.completed_at) as gone_counts
                        from learning.enrolment g
                        join learning.enrolment k on k.course_id = g.course_id and k.learner_id = :kept
                        where g.learner_id = :gone""")
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
                with moved as (update learning.enrolment g set learner_id = :kept, version = version + 1
                    where learner_id = :gone and not exists (
                        select from learning.enrolment k where k.learner_id = :kept and k.course_id = g.course_id)
                    returning id)
                insert into learning.merged_place (gone, enrolment_id, former_owner) select :gone, id, :gone from moved""").param("gone", gone.value()).param("kept", kept.value()).update();
        for (var pair : pairs) {
            if (pair.goneCounts()) exchange(pair, gone, kept);
            copy(pair.other(), pair.counts());
            completeWhenDone(pair.counts(), gone, kept);
        }
    }

    /** One place each: they change hands by way of nobody. */
    private void exchange(Pair pair, PersonId gone, PersonId kept) {
        note(gone, pair.gone(), gone, false);
        note(gone, pair.kept(), kept, false);
        give(pair.kept(), UUID.randomUUID());
        give(pair.gone(), kept.value());
        give(pair.kept(), gone.value());
    }

    private void give(UUID place, UUID learner) {
        sql.sql("update learning.enrolment set learner_id = ?, version = version + 1 where id = ?")
                .param(learner)
                .param(place)
                .update();
    }

    /** What goes back when the two are parted. */
    private void note(PersonId gone, UUID place, PersonId owner, boolean completed) {
        sql.sql("""
                insert into learning.merged_place (gone, enrolment_id, former_owner, completed) values (?, ?, ?, ?)
                on conflict (gone, enrolment_id) do update set completed = excluded.completed""")
                .param(gone.value())
                .param(place)
                .param(owner.value())
                .param(completed)
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

    private void completeWhenDone(UUID place, PersonId gone, PersonId kept) {
        if (enrolments.findById(place).filter(Enrolment::isActive).isEmpty() || !isDone(place)) return;
        note(gone, place, kept, true);
        sql.sql(
                        "update learning.enrolment set status = 'COMPLETED', completed_at = ?, version = version + 1 where id = ?")
                .param(Timestamp.from(clock.instant()))
                .param(place)
                .update();
    }

    private record Moved(UUID place, UUID formerOwner, boolean completed) {}

    /** What was completed by both together is no longer; then each place goes back, by way of nobody. */
    @Override
    public void split(PersonId gone, PersonId kept) {
        var moved = sql.sql("select enrolment_id, former_owner, completed from learning.merged_place where gone = ?")
                .param(gone.value())
                .query((row, _) -> new Moved(
                        row.getObject("enrolment_id", UUID.class),
                        row.getObject("former_owner", UUID.class),
                        row.getBoolean("completed")))
                .list();
        pairs(gone, kept).forEach(pair -> forgetCopies(pair.kept(), pair.gone()));
        moved.stream()
                .filter(Moved::completed)
                .map(Moved::place)
                .filter(place -> !isDone(place))
                .forEach(this::reopen);
        moved.forEach(each -> give(each.place(), UUID.randomUUID()));
        moved.forEach(each -> give(each.place(), each.formerOwner()));
        sql.sql("delete from learning.merged_place where gone = ?")
                .param(gone.value())
                .update();
    }

    private void forgetCopies(UUID place, UUID source) {
        sql.sql("select learning.forget_copies(?, ?)")
                .param(place)
                .param(source)
                .query((_, _) -> true)
                .single();
    }

    private void reopen(UUID place) {
        sql.sql(
                        "update learning.enrolment set status = 'ACTIVE', completed_at = null, version = version + 1 where id = ?")
                .param(place)
                .update();
    }
}
