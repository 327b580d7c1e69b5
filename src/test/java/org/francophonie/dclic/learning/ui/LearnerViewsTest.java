package org.francophonie.dclic.learning.ui;

import static com.github.mvysny.kaributesting.v10.BasicUtilsKt._fireDomEvent;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.ElementUtilsKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.router.RouterLink;
import org.francophonie.dclic.As;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.ViewTest;
import org.francophonie.dclic.authoring.exercise.QuestionForm;
import org.francophonie.dclic.learning.service.LearningService;
import org.francophonie.dclic.platform.ui.DraftArea;
import org.francophonie.dclic.platform.ui.OwnStep;
import org.francophonie.dclic.platform.ui.ReadAloud;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Requirement({"F-020", "F-022", "F-069", "F-080", "F-114"})
class LearnerViewsTest extends ViewTest {
    @Autowired
    private LearningService learning;

    private String code() throws Exception {
        return publications.current(publishedCourse()).orElseThrow().document().code();
    }

    private static void type(Input field, String text) {
        field.setValue(text);
    }

    @Test
    @As("LEARNER_A")
    void somebody_who_follows_nothing_is_led_to_the_catalogue() {
        go("");

        assertThat(screen()).contains("Bienvenue").contains("Choisir une formation");
        assertThat(_get(RouterLink.class, link -> link.withText("Choisir une formation"))
                        .getHref())
                .isEqualTo("formations");
    }

    @Test
    void a_visitor_who_opens_a_lesson_is_asked_to_sign_in_and_comes_back_to_it() throws Exception {
        go("cours/" + code() + "/2");

        assertThat(address()).startsWith("connexion?suite=cours").contains("2");
    }

    @Test
    @As("LEARNER_A")
    void the_door_of_a_course_enrols_and_leads_to_the_first_lesson() throws Exception {
        var code = code();

        go("cours/" + code);

        assertThat(address()).isEqualTo("cours/" + code + "/1");
        assertThat(screen()).contains("Les cases").contains("Leçon 1 sur 2").contains("0 % · encore");
        go("");
        assertThat(screen())
                .contains("Reprendre")
                .contains("Compter avec un tableur")
                .contains("Leçon 1");
    }

    @Test
    @As("LEARNER_A")
    void an_address_from_elsewhere_shows_the_course_and_enrols_nobody() throws Exception {
        var course = publishedCourse();
        var code = publications.current(course).orElseThrow().document().code();

        arrive("cours/" + code + "?lecon=2");

        assertThat(address()).startsWith("formations/").endsWith("?lecon=2");
        assertThat(me.does(() -> learning.visit(code))).isEmpty();
        _get(RouterLink.class, link -> link.withText("Commencer"));
        arrive("evaluations/nouvelle/" + code);
        assertThat(screen()).contains("Cette page n’existe pas");
    }

    @Test
    @As("LEARNER_A")
    void an_address_from_elsewhere_begins_no_try_at_a_quiz() throws Exception {
        var course = publishedCourse();
        var code = publications.current(course).orElseThrow().document().code();
        me.does(() -> learning.enrol(course));

        arrive("evaluations/nouvelle/" + code + "?encore");

        assertThat(address()).startsWith("formations/");
        go("evaluations/nouvelle/" + code);
        var attempt = address();
        arrive("evaluations/nouvelle/" + code);
        assertThat(address()).isEqualTo(attempt);
    }

    @Test
    @As("LEARNER_A")
    void after_signing_in_the_course_that_was_asked_for_begins() throws Exception {
        var code = code();

        OwnStep.leadTo("cours/" + code + "/2");
        arrive("cours/" + code + "/2");

        assertThat(address()).isEqualTo("cours/" + code + "/2");
    }

    @Test
    @As("LEARNER_A")
    @Requirement({"F-017", "F-029"})
    void somebody_new_is_shown_around_in_pictures_and_begins_a_first_course() throws Exception {
        var code = code();
        go("");
        go(_get(
                        RouterLink.class,
                        link -> link.withText("Première fois ici ? Voir la visite guidée".replace(" ?", "\u00a0?")))
                .getHref());

        for (int step = 1; step <= 4; step++) {
            assertThat(screen()).contains("Étape " + step + " sur 5");
            assertThat(_find(ReadAloud.class)).hasSize(1);
            go(_get(RouterLink.class, link -> link.withText("Continuer")).getHref());
        }

        assertThat(screen()).contains("Par quoi commencer");
        var starts = _find(RouterLink.class, link -> link.withText("Commencer"));
        assertThat(starts).extracting(RouterLink::getHref).anyMatch(href -> href.startsWith("cours/"));
        assertThat(code).isNotBlank();
    }

    @Test
    @As("LEARNER_A")
    @Requirement({"F-017", "F-029"})
    void help_speaks_of_the_screen_in_sight_and_goes_with_it() throws Exception {
        go("cours/" + code());
        var help = plainButton("Aide");

        _click(help);

        assertThat(screen()).contains("Aide pour cet écran").contains("Mode léger");
        assertThat(help.getElement().getAttribute("aria-expanded")).isEqualTo("true");
        go("");
        assertThat(screen()).doesNotContain("Aide pour cet écran");
        _click(help);
        assertThat(screen()).contains("où vous l’avez laissée");
        _click(plainButton("Fermer"));
        assertThat(screen()).doesNotContain("où vous l’avez laissée");
    }

