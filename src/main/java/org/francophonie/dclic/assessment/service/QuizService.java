package org.francophonie.dclic.assessment.service;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.francophonie.dclic.assessment.AttemptGraded;
import org.francophonie.dclic.assessment.AttemptId;
import org.francophonie.dclic.assessment.domain.Asking;
import org.francophonie.dclic.assessment.domain.Attempt;
import org.francophonie.dclic.assessment.domain.AttemptRepository;
import org.francophonie.dclic.assessment.domain.Marking;
import org.francophonie.dclic.assessment.service.QuizSheet.Answered;
import org.francophonie.dclic.authoring.Publications;
import org.francophonie.dclic.authoring.exercise.Mark;
import org.francophonie.dclic.authoring.exercise.Response;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.springframework.context.ApplicationEventPublisher;
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
    private final ApplicationEventPublisher events;
    private final JdbcClient sql;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    private record Quiz(UUID id, String title, int passMark, List<UUID> questions) {}

    QuizService(
            AttemptRepository attempts,
            QuestionStore questions,
            Publications publications,
            ApplicationEventPublisher events,
            JdbcClient sql,
            JsonMapper json,
            Ids ids,
            Clock clock) {
        this.attempts = attempts;
        this.questions = questions;
        this.publications = publications;
        this.events = events;
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
        if (open.isPresent()) return open.get().id();
        return attempts.saveAndFlush(new Attempt(
                        ids.next(AttemptId::new),
                        step.version(),
                        learner,
                        followed.course(),
                        earlier.isEmpty() ? 1 : earlier.getFirst().number() + 1,
                        random.nextLong(),
                        clock.instant()))
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

    @Requires(value = Right.TAKE_QUIZ, on = "id")
    @Transactional(readOnly = true)
    public QuizSheet sheet(AttemptId id) {
        var attempt = attempts.findById(id.value()).orElseThrow(() -> new NotFound("attempt"));
        var quiz = quiz(attempt.quizVersion());
        var documents = questions.documents(new LinkedHashSet<>(quiz.questions()));
        var course = publications.current(attempt.course());
        var answers = answers(id);
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
                attempt.result(),
                attempt.isOpen() ? Map.of() : marks(quiz, answers));
    }

    private Quiz quiz(UUID version) {
        return sql.sql("select quiz_id, title, pass_mark, questions from assessment.quiz_version where id = ?")
                .param(version)
                .query((row, _) -> new Quiz(
                        row.getObject("quiz_id", UUID.class),
                        row.getString("title"),
                        row.getInt("pass_mark"),
                        List.of((UUID[]) row.getArray("questions").getArray())))
                .single();
    }

    private Map<UUID, Answered> answers(AttemptId attempt) {
        var answers = new HashMap<UUID, Answered>();
        sql.sql("select distinct on (question_version) question_version, response, n from assessment.answer"
                        + " where attempt_id = ? order by question_version, n desc")
                .param(attempt.value())
                .query((java.sql.ResultSet row) -> {
                    answers.put(
                            row.getObject("question_version", UUID.class),
                            new Answered(json.readValue(row.getString("response"), Response.class), row.getLong("n")));
                });
        return answers;
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

    private Map<UUID, Mark> marks(Quiz quiz, Map<UUID, Answered> answers) {
        var marks = new HashMap<UUID, Mark>();
        questions.documents(new LinkedHashSet<>(quiz.questions())).forEach((version, document) -> {
            var answer = answers.get(version);
            var mark = answer == null ? Optional.<Mark>empty() : Marking.mark(document, answer.response());
            marks.put(version, mark.orElseGet(() -> Marking.unanswered(document)));
        });
        return marks;
    }

    /**
     * Keeps one answer; a repeated send is one answer.
     *
     * @return its count, or nothing when the quiz was already handed in, perhaps on another device
     */
    @Requires(value = Right.TAKE_QUIZ, on = "id")
    public OptionalLong answer(AttemptId id, UUID question, UUID commandId, Response response) {
        var open = sql.sql("select quiz_version_id from assessment.attempt where id = ? and state = 'OPEN' for share")
                .param(id.value())
                .query(UUID.class)
                .optional();
        if (open.isEmpty()) return OptionalLong.empty();
        if (!quiz(open.get()).questions().contains(question)) throw new NotFound("question");
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

    /** Hands the quiz in and marks it; handing in twice is handing in once. */
    @Requires(value = Right.TAKE_QUIZ, on = "id")
    public Attempt.Result handIn(AttemptId id) {
        sql.sql("select 1 from assessment.attempt where id = ? for update")
                .param(id.value())
                .query(Integer.class)
                .optional();
        var attempt = attempts.findById(id.value()).orElseThrow(() -> new NotFound("attempt"));
        var before = attempt.result();
        if (before.isPresent()) return before.get();
        var quiz = quiz(attempt.quizVersion());
        double points = marks(quiz, answers(id)).values().stream()
                .mapToDouble(Mark::fraction)
                .sum();
        attempt.handIn(points, quiz.questions().size(), quiz.passMark(), clock.instant());
        attempts.saveAndFlush(attempt);
        var result = attempt.result().orElseThrow();
        if (result.passed())
            events.publishEvent(new AttemptGraded(attempt.learner(), attempt.course(), quiz.id(), result.at()));
        return result;
    }
}
