package org.francophonie.dclic.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.francophonie.dclic.Requirement;
import org.junit.jupiter.api.Test;

/** Without a link, in two tabs, on two devices: nothing that was written or chosen is lost. */
@Requirement({"F-017", "F-069", "F-077"})
class BrokenLinkJourneyTest extends JourneyTest {

    @Test
    void what_was_typed_without_a_link_is_there_again_when_it_returns() throws Exception {
        var code = smallCourse().code();
        var learner = somebody("LEARNER_A");
        try (var context = browser.context(320)) {
            var page = inFirstLesson(context, code, learner);

            context.setOffline(true);
            page.getByLabel("Vos mots").pressSequentially("Sans réseau");
            sees(page, "Gardé sur cet appareil");
            context.setOffline(false);
            page.reload();

            sees(page, "✓ Enregistré");
            assertThat(page.getByLabel("Vos mots").inputValue()).isEqualTo("Sans réseau");
        }
    }

    @Test
    void two_tabs_that_write_the_same_reflection_lose_nothing() throws Exception {
        var code = smallCourse().code();
        var learner = somebody("LEARNER_A");
        try (var context = browser.context(320)) {
            var first = inFirstLesson(context, code, learner);
            var second = context.newPage();
            go(second, "/app/cours/" + code);
            sees(second, "Leçon 1 sur 2");

            first.getByLabel("Vos mots").fill("Écrit dans le premier onglet");
            sees(first, "✓ Enregistré");
            second.getByLabel("Vos mots").fill("Écrit dans le second onglet");
            sees(second, "Vous avez écrit un autre texte ailleurs");
            sees(second, "Écrit dans le premier onglet");
            Browser.isFitForAll(second);
            press(second, "Garder les deux textes");
            sees(second, "✓ Enregistré");
            first.reload();

            assertThat(first.getByLabel("Vos mots").inputValue())
                    .isEqualTo("Écrit dans le premier onglet\n\nÉcrit dans le second onglet");
            second.getByLabel("Vos mots").fill("Un seul texte");
            sees(second, "✓ Enregistré");
            first.reload();
            assertThat(first.getByLabel("Vos mots").inputValue()).isEqualTo("Un seul texte");
        }
    }

    /** A phone writes without a link; before it has one again, the computer has gone on from the same text. */
    @Test
    void an_older_text_kept_by_a_phone_does_not_overwrite_a_newer_one() throws Exception {
        var code = smallCourse().code();
        var learner = somebody("LEARNER_A");
        try (var phone = browser.context(320);
                var computer = browser.context(1280)) {
            var there = inFirstLesson(phone, code, learner);
            phone.setOffline(true);
            there.getByLabel("Vos mots").pressSequentially("Du téléphone");
            sees(there, "Gardé sur cet appareil");
            var here = computer.newPage();
            go(here, "/app/cours/" + code);
            signIn(here, learner.email());
            here.getByLabel("Vos mots").fill("De l’ordinateur");
            sees(here, "✓ Enregistré");

            phone.setOffline(false);
            there.reload();
            sees(there, "Vous vous êtes connecté sur un autre appareil");
            signIn(there, learner.email());

            sees(there, "Vous avez écrit un autre texte ailleurs");
            press(there, "Garder seulement l’autre texte");
            sees(there, "✓ Enregistré");
            assertThat(there.getByLabel("Vos mots").inputValue()).isEqualTo("De l’ordinateur");
        }
    }

    @Test
    void an_exercise_checked_without_a_link_says_that_it_waits() throws Exception {
        var code = smallCourse().code();
        var learner = somebody("LEARNER_A");
        try (var context = browser.context(320)) {
            var page = inFirstLesson(context, code, learner);

            context.setOffline(true);
            choose(page, "B2");
            press(page, "Vérifier ma réponse");
            sees(page, "Envoi de votre réponse");
            context.setOffline(false);

            sees(page, "✓ Juste");
            page.getByText("Envoi de votre réponse")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        }
    }

    @Test
    void when_the_link_returns_the_banner_goes_and_one_goes_on_without_a_reload() throws Exception {
        var code = smallCourse().code();
        var learner = somebody("LEARNER_A");
        try (var context = browser.context(320)) {
            var page = inFirstLesson(context, code, learner);
            page.evaluate("window.here = true");

            context.setOffline(true);
            press(page, "J’ai lu");
            sees(page, "Connexion perdue");
            context.setOffline(false);

            sees(page, "Leçon 2 sur 2");
            page.getByText("Connexion perdue")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            follow(page, "formations");
            page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Formations"))
                    .waitFor();
            assertThat(page.evaluate("window.here")).isEqualTo(true);
            assertThat(page.locator("iframe").count()).isZero();
        }
    }

    @Test
    void the_way_back_without_a_link_leaves_what_is_read_in_its_place() throws Exception {
        var code = smallCourse().code();
        var learner = somebody("LEARNER_A");
        try (var context = browser.context(320)) {
            var page = inFirstLesson(context, code, learner);
            press(page, "J’ai lu");
            sees(page, "Leçon 2 sur 2");
            var here = page.url();

            context.setOffline(true);
            page.evaluate("history.back()");
            sees(page, "Pas de connexion");
            sees(page, "Leçon 2 sur 2");
            assertThat(page.locator("iframe").count()).isZero();
            assertThat(page.url()).isEqualTo(here);
            context.setOffline(false);
            page.waitForFunction("!Vaadin.connectionState.offline");

            page.evaluate("history.back()");
            sees(page, "Leçon 1 sur 2");
        }
    }

    @Test
    void answers_given_without_a_link_reach_the_server_when_it_returns() throws Exception {
        var code = smallCourse().code();
        var learner = somebody("LEARNER_A");
        try (var context = browser.context(320)) {
            var page = inFirstLesson(context, code, learner);
            follow(page, "evaluations/nouvelle/" + code);
            sees(page, "Question 1 sur 4");

            context.setOffline(true);
            choose(page, "Un nombre ou un mot");
            sees(page, "Gardé sur cet appareil");
            press(page, "Question suivante");
            choose(page, "A1");
            press(page, "Question suivante");
            choose(page, "Vrai");
            context.setOffline(false);
            page.reload();
            sees(page, "Question 3 sur 4");

            sees(page, "Réponse enregistrée");
            page.waitForCondition(() -> answers(learner) == 3);
        }
    }

    private long answers(Somebody learner) {
        return sql.sql("select count(distinct question_version) from assessment.answer a"
                        + " join assessment.attempt t on t.id = a.attempt_id where t.learner_id = ?")
                .param(learner.id().value())
                .query(Long.class)
                .single();
    }
}
