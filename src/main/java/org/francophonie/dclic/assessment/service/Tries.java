package org.francophonie.dclic.assessment.service;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.francophonie.dclic.assessment.AttemptGraded;
import org.francophonie.dclic.assessment.AttemptId;
import org.francophonie.dclic.assessment.domain.Attempt;
import org.francophonie.dclic.assessment.domain.AttemptRepository;
import org.francophonie.dclic.assessment.domain.Marking;
import org.francophonie.dclic.assessment.service.QuizSheet.Answered;
import org.francophonie.dclic.authoring.exercise.Mark;
import org.francophonie.dclic.authoring.exercise.Response;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.ids.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What is kept of tries at quizzes, and the one way in which a try ends: by its learner, or because its time is over. */
@Component
@Transactional
class Tries {
    /** An answer given in time may need so long on a poor link. */
    static final Duration GRACE = Duration.ofMinutes(1);

    private final AttemptRepository attempts;
    private final QuestionStore questions;
    private final EntityManager entities;
    private final ApplicationEventPublisher events;
    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;

    Tries(
            AttemptRepository attempts,
            QuestionStore questions,
            EntityManager entities,
            ApplicationEventPublisher events,
            JdbcClient sql,
            JsonMapper json,
            Clock clock) {
        this.attempts = attempts;
        this.questions = questions;
        this.entities = entities;
        this.events = events;
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    Attempt find(AttemptId id) {
        return attempts.findById(id.value()).orElseThrow(() -> new NotFound("attempt"));
    }

    /** The last answer to each question answered. */
    Map<UUID, Answered> answers(AttemptId attempt) {
        var answers = new HashMap<UUID, Answered>();
        sql.sql("select distinct on (question_version) question_version, response, n from assessment.answer"
                        + " where attempt_id = ? order by question_version, n desc")
                .param(attempt.value())
                .query((ResultSet row) -> {
                    answers.put(
                            row.getObject("question_version", UUID.class),
                            new Answered(json.readValue(row.getString("response"), Response.class), row.getLong("n")));
                });
        return answers;
    }

    Set<UUID> flagged(AttemptId attempt) {
        return Set.copyOf(sql.sql("select question_version from assessment.flag where attempt_id = ?")
                .param(attempt.value())
                .query(UUID.class)
                .list());
    }

    Map<UUID, Mark> marks(QuestionStore.Quiz quiz, Map<UUID, Answered> answers) {
        var marks = new HashMap<UUID, Mark>();
        questions.documents(new LinkedHashSet<>(quiz.questions())).forEach((version, document) -> {
            var answer = answers.get(version);
            var mark = answer == null ? Optional.<Mark>empty() : Marking.mark(document, answer.response());
            marks.put(version, mark.orElseGet(() -> Marking.unanswered(document)));
        });
        return marks;
    }

    /** Tries whose time has been over for longer than any answer needs to arrive. */
    List<AttemptId> overdue() {
        return ids(sql.sql(
                        "select id from assessment.attempt where state = 'OPEN' and ends_at < ? order by ends_at limit 1000")
                .param(Timestamp.from(tooLate())));
    }

    /** Those of one learner for which a time was given. */
    List<AttemptId> timed(PersonId learner) {
        return ids(sql.sql(
                        "select id from assessment.attempt where learner_id = ? and state = 'OPEN' and ends_at is not null")
                .param(learner.value()));
    }

    private static List<AttemptId> ids(JdbcClient.StatementSpec select) {
        return select.query(UUID.class).list().stream().map(AttemptId::new).toList();
    }

    /** Who ended before this has nothing on its way any more. */
    Instant tooLate() {
        return clock.instant().minus(GRACE);
    }

    /** Hands a try in and marks it; handing in twice is handing in once. */
    Attempt.Result handIn(AttemptId id) {
        var attempt = find(id);
        entities.refresh(
                attempt, LockModeType.PESSIMISTIC_WRITE); // whoever had it a moment ago has perhaps handed it in
        var before = attempt.result();
        if (before.isPresent()) return before.get();
        var quiz = questions.quiz(attempt.quizVersion());
        double points = marks(quiz, answers(id)).values().stream()
                .mapToDouble(Mark::fraction)
                .sum();
        attempt.handIn(points, quiz.questions().size(), quiz.passMark(), clock.instant());
        attempts.saveAndFlush(attempt);
        sql.sql("delete from assessment.flag where attempt_id = ?")
                .param(id.value())
                .update();
        var result = attempt.result().orElseThrow();
        if (result.passed())
            events.publishEvent(new AttemptGraded(attempt.learner(), attempt.course(), quiz.id(), result.at()));
        return result;
    }
}
