package org.francophonie.dclic.assessment.service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.francophonie.dclic.assessment.domain.Asking;
import org.francophonie.dclic.assessment.domain.Gift;
import org.francophonie.dclic.assessment.domain.GiftWriter;
import org.francophonie.dclic.assessment.domain.Marking;
import org.francophonie.dclic.assessment.domain.MoodleXml;
import org.francophonie.dclic.assessment.domain.QuestionDraft;
import org.francophonie.dclic.authoring.QuizStep;
import org.francophonie.dclic.authoring.exercise.ExerciseSource;
import org.francophonie.dclic.authoring.exercise.Mark;
import org.francophonie.dclic.authoring.exercise.Question;
import org.francophonie.dclic.authoring.exercise.Response;
import org.francophonie.dclic.platform.access.Open;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.ids.CourseId;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.text.HtmlSanitiser;
import org.francophonie.dclic.platform.text.MarkdownText;
import org.francophonie.dclic.platform.text.XmlFactory;
import org.francophonie.dclic.platform.text.XmlRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The questions of lessons and quizzes: read from files, kept as versions, asked without their key, marked. */
@Service
@Transactional
public class ExerciseService implements ExerciseSource {
    private static final int MINUTES_A_QUESTION = 1;

    private final QuestionStore store;
    private final HtmlSanitiser sanitiser;
    private final XmlFactory xml;
    private final JdbcClient sql;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ExerciseService(
            QuestionStore store, HtmlSanitiser sanitiser, XmlFactory xml, JdbcClient sql, Ids ids, Clock clock) {
        this.store = store;
        this.sanitiser = sanitiser;
        this.xml = xml;
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Open("reads a text and keeps nothing")
    @Transactional(readOnly = true)
    public Reading read(String name, String text) {
        if (!name.toLowerCase(Locale.ROOT).endsWith(".xml"))
            return new Gift(markdown -> MarkdownText.html(markdown).strip(), sanitiser::clean, random).read(text);
        try {
            return new MoodleXml(sanitiser::clean, random)
                    .read(xml.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
        } catch (XmlRefused refused) {
            return new Reading(List.of(), List.of(new Problem(refused.line(), "xml-refused", List.of())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    @Requires(Right.CREATE_COURSE)
    public UUID keep(CourseId course, UUID place, Draft draft) {
        return store.keep(course, place, ((QuestionDraft) draft).document());
    }

    @Override
    @Requires(Right.CREATE_COURSE)
    public QuizStep keepQuiz(CourseId course, UUID quiz, Rules rules, List<UUID> questionVersions) {
        sql.sql("insert into assessment.quiz (id, course_id) values (?, ?) on conflict (id) do nothing")
                .param(quiz)
                .param(course.value())
                .update();
        var version = ids.next();
        int minutes = rules.timeLimit().orElse(questionVersions.size() * MINUTES_A_QUESTION);
        sql.sql("""
                insert into assessment.quiz_version (id, quiz_id, number, title, pass_mark, minutes, time_limit, questions, created_at)
                select :id, :quiz, coalesce(max(number), 0) + 1, :title, :pass, :minutes, :limit, :questions, :at
                from assessment.quiz_version where quiz_id = :quiz""")
                .param("id", version)
                .param("quiz", quiz)
                .param("title", rules.title())
                .param("pass", rules.passMark())
                .param("minutes", minutes)
                .param("limit", rules.timeLimit().orElse(null))
                .param("questions", questionVersions.toArray(UUID[]::new))
                .param("at", Timestamp.from(clock.instant()))
                .update();
        return new QuizStep(quiz, version, rules.title(), minutes, questionVersions.size(), rules.timeLimit());
    }

    /** A question without its key is as public as the lesson it stands in. */
    @Override
    @Requires(Right.READ_COURSE)
    @Transactional(readOnly = true)
    public Map<UUID, Question> questions(Set<UUID> versions, long seed) {
        return store.documents(versions).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> Asking.ask(entry.getKey(), entry.getValue(), seed)));
    }

    @Override
    @Requires(Right.READ_COURSE)
    @Transactional(readOnly = true)
    public Map<UUID, String> solutions(Set<UUID> versions) {
        return store.documents(versions).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Marking.solution(entry.getValue())));
    }

    @Override
    @Requires(Right.READ_COURSE)
    @Transactional(readOnly = true)
    public Map<UUID, String> gift(Set<UUID> versions) {
        return store.documents(versions).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> GiftWriter.write(entry.getValue())));
    }

    @Override
    @Requires(value = Right.CREATE_COURSE, on = "course")
    @Transactional(readOnly = true)
    public QuizSource quizSource(CourseId course, UUID version) {
        var quiz = store.quiz(version);
        sql.sql("select 1 from assessment.quiz where id = ? and course_id = ?")
                .param(quiz.id())
                .param(course.value())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NotFound("quiz"));
        var questions = gift(Set.copyOf(quiz.questions()));
        return new QuizSource(
                new Rules(quiz.title(), quiz.passMark(), quiz.timeLimit()),
                quiz.questions().stream().map(questions::get).collect(Collectors.joining("\n\n", "", "\n")));
    }

    @Override
    @Requires(Right.READ_COURSE)
    @Transactional(readOnly = true)
    public Optional<Mark> mark(UUID version, Response response) {
        return Optional.ofNullable(store.documents(Set.of(version)).get(version))
                .flatMap(document -> Marking.mark(document, response));
    }
}
