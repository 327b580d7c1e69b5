package org.francophonie.dclic.assessment.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.francophonie.dclic.As;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.ViewTest;
import org.francophonie.dclic.assessment.AttemptId;
import org.francophonie.dclic.assessment.service.QuizService;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.francophonie.dclic.authoring.exercise.Question;
import org.francophonie.dclic.authoring.exercise.Response;
import org.francophonie.dclic.authoring.imports.ImportResult;
import org.francophonie.dclic.authoring.imports.Progress;
import org.francophonie.dclic.platform.files.SafeUnzip;
import org.francophonie.dclic.platform.jobs.Recurring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A quiz with a time: told before, counted from the beginning, ended by the server whatever the browser says. */
@Requirement("F-077")
class TimedQuizTest extends ViewTest {
    @Autowired
    private QuizService quizzes;

    @Autowired
    private List<Recurring> jobs;

    @TempDir
    private Path folder;

    private ImportResult imported(String time) throws Exception {
        giveTime(copyOfSmallCourse(folder), time);
        return asPlatform(() -> {
            try (var files = SafeUnzip.folder(folder)) {
                return imports.take(files, "compter", Progress.UNWATCHED);
            }
        });
    }

    private PublishedCourse timedCourse() throws Exception {
        var course = imported("20").course().orElseThrow();
        asPlatform(() -> publications.publish(course));
        return publications.current(course).orElseThrow().document();
    }

    private AttemptId begun() throws Exception {
        var code = timedCourse().code();
        go("cours/" + code);
        go("evaluations/nouvelle/" + code);
        _click(_get(Button.class, button -> button.withText("Commencer maintenant")));
        return new AttemptId(UUID.fromString(address().substring("evaluations/".length())));
    }

    /** As if it had begun earlier. */
    private static void ended(AttemptId attempt, int secondsAgo) {
        owner().sql("update assessment.attempt set ends_at = now() - make_interval(secs => ?) where id = ?")
                .param(secondsAgo)
                .param(attempt.value())
                .update();
    }

    private Question choice(AttemptId attempt) throws Exception {
        return me.does(() -> quizzes.sheet(attempt)).questions().stream()
                .filter(question -> question.kind() == Question.Kind.SINGLE)
                .findFirst()
                .orElseThrow();
    }

    private static Response right(Question question) {
        return new Response.Chosen(Set.of(question.options().stream()
                .filter(option -> option.html().contains("Un nombre ou un mot"))
                .findFirst()
                .orElseThrow()
                .id()));
    }

    @Test
    @As("LEARNER_A")
    void the_time_is_told_first_and_a_look_begins_nothing() throws Exception {
        var course = timedCourse();
        go("cours/" + course.code());
        go("formations/" + course.slug());
        assertThat(screen()).contains("4 questions · à faire en 20 min");

        go("evaluations/nouvelle/" + course.code());

        assertThat(screen())
                .contains("4 questions, à faire en 20 min")
                .contains("Le temps court dès que vous commencez")
                .contains("Pas maintenant");
        assertThat(sql.sql("select count(*) from assessment.attempt where learner_id = ?")
                        .param(me.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @As("LEARNER_A")
    void once_begun_what_is_left_is_shown() throws Exception {
        var attempt = begun();

        assertThat(_find(TimeLeftLine.class)).hasSize(1);
        assertThat(me.does(() -> quizzes.sheet(attempt))
                        .timeLeft()
                        .orElseThrow()
                        .toMinutes())
                .isBetween(18L, 20L);
        assertThat(screen()).doesNotContain("reprenez quand vous voulez");
    }

    @Test
    @As("LEARNER_A")
    void an_answer_on_its_way_when_the_time_ends_counts_a_later_one_does_not() throws Exception {
        var attempt = begun();
        var question = choice(attempt);
        ended(attempt, 30);
        assertThat(me.does(() -> quizzes.answer(attempt, question.version(), UUID.randomUUID(), right(question))))
                .isPresent();
        ended(attempt, 90);
        assertThat(me.does(() ->
                        quizzes.answer(attempt, question.version(), UUID.randomUUID(), new Response.Chosen(Set.of()))))
                .isEmpty();

        go("evaluations/" + attempt);

        assertThat(screen())
                .contains("Le temps était écoulé")
                .contains("1 sur 4")
                .contains("reçu");
    }

    @Test
    @As("LEARNER_A")
    void whoever_does_not_come_back_is_handed_in_once_with_what_was_answered() throws Exception {
        var attempt = begun();
        var question = choice(attempt);
        me.does(() -> quizzes.answer(attempt, question.version(), UUID.randomUUID(), right(question)));
        ended(attempt, 90);

        var job = jobs.stream()
                .filter(known -> known.name().equals("quiz-time"))
                .findFirst()
                .orElseThrow();
        job.run();
        job.run();

        var result = me.does(() -> quizzes.sheet(attempt)).result().orElseThrow();
        assertThat(result.timedOut()).isTrue();
        assertThat(result.points()).isEqualTo(1);
    }

    @Test
    @As("LEARNER_A")
    void a_clock_that_is_ahead_ends_nothing_and_the_end_comes_when_the_server_says_so() throws Exception {
        var attempt = begun();

        assertThat(me.does(() -> quizzes.timeIsUp(attempt)).result()).isEmpty();
        ended(attempt, 1);
        assertThat(me.does(() -> quizzes.timeIsUp(attempt)).result()).isPresent();
    }

    @Test
    @As("LEARNER_A")
    void two_tabs_that_end_at_once_hand_in_once() throws Exception {
        var attempt = begun();
        ended(attempt, 1);
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Boolean> end =
                    () -> me.does(() -> quizzes.timeIsUp(attempt)).result().isPresent();
            for (var done : both.invokeAll(List.of(end, end)))
                assertThat(done.get()).isTrue();
        }
    }

    @Test
    @As("LEARNER_A")
    void beginning_again_after_the_time_is_a_new_try() throws Exception {
        var attempt = begun();
        ended(attempt, 90);
        var version = publications
                .currentByCode(me.does(() -> quizzes.sheet(attempt)).courseCode())
                .orElseThrow()
                .id();

        var next = me.does(() -> quizzes.begin(version));

        assertThat(next).isNotEqualTo(attempt);
        assertThat(me.does(() -> quizzes.sheet(next)).number()).isEqualTo(2);
    }

    @Test
    @As("EDITOR")
    void a_time_that_is_no_time_is_reported_and_left_out() throws Exception {
        for (var wrong : List.of("vingt", "0", "100000")) {
            var result = imported(wrong);
            assertThat(result.quiz().orElseThrow().timeLimit()).as(wrong).isEmpty();
            assertThat(result.report().lines()).as(wrong).anyMatch(line -> line.key()
                    .equals("quiz-time-unclear"));
        }
    }
}
