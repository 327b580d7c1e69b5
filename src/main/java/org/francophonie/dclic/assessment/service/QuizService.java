package org.francophonie.dclic.assessment.service;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.francophonie.dclic.assessment.AttemptId;
import org.francophonie.dclic.assessment.domain.Asking;
import org.francophonie.dclic.assessment.domain.Attempt;
import org.francophonie.dclic.assessment.domain.AttemptRepository;
import org.francophonie.dclic.assessment.domain.Marking;
import org.francophonie.dclic.assessment.service.QuizSheet.Answered;
import org.francophonie.dclic.authoring.Publications;
import org.francophonie.dclic.authoring.exercise.Response;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Taking a quiz: each answer is kept on its own, any device can go on, the server marks. */
@Service
@Transactional
public class QuizService {
    /** To one question within one try: nobody changes their mind that often, programs do. */
    private static final int MOST_ANSWERS = 200;

    private final AttemptRepository attempts;
    private final QuestionStore questions;
    private final Publications publications;
    private final Tries tries;
    private final JdbcClient sql;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    QuizService(
            AttemptRepository attempts,
            QuestionStore questions,
            Publications publications,
            Tries tries,
            JdbcClient sql,
            JsonMapper json,
            Ids ids,
            Clock clock) {
        this.attempts = attempts;
        this.questions = questions;
        this.publications = publications;
        this.tries = tries;
        this.sql = sql;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens the quiz of the version that the learner follows, or goes on with the try that is open; two clicks, two tabs and
     * two devices share it.
     */
    @Requires(Right.TAKE_QUIZ)
    public AttemptId begin(org.francophonie.dclic.authoring.PublicationId publication) {
        var learner = Actors.current().requirePerson();
        var followed = publications.version(publication).orElseThrow(() -> new NotFound("course"));
        var step = followed.document().quiz().orElseThrow(() -> new NotFound("quiz"));
        // One at a time for this learner and quiz: the second waits, then finds the first one's try.
        sql.sql("select pg_advisory_xact_lock(?)")
                .param(learner.value().getLeastSignificantBits()
                        ^ step.version().getLeastSignificantBits())
                .query((_, _) -> true)
                .list();
        var earlier = attempts.findByLearnerIdAndQuizVersionIdOrderByNumberDesc(learner.value(), step.version());
        var open = earlier.stream().filter(Attempt::isOpen).findFirst();
        if (open.isPresent() && !open.get().isOver(tries.tooLate()))
            return open.get().id();
        open.ifPresent(over -> tries.handIn(over.id()));
        var now = clock.instant();
        return attempts.saveAndFlush(new Attempt(
                        ids.next(AttemptId::new),
                        step.version(),
                        learner,
                        followed.course(),
                        earlier.isEmpty() ? 1 : earlier.getFirst().number() + 1,
                        random.nextLong(),
                        now,
                        questions
                                .quiz(step.version())
                                .timeLimit()
                                .map(minutes -> now.plus(Duration.ofMinutes(minutes)))))
                .id();
    }

    /** The learner's try that passed the quiz of this version, while none is open. */
    @Requires(Right.TAKE_QUIZ)
    @Transactional(readOnly = true)
    public Optional<AttemptId> passed(org.francophonie.dclic.authoring.PublicationId publication) {
        var tries = tries(Actors.current().requirePerson(), publication);
        if (tries.stream().anyMatch(Attempt::isOpen)) return Optional.empty();
        return tries.stream()
                .filter(attempt ->
                        attempt.result().filter(Attempt.Result::passed).isPresent())
                .map(Attempt::id)
                .findFirst();
    }

    /** The learner's try that is under way. */
    @Requires(Right.TAKE_QUIZ)
    @Transactional(readOnly = true)
    public Optional<AttemptId> underWay(org.francophonie.dclic.authoring.PublicationId publication) {
        return tries(Actors.current().requirePerson(), publication).stream()
                .filter(Attempt::isOpen)
                .map(Attempt::id)
                .findFirst();
    }

    /** Newest first. */
    private List<Attempt> tries(PersonId learner, org.francophonie.dclic.authoring.PublicationId publication) {
        return publications
                .version(publication)
                .flatMap(followed -> followed.document().quiz())
                .map(step -> attempts.findByLearnerIdAndQuizVersionIdOrderByNumberDesc(learner.value(), step.version()))
                .orElse(List.of());
    }

    /**
     * The time is over, as far as the browser knows, and what it kept has been sent: the try is handed in, unless the browser's
     * clock is ahead.
     */
    @Requires(value = Right.TAKE_QUIZ, on = "id")
    public QuizSheet timeIsUp(AttemptId id) {
        return sheet(id, clock.instant());
    }

    /** A try whose time is over is handed in first, once nothing can be on its way any more. */
    @Requires(value = Right.TAKE_QUIZ, on = "id")
    public QuizSheet sheet(AttemptId id) {
        return sheet(id, tries.tooLate());
    }

    private QuizSheet sheet(AttemptId id, Instant then) {
        var attempt = tries.find(id);
        if (attempt.isOpen() && attempt.isOver(then)) tries.handIn(id);
        var quiz = questions.quiz(attempt.quizVersion());
        var documents = questions.documents(new LinkedHashSet<>(quiz.questions()));
        var course = publications.current(attempt.course());
        var answers = tries.answers(id);
        return new QuizSheet(
                id,
                attempt.number(),
                quiz.title(),
                course.map(found -> found.document().code()).orElse(""),
                course.map(found -> found.document().description().title()).orElse(""),
                quiz.passMark(),
                quiz.questions().stream()
                        .flatMap(version -> Optional.ofNullable(documents.get(version)).stream()
                                .map(document -> Asking.ask(version, document, attempt.seed())))
                        .toList(),
                answers,
                tries.flagged(id),
                attempt.endsAt().map(end -> Duration.between(clock.instant(), end)),
                attempt.result(),
                attempt.isOpen() ? Map.of() : tries.marks(quiz, answers));
    }

    private Optional<Answered> last(AttemptId attempt, UUID question) {
        return sql.sql("select response, n from assessment.answer where attempt_id = ? and question_version = ?"
                        + " order by n desc limit 1")
                .param(attempt.value())
                .param(question)
                .query((row, _) ->
                        new Answered(json.readValue(row.getString("response"), Response.class), row.getLong("n")))
                .optional();
    }

    private long count(AttemptId attempt, UUID question) {
        return sql.sql("select count(*) from assessment.answer where attempt_id = ? and question_version = ?")
                .param(attempt.value())
                .param(question)
                .query(Long.class)
                .single();
    }

    /**
     * Keeps one answer; a repeated send is one answer.
     *
     * @return its count, or nothing when the quiz was already handed in, perhaps on another device, or its time is over
     */
    @Requires(value = Right.TAKE_QUIZ, on = "id")
    public OptionalLong answer(AttemptId id, UUID question, UUID commandId, Response response) {
        var open = sql.sql("select quiz_version_id from assessment.attempt where id = ? and state = 'OPEN'"
                        + " and (ends_at is null or ends_at >= ?) for share")
                .param(id.value())
                .param(Timestamp.from(tries.tooLate()))
                .query(UUID.class)
                .optional();
        if (open.isEmpty()) return OptionalLong.empty();
        if (!questions.quiz(open.get()).questions().contains(question)) throw new NotFound("question");
        var document = Optional.ofNullable(
                questions.documents(java.util.Set.of(question)).get(question));
        document.flatMap(found -> Marking.mark(found, response)).orElseThrow(() -> new NotFound("answer"));
        var last = last(id, question);
        if (last.isPresent() && last.get().response().equals(response))
            return OptionalLong.of(last.get().count());
        if (last.isPresent() && count(id, question) >= MOST_ANSWERS) throw new NotFound("answer");
        sql.sql("""
                insert into assessment.answer (id, attempt_id, question_version, response, answered_at)
                values (?, ?, ?, cast(? as jsonb), ?) on conflict (id) do nothing""")
                .param(commandId)
                .param(id.value())
                .param(question)
                .param(json.writerFor(Response.class).writeValueAsString(response))
                .param(Timestamp.from(clock.instant()))
                .update();
        return OptionalLong.of(sql.sql("select n from assessment.answer where id = ?")
                .param(commandId)
                .query(Long.class)
                .single());
    }

    /** Remembers, or no more, that the learner wants to look at a question again before handing in. */
    @Requires(value = Right.TAKE_QUIZ, on = "id")
    public void flag(AttemptId id, UUID question, boolean wanted) {
        var change = wanted
                ? "insert into assessment.flag (attempt_id, question_version) select id, question from try on conflict do nothing"
                : "delete from assessment.flag using try where attempt_id = id and question_version = question";
        sql.sql("""
                        with try as materialized (
                            select a.id, cast(:question as uuid) as question from assessment.attempt a
                            join assessment.quiz_version v on v.id = a.quiz_version_id
                            where a.id = :id and a.state = 'OPEN' and :question = any (v.questions) for share of a)
                        """ + change)
                .param("id", id.value())
                .param("question", question)
                .update();
    }

    /** Hands the quiz in and marks it; handing in twice is handing in once. */
    @Requires(value = Right.TAKE_QUIZ, on = "id")
    public Attempt.Result handIn(AttemptId id) {
        return tries.handIn(id);
    }
}
