package org.francophonie.dclic.assessment.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.assessment.AttemptId;
import org.francophonie.dclic.authoring.exercise.Question;
import org.francophonie.dclic.authoring.exercise.Response;
import org.francophonie.dclic.platform.errors.NotFound;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Requirement("F-080")
class QuizServiceTest extends PlatformTest {
    @Autowired
    private QuizService quizzes;

    private AttemptId begun(Somebody learner) throws Exception {
        var publication = publications.current(publishedCourse()).orElseThrow().id();
        return learner.does(() -> quizzes.begin(publication));
    }

    private Question question(Somebody learner, AttemptId attempt, Question.Kind kind) throws Exception {
        return learner.does(() -> quizzes.sheet(attempt)).questions().stream()
                .filter(question -> question.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private long rows(AttemptId attempt) {
        return sql.sql("select count(*) from assessment.answer where attempt_id = ?")
                .param(attempt.value())
                .query(Long.class)
                .single();
    }

    @Test
    void the_same_answer_sent_again_and_again_is_kept_once_and_a_program_that_never_stops_is_refused()
            throws Exception {
        var learner = somebody("LEARNER_A");
        var attempt = begun(learner);
        var question = question(learner, attempt, Question.Kind.SINGLE);
        var one = new Response.Chosen(Set.of(question.options().get(0).id()));
        var other = new Response.Chosen(Set.of(question.options().get(1).id()));

        var first = learner.does(() -> quizzes.answer(attempt, question.version(), UUID.randomUUID(), one));
        var again = learner.does(() -> quizzes.answer(attempt, question.version(), UUID.randomUUID(), one));

        assertThat(again).isEqualTo(first);
        assertThat(rows(attempt)).isEqualTo(1);

        for (int i = 1; i < 200; i++) {
            var next = i % 2 == 0 ? one : other;
            learner.does(() -> quizzes.answer(attempt, question.version(), UUID.randomUUID(), next));
        }
        assertThatThrownBy(
                        () -> learner.does(() -> quizzes.answer(attempt, question.version(), UUID.randomUUID(), one)))
                .isInstanceOf(NotFound.class);
        assertThat(rows(attempt)).isEqualTo(200);
    }

    @Test
    void an_answer_with_signs_that_no_keyboard_sends_is_refused_or_kept_without_them() throws Exception {
        var learner = somebody("LEARNER_A");
        var attempt = begun(learner);
        var question = question(learner, attempt, Question.Kind.MATCHING);
        var forged = new Response.Matched(Map.of(question.lefts().getFirst().id(), "a\0"));

        assertThatThrownBy(() ->
                        learner.does(() -> quizzes.answer(attempt, question.version(), UUID.randomUUID(), forged)))
                .isInstanceOf(NotFound.class);
        assertThat(new Response.Written("1\u00002").text()).isEqualTo("12");
    }
}
