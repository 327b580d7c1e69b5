package org.francophonie.dclic.assessment.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.francophonie.dclic.As;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.ViewTest;
import org.francophonie.dclic.assessment.AttemptId;
import org.francophonie.dclic.assessment.service.QuizService;
import org.francophonie.dclic.authoring.exercise.Question;
import org.francophonie.dclic.authoring.exercise.Response;
import org.francophonie.dclic.learning.service.LearningService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Requirement({"F-077", "F-078"})
class QuizViewTest extends ViewTest {
    @Autowired
    private QuizService quizzes;

    @Autowired
    private LearningService learning;

    private AttemptId begun() throws Exception {
        var code =
                publications.current(publishedCourse()).orElseThrow().document().code();
        go("cours/" + code);
        go("evaluations/nouvelle/" + code);
        return new AttemptId(UUID.fromString(address().substring("evaluations/".length())));
    }

    private Question question(AttemptId attempt, Question.Kind kind) throws Exception {
        return me.does(() -> quizzes.sheet(attempt).questions().stream()
                .filter(question -> question.kind() == kind)
                .findFirst()
                .orElseThrow());
    }

    private static String option(Question question, String words) {
        return question.options().stream()
                .filter(option -> option.html().contains(words))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void answer(AttemptId attempt, Question question, Response response) throws Exception {
        assertThat(me.does(() -> quizzes.answer(attempt, question.version(), UUID.randomUUID(), response)))
                .isPresent();
    }

    @Test
    @As("LEARNER_A")
    void an_open_quiz_shows_its_questions_and_what_is_needed() throws Exception {
        begun();

        assertThat(screen()).contains("Questions : 4. Pour réussir : 50 %").contains("Question 4 sur 4");
        assertThat(_find(QuizStepPanel.class)).hasSize(4);
    }

    @Test
    @As("LEARNER_A")
    void handing_in_with_answers_missing_asks_once_and_names_them() throws Exception {
        var attempt = begun();

        _click(_get(Button.class, button -> button.withText("Rendre le quiz")));
        assertThat(screen()).contains("Les questions 1, 2, 3 et 4 n’ont pas de réponse");

        _click(_get(Button.class, button -> button.withText("Rendre quand même")));
        assertThat(me.does(() -> quizzes.sheet(attempt)).result())
                .as("a double press is one press")
                .isEmpty();
        Thread.sleep(1300);
        _click(_get(Button.class, button -> button.withText("Rendre quand même")));
        assertThat(screen())
                .contains("Pas encore : 0 sur 4")
                .contains("Vous n’avez pas répondu")
                .contains("reçu");
        assertThat(me.does(() -> quizzes.sheet(attempt)).result()).isPresent();
    }

    @Test
    @As("LEARNER_A")
    void a_quiz_passed_completes_the_course_once_its_lessons_are_read() throws Exception {
        var attempt = begun();
        var sheet = me.does(() -> quizzes.sheet(attempt));
        var single = question(attempt, Question.Kind.SINGLE);
        answer(attempt, single, new Response.Chosen(Set.of(option(single, "Un nombre ou un mot"))));
        var several = question(attempt, Question.Kind.MULTIPLE);
        answer(attempt, several, new Response.Chosen(Set.of(option(several, "A1"), option(several, "C12"))));

        go("evaluations/" + attempt);
        _click(_get(Button.class, button -> button.withText("Rendre le quiz")));
        Thread.sleep(1300);
        _click(_get(Button.class, button -> button.withText("Rendre quand même")));

        assertThat(screen()).contains("Réussi : 2 sur 4");
        var visit = me.does(() -> learning.visit(sheet.courseCode()).orElseThrow());
        assertThat(visit.completedAt()).isEmpty();
        for (var lesson : visit.publication().document().lessons())
            me.does(() -> {
                learning.read(visit.enrolment(), lesson.lessonId());
                return true;
            });
        assertThat(me.does(() -> learning.visit(sheet.courseCode()).orElseThrow())
                        .completedAt())
                .isPresent();
        go("");
        assertThat(screen()).contains("Terminée le");
    }

    @Test
    @As("LEARNER_A")
    void matching_gives_part_of_the_points() throws Exception {
        var attempt = begun();
        var matching = question(attempt, Question.Kind.MATCHING);
        var column = matching.lefts().stream()
                .filter(left -> left.html().contains("Colonne"))
                .findFirst()
                .orElseThrow()
                .id();

        answer(attempt, matching, new Response.Matched(Map.of(column, option(matching, "Lettre"))));
        var result = me.does(() -> quizzes.handIn(attempt));

        assertThat(result.points()).isEqualTo(0.5);
    }

    @Test
    @As("LEARNER_A")
    void a_question_marked_to_be_looked_at_again_is_remembered_and_named_before_handing_in() throws Exception {
        var attempt = begun();
        var questions = me.does(() -> quizzes.sheet(attempt)).questions();
        for (var question : questions) me.does(() -> flag(attempt, question, true));
        for (var question : questions.subList(1, 4)) me.does(() -> flag(attempt, question, false));
        go("evaluations/" + attempt);

        assertThat(_get(NativeButton.class, button -> button.withText("⚑ Question 1"))
                        .getElement()
                        .getAttribute("data-go"))
                .isEqualTo("question-1");
        _click(_get(Button.class, button -> button.withText("Rendre le quiz")));
        assertThat(screen()).contains("Vous vouliez revoir la question 1.");

        me.does(() -> quizzes.handIn(attempt));
        assertThat(me.does(() -> quizzes.sheet(attempt)).flagged()).isEmpty();
    }

    private boolean flag(AttemptId attempt, Question question, boolean wanted) {
        quizzes.flag(attempt, question.version(), wanted);
        return wanted;
    }

    @Test
    @As("LEARNER_A")
    void somebody_elses_quiz_is_refused() throws Exception {
        var attempt = begun();
        signIn(somebody("LEARNER_M"));

        go("evaluations/" + attempt);

        assertThat(screen()).contains("Vous n’avez pas accès à cette page");
    }

    @Test
    @As("LEARNER_A")
    void an_answer_to_a_quiz_handed_in_elsewhere_changes_nothing() throws Exception {
        var attempt = begun();
        var single = question(attempt, Question.Kind.SINGLE);
        me.does(() -> quizzes.handIn(attempt));

        assertThat(me.does(() -> quizzes.answer(
                        attempt,
                        single.version(),
                        UUID.randomUUID(),
                        new Response.Chosen(Set.of(option(single, "Un nombre ou un mot"))))))
                .isEmpty();
        assertThat(me.does(() -> quizzes.handIn(attempt)).points()).isZero();
    }
}
