package org.francophonie.dclic.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.francophonie.dclic.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A quiz with a time in a real browser, with a link and without; and questions marked to be looked at again. */
@Requirement("F-077")
class QuizTimeJourneyTest extends JourneyTest {
    @TempDir
    private Path folder;

    private Page begun(BrowserContext context, Somebody learner) throws Exception {
        var source = copyOfSmallCourse(folder.resolve("compter"));
        giveTime(source, "5");
        Files.writeString(
                source.resolve("quiz.gift"), "\n\n::Q5::Le nom du logiciel ? {=tableur}\n", StandardOpenOption.APPEND);
        var code = course(source).code();
        var page = context.newPage();
        go(page, "/app/cours/" + code);
        signIn(page, learner.email());
        sees(page, "Leçon 1 sur 2");
        follow(page, "evaluations/nouvelle/" + code);
        sees(page, "5 questions, à faire en 5 min");
        press(page, "Commencer maintenant");
        sees(page, "Question 1 sur 5");
        return page;
    }

    private static void endsIn(Somebody learner, int seconds) {
        owner().sql("update assessment.attempt set ends_at = now() + make_interval(secs => ?) where learner_id = ?")
                .param(seconds)
                .param(learner.id().value())
                .update();
    }

    @Test
    void the_time_left_is_shown_and_at_its_end_the_result() throws Exception {
        var learner = somebody("LEARNER_A");
        try (var context = browser.context(320)) {
            var page = begun(context, learner);
            sees(page, "Temps restant : 5 min");
            Browser.isFitForAll(page);
            choose(page, "Un nombre ou un mot");
            sees(page, "Réponse enregistrée");

            endsIn(learner, 6);
            page.reload();
            sees(page, "Temps restant : 5 s");

            sees(page, "Le temps était écoulé");
            sees(page, "1 sur 5");
        }
    }

    @Test
    void words_that_were_being_typed_at_the_end_count() throws Exception {
        var learner = somebody("LEARNER_A");
        try (var context = browser.context(320)) {
            var page = begun(context, learner);
            endsIn(learner, 6);
            page.reload();
            page.locator(".numbers [data-go='question-5']").click();
            page.locator("#question-5 input").pressSequentially("tableur");

            sees(page, "Le temps était écoulé");
            sees(page, "1 sur 5");
            assertThat(page.evaluate("document.activeElement.textContent"))
                    .asString()
                    .contains("Pas encore");
        }
    }

    /** A computer's clock may be wrong: the page asks, and goes on with what the server says. */
    @Test
    void a_clock_set_forward_locks_nobody_out() throws Exception {
        var learner = somebody("LEARNER_A");
        try (var context = browser.context(320)) {
            var page = begun(context, learner);
            page.evaluate("const now = Date.now; Date.now = () => now() + 3600000");
            page.evaluate("window.waited = new Promise((done) => setTimeout(done, 2500))");
            page.evaluate("window.waited");

            sees(page, "Temps restant : 5 min");
            choose(page, "Un nombre ou un mot");
            sees(page, "Réponse enregistrée");
        }
    }

    @Test
    void without_a_link_nothing_more_is_answered_and_the_result_comes_with_the_link() throws Exception {
        var learner = somebody("LEARNER_A");
        try (var context = browser.context(320)) {
            var page = begun(context, learner);
            endsIn(learner, 6);
            page.reload();
            sees(page, "Temps restant : 5 s");
            context.setOffline(true);

            sees(page, "Le résultat arrive dès que la connexion le permet");
            assertThat((Boolean) page.evaluate("document.querySelector('#question-1').inert"))
                    .isTrue();
            context.setOffline(false);
            sees(page, "Le temps était écoulé");
        }
    }

    @Test
    void a_question_marked_to_come_back_to_stays_marked_and_is_named_before_handing_in() throws Exception {
        var learner = somebody("LEARNER_A");
        try (var context = browser.context(768)) {
            var page = begun(context, learner);
            press(page, "À revoir");
            page.locator(".numbers .flagged").waitFor();
            page.locator("text=Question suivante").first().click();
            sees(page, "Question 2 sur 5");
            page.reload();

            page.locator(".numbers .flagged").waitFor();
            assertThat(page.locator(".numbers .flagged").getAttribute("aria-label"))
                    .isEqualTo("Question 1 : sans réponse, à revoir".replace(" :", "\u00a0:"));
            press(page, "Rendre");
            press(page, "Rendre le quiz");
            sees(page, "Vous vouliez revoir la question 1.");
        }
    }
}
