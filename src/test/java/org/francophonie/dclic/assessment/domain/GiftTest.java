package org.francophonie.dclic.assessment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.authoring.exercise.ExerciseSource.Reading;
import org.francophonie.dclic.authoring.exercise.Mark;
import org.francophonie.dclic.authoring.exercise.Question.Kind;
import org.francophonie.dclic.authoring.exercise.Response;
import org.junit.jupiter.api.Test;

@Requirement("F-065")
class GiftTest {

    private static Reading read(String gift) {
        return new Gift(text -> text, Function.identity(), new Random(1)).read(gift);
    }

    private static QuestionDocument only(String gift) {
        return ((QuestionDraft) read(gift).drafts().getFirst()).document();
    }

    private static Mark mark(QuestionDocument question, Response response) {
        return Marking.mark(question, response).orElseThrow();
    }

    private static Response.Chosen choose(QuestionDocument question, String... texts) {
        return new Response.Chosen(question.choices().stream()
                .filter(choice -> Set.of(texts).contains(choice.html()))
                .map(QuestionDocument.Choice::id)
                .collect(Collectors.toSet()));
    }

    @Test
    void one_right_answer_with_its_feedback() {
        var question = only("::Titre::Capitale du Sénégal ? {=Dakar #Oui. ~Thiès #Non, c'est une autre ville.}");

        assertThat(question.kind()).isEqualTo(Kind.SINGLE);
        assertThat(mark(question, choose(question, "Dakar")).isRight()).isTrue();
        var wrong = mark(question, choose(question, "Thiès"));
        assertThat(wrong.fraction()).isZero();
        assertThat(wrong.perOption()).containsValue("Non, c'est une autre ville.");
    }

    @Test
    void several_right_answers_add_up_and_wrong_ones_take_away() {
        var question = only("Fruits ? {~%50%Mangue ~%50%Papaye ~%-50%Caillou}");

        assertThat(question.kind()).isEqualTo(Kind.MULTIPLE);
        assertThat(mark(question, choose(question, "Mangue", "Papaye")).isRight())
                .isTrue();
        assertThat(mark(question, choose(question, "Mangue")).fraction()).isEqualTo(0.5);
        assertThat(mark(question, choose(question, "Mangue", "Papaye", "Caillou"))
                        .fraction())
                .isEqualTo(0.5);
    }

    @Test
    void true_or_false_gives_the_feedback_of_what_was_chosen() {
        var question = only("Le ciel est bleu.{TRUE#Si, il l'est.#Oui.}");

        assertThat(mark(question, choose(question, "Faux")).perOption()).containsValue("Si, il l'est.");
        assertThat(mark(question, choose(question, "Vrai")).isRight()).isTrue();
    }

    @Test
    void short_answers_forgive_case_accents_and_spaces() {
        var question = only("Ville ? {=N'Djaména #Oui. =%50%Djamena}");

        assertThat(mark(question, new Response.Written("  n’djamena ")).isRight())
                .isTrue();
        assertThat(mark(question, new Response.Written("djamena")).isPartlyRight())
                .isTrue();
        assertThat(mark(question, new Response.Written("Abéché")).fraction()).isZero();
    }

    @Test
    void numbers_may_be_near_and_written_the_french_way() {
        assertThat(mark(only("Combien ? {#1500:10}"), new Response.Written("1 505,5"))
                        .isRight())
                .isTrue();
        assertThat(mark(only("Combien ? {#1..5}"), new Response.Written("6")).fraction())
                .isZero();
        assertThat(mark(only("Combien ? {#\n=12:0 #Oui.\n=%50%12:2 #Presque.\n}"), new Response.Written("13"))
                        .fraction())
                .isEqualTo(0.5);
    }

    @Test
    void pairs_are_worth_the_same_each() {
        var question = only("Reliez {=a -> 1 =b -> 2}");
        var half = Map.of(
                question.pairs().get(0).leftId(), question.pairs().get(0).rightId(),
                question.pairs().get(1).leftId(), question.pairs().get(0).rightId());

        assertThat(mark(question, new Response.Matched(half)).fraction()).isEqualTo(0.5);
    }

    @Test
    void escaped_signs_are_text() {
        assertThat(only("Combien fait 1\\=1 \\{ou\\} non \\: oui ? {=A ~B}").html())
                .isEqualTo("Combien fait 1=1 {ou} non : oui ?");
    }

    @Test
    void essays_and_broken_questions_are_told_not_dropped() {
        var reading = read("Racontez. {}\n\nSans réponse juste {~a ~b}\n\nOk ? {=a ~b}");

        assertThat(reading.drafts()).hasSize(1);
        assertThat(reading.problems()).hasSize(2);
    }

    @Test
    void an_answer_that_was_not_offered_is_no_answer() {
        assertThat(Marking.mark(only("Ok ? {=a ~b}"), new Response.Chosen(Set.of("zzz"))))
                .isEmpty();
    }
}