    @Test
    @As("LEARNER_A")
    void reading_on_marks_the_lesson_and_tells_what_is_left() throws Exception {
        var code = code();
        go("cours/" + code);

        _click(_get(Button.class, button -> button.withClasses("next")));

        assertThat(address()).isEqualTo("cours/" + code + "/2");
        assertThat(screen()).contains("33 %").contains("Il reste 2 étapes");
    }

    @Test
    @As("LEARNER_A")
    void when_only_the_quiz_is_left_one_tap_leads_to_it() throws Exception {
        var course = publishedCourse();
        var document = publications.current(course).orElseThrow().document();
        me.does(() -> {
            var enrolment = learning.enrol(course);
            document.lessons().forEach(lesson -> learning.read(enrolment, lesson.lessonId()));
            return true;
        });
        go("plus");

        go("");

        var quiz = _get(RouterLink.class, link -> link.withText("Faire le quiz"));
        assertThat(quiz.getHref()).isEqualTo("evaluations/nouvelle/" + document.code());
        go(quiz.getHref());
        assertThat(address()).startsWith("evaluations/").doesNotContain("nouvelle");
    }

    @Test
    @As("LEARNER_A")
    void the_place_in_the_text_is_kept_for_the_next_device() throws Exception {
        var code = code();
        go("cours/" + code);

        _get(LessonView.class).rest(4);

        var visit = me.does(() -> learning.visit(code).orElseThrow());
        assertThat(visit.resume()).isEqualTo(1);
        assertThat(visit.resumeBlock()).isEqualTo(4);
        go("");
        go("cours/" + code);
        assertThat(me.does(() -> learning.visit(code).orElseThrow()).resumeBlock())
                .isEqualTo(4);
    }

    @Test
    @As("LEARNER_A")
    void an_exercise_says_why_an_answer_is_wrong_and_may_be_tried_again() throws Exception {
        go("cours/" + code());
        _click(_get(Button.class, button -> button.withText("Vérifier ma réponse")));
        assertThat(screen()).contains("Choisissez ou écrivez d’abord une réponse");

        choose("A2");
        _click(_get(Button.class, button -> button.withText("Vérifier ma réponse")));

        assertThat(screen()).contains("Pas encore");
        choose("B2");
        _click(_get(Button.class, button -> button.withText("Vérifier ma réponse")));
        assertThat(screen()).contains("✓ Juste");
    }

    /** As the browser tells it: the ids of the options chosen. */
    private static void choose(String words) {
        var form = _find(QuestionForm.class).getFirst().getElement();
        var id = Jsoup.parse(form.getProperty("innerHTML"))
                .select("label.choice:contains(" + words + ") input")
                .val();
        _fireDomEvent(
                _find(QuestionForm.class).getFirst(),
                "change",
                JacksonUtils.createObjectNode().put("window.dclicLine(element)", id));
    }

    @Test
    @As("LEARNER_A")
    void what_one_thinks_is_kept_and_shown_again() throws Exception {
        var code = code();
        go("cours/" + code);

        var field = _get(DraftArea.class).getElement().getChild(0).getChild(1);
        ElementUtilsKt._fireDomEvent(
                field,
                new DomEvent(
                        field,
                        "input",
                        JacksonUtils.createObjectNode()
                                .put("element.value", "Les dépenses du marché")
                                .put("element.dclicBase", -1)
                                .put("for", "trailing")));

        assertThat(screen()).contains("✓ Enregistré");
        go("");
        go("cours/" + code);
        assertThat(_get(DraftArea.class).getElement().getChild(0).getChild(1).getProperty("value"))
                .isEqualTo("Les dépenses du marché");
    }

    @Test
    @As("LEARNER_A")
    void a_lesson_that_does_not_exist_is_told_kindly() throws Exception {
        var code = code();
        go("cours/" + code);

        go("cours/" + code + "/99");

        assertThat(screen()).contains("Cette page n’existe pas");
    }

    @Test
    @As("LEARNER_A")
    void misspelt_words_find_their_course_in_the_application_too() throws Exception {
        publishedCourse();
        go("formations");
        type(_get(Input.class, field -> field.withId("chercher")), "tablleur");

        _click(_get(Button.class, button -> button.withText("Chercher")));

        assertThat(address()).isEqualTo("formations?q=tablleur");
        assertThat(screen()).contains("Compter avec un tableur").contains("pour « tableur »");
        go("formations?q=xylophone");
        assertThat(screen()).contains("Aucune formation ne contient ces mots");
    }

    @Test
    @As("LEARNER_A")
    void the_catalogue_shows_how_far_one_has_come() throws Exception {
        var code = code();
        go("cours/" + code);
        go("formations");

        assertThat(screen()).contains("En cours : 0 %");
    }

    @Test
    @As("LEARNER_A")
    void a_course_page_offers_to_begin_and_later_to_go_on() throws Exception {
        var document = publications.current(publishedCourse()).orElseThrow().document();
        go("formations/" + document.slug());
        assertThat(_get(RouterLink.class, link -> link.withText("Commencer")).getHref())
                .isEqualTo("cours/" + document.code());
        assertThat(screen()).contains("Écrire un nombre dans une case").contains("Référence " + document.code());

        go("cours/" + document.code());
        go("formations/" + document.slug());

        assertThat(screen()).contains("Reprendre la leçon 1");
    }

    @Test
    @As("LEARNER_A")
    void a_course_that_does_not_exist_is_told_kindly() {
        go("formations/dcl-zzzzz-z-rien");

        assertThat(screen()).contains("Cette page n’existe pas");
    }
}
