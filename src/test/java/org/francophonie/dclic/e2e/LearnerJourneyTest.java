package org.francophonie.dclic.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.net.URI;
import java.time.Year;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.francophonie.dclic.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement({"F-005", "F-017", "F-069", "F-077", "F-079", "F-113", "F-119", "F-138"})
class LearnerJourneyTest extends JourneyTest {

    @ParameterizedTest
    @ValueSource(ints = {320, 1280})
    void a_visitor_reads_the_first_lesson_three_taps_from_home(int width) throws Exception {
        smallCourse();
        Set<String> hosts = new ConcurrentSkipListSet<>();
        try (var context = browser.context(width)) {
            var page = context.newPage();
            page.onRequest(request -> hosts.add(URI.create(request.url()).getAuthority()));
            go(page, "/");

            press(page, "Compter avec un tableur");
            press(page, "Commencer");

            sees(page, "Leçon 1 sur 2");
            press(page, "J’ai lu. Leçon 2");
            sees(page, "Leçon 2 sur 2");
        }
        assertThat(hosts).containsExactly("localhost:" + port);
    }

    @Test
    void a_visitor_needs_no_script() throws Exception {
        var course = smallCourse();
        try (var context = browser.withoutScript(320)) {
            var page = context.newPage();
            go(page, "/formations?q=tablleur");
            sees(page, "Compter avec un tableur");

            go(page, "/formations/" + course.slug() + "/lecon/1");
            press(page, "J’ai lu. Leçon 2");

            sees(page, "Leçon 2 sur 2");
        }
    }

    private static void saysWhoSheIs(Page page, String name) {
        page.getByLabel("Votre nom").fill(name);
        page.getByLabel("Année de naissance").fill("1990");
        page.getByLabel("Pays où vous vivez").selectOption("SN");
        press(page, "Continuer");
    }

    /** No address, no password: a code and six digits, on the phone where they were chosen. */
    @Test
    void somebody_without_an_address_joins_and_comes_back_by_code_and_pin() {
        try (var context = browser.context(320);
                var elsewhere = browser.context(320)) {
            var page = context.newPage();
            go(page, "/app/inscription");
            saysWhoSheIs(page, "Awa");
            page.getByText("Sans e-mail, avec un PIN").click();
            Browser.isFitForAll(page);
            page.getByLabel("Choisissez un PIN de 6 chiffres").first().fill("405162");
            press(page, "Créer mon compte");
            sees(page, "Votre code D-CLIC");
            Browser.isFitForAll(page);
            var code = page.locator(".code-line").textContent();
            press(page, "J’ai noté mon code");
            sees(page, "Vous ne suivez encore aucune formation");
            go(page, "/app/plus");
            press(page, "Me déconnecter");
            sees(page, "Je débute");

            signIn(page, "/app/connexion?code=" + code, "405162");
            sees(page, "Vous ne suivez encore aucune formation");
            var other = elsewhere.newPage();
            signIn(other, "/app/connexion?code=" + code, "405162");
            sees(other, "Un PIN, ou une adresse pas encore confirmée, ne marche que");
        }
    }

    /** Fourteen years old: she learns at once, and her mother agrees on another phone. */
    @Test
    @Requirement("F-027")
    void a_minor_joins_and_a_parent_agrees_by_the_link_of_a_letter() {
        var mother = freshAddress();
        try (var context = browser.context(320);
                var elsewhere = browser.context(320)) {
            var page = context.newPage();
            go(page, "/app/inscription");
            page.getByLabel("Votre nom").fill("Adjoa");
            page.getByLabel("Année de naissance").fill(String.valueOf(Year.now().getValue() - 14));
            page.getByLabel("Pays où vous vivez").selectOption("TG");
            press(page, "Continuer");
            page.getByText("Sans e-mail, avec un PIN").click();
            page.getByLabel("Choisissez un PIN de 6 chiffres").first().fill("405162");
            page.getByLabel("Adresse e-mail d’un parent").fill(mother);
            Browser.isFitForAll(page);
            press(page, "Créer mon compte");
            press(page, "J’ai noté mon code");
            sees(page, "Nous avons demandé l’accord de votre parent");
            go(page, "/app/plus");
            sees(page, mother);
            Browser.isFitForAll(page);

            var other = elsewhere.newPage();
            go(other, "/app/accord/" + link(mother));
            sees(other, "Adjoa");
            Browser.isFitForAll(other);
            other.getByText("Je suis son parent").click();
            press(other, "Je suis d’accord");
            sees(other, "L’accord est noté");

            go(page, "/app/");
            sees(page, "Vous ne suivez encore aucune formation");
            assertThat(page.getByText("Nous avons demandé l’accord").count()).isZero();
        }
    }

    private void signIn(Page page, String place, String secret) {
        go(page, place);
        page.getByLabel("Mot de passe ou PIN").first().fill(secret);
        press(page, "Me connecter");
    }

    @Test
    void what_a_visitor_read_becomes_hers_when_she_joins_and_says_so() throws Exception {
        var course = smallCourse();
        try (var context = browser.context(320)) {
            var page = context.newPage();
            go(page, "/formations/" + course.slug() + "/lecon/1");
            press(page, "J’ai lu. Leçon 2");
            sees(page, "Leçon 2 sur 2");

            go(page, "/app/inscription");
            saysWhoSheIs(page, "Binta");
            page.getByLabel("Adresse e-mail", new Page.GetByLabelOptions().setExact(true))
                    .fill("binta" + ids.next() + "@exemple.sn");
            page.getByLabel("Choisissez un mot de passe").first().fill(PASSWORD);
            press(page, "Créer mon compte");
            sees(page, "Reprendre vos lectures");
            Browser.isFitForAll(page);
            press(page, "C’était moi");

            sees(page, "33 %");
            assertThat(context.cookies())
                    .noneMatch(cookie -> cookie.name.equals("dclic-lu") && !cookie.value.isEmpty());
            press(page, "Continuer la leçon");
            sees(page, "Leçon 2 sur 2");
        }
    }

    @Test
    void whoever_has_an_account_is_asked_too_and_finds_the_question_until_it_is_answered() throws Exception {
        var course = smallCourse();
        var learner = somebody("LEARNER_A");
        try (var context = browser.context(320)) {
            var page = context.newPage();
            go(page, "/formations/" + course.slug() + "/lecon/1");
            press(page, "J’ai lu. Leçon 2");
            sees(page, "Leçon 2 sur 2");

            go(page, "/app/");
            signIn(page, learner.email());
            sees(page, "quelqu’un a lu des leçons sans compte");
            Browser.isFitForAll(page);
            page.reload();
            press(page, "Est-ce moi ?");
            press(page, "C’était moi");

            sees(page, "33 %");
            assertThat(page.getByText("quelqu’un a lu des leçons").count()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 768, 1280})
    void a_learner_signs_in_answers_reflects_takes_the_quiz_and_finishes(int width) throws Exception {
        var code = smallCourse().code();
        var learner = somebody("LEARNER_A");
        try (var context = browser.context(width)) {
            var page = inFirstLesson(context, code, learner);

            choose(page, "B2");
            press(page, "Vérifier ma réponse");
            sees(page, "✓ Juste");
            page.getByLabel("Vos mots").fill("Les dépenses du marché");
            sees(page, "✓ Enregistré");
            page.reload();
            assertThat(page.getByLabel("Vos mots").inputValue()).isEqualTo("Les dépenses du marché");

            press(page, "J’ai lu. Leçon 2");
            sees(page, "Leçon 2 sur 2");
            assertThat(page.locator(".outline li .state").allTextContents()).containsExactly("✓", "○", "○");
            assertThat(page.locator(".outline [aria-current]").textContent()).isEqualTo("La somme");
            assertThat(page.url()).endsWith("/" + code + "/2");
            page.goBack();
            sees(page, "Leçon 1 sur 2");
            page.goForward();
            sees(page, "Leçon 2 sur 2");
            press(page, "Aller au quiz final");
            sees(page, "Question 1 sur 4");
            choose(page, "Un nombre ou un mot");
            sees(page, "Réponse enregistrée");
            press(page, "Question suivante");
            page.reload();
            sees(page, "Question 2 sur 4");
            choose(page, "A1");
            choose(page, "C12");
            press(page, "Question suivante");
            choose(page, "Vrai");
            page.getByLabel("Question 3 : avec réponse").waitFor();
            press(page, "Rendre");
            press(page, "Rendre le quiz");
            sees(page, "La question 4 n’a pas de réponse");
            page.waitForTimeout(1300); // a double press is one press
            press(page, "Rendre quand même");
            sees(page, "Réussi : 3 sur 4");
            sees(page, "essai 1 · reçu");

            go(page, "/app/");
            sees(page, "Terminée le");
        }
    }

    /** The policy of the public site lets its one script run, and no other. */
    @Test
    @Requirement("F-044")
    void the_address_of_a_course_is_copied_by_a_button() throws Exception {
        var course = smallCourse();
        try (var context = browser.context(320)) {
            context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
            var page = context.newPage();
            go(page, "/formations/" + course.slug());
            press(page, "Copier l’adresse");
            sees(page, "Copié");
            assertThat(page.evaluate("navigator.clipboard.readText()"))
                    .asString()
                    .endsWith("/formations/" + course.slug());
        }
        try (var context = browser.withoutScript(320)) {
            var page = context.newPage();
            go(page, "/formations/" + course.slug());
            assertThat(page.locator("[data-copy]").isVisible()).isFalse();
            assertThat(page.locator("#lien").isVisible()).isTrue();
        }
    }

    @Test
    void the_way_back_leads_from_question_to_question_and_then_out_of_the_quiz() throws Exception {
        var code = smallCourse().code();
        var learner = somebody("LEARNER_A");
        try (var context = browser.context(320)) {
            var page = inFirstLesson(context, code, learner);
            follow(page, "evaluations/nouvelle/" + code);
            sees(page, "Question 1 sur 4");
            choose(page, "Un nombre ou un mot");
            sees(page, "Réponse enregistrée");
            press(page, "Question suivante");
            sees(page, "Question 2 sur 4");
            press(page, "Question suivante");
            sees(page, "Question 3 sur 4");
            page.evaluate("window.here = true");

            page.goBack();
            sees(page, "Question 2 sur 4");
            page.goBack();
            sees(page, "Question 1 sur 4");
            assertThat(page.locator("#question-1 input:checked").count()).isEqualTo(1);
            page.goForward();
            sees(page, "Question 2 sur 4");
            assertThat(page.evaluate("window.here")).isEqualTo(true);
            page.goBack();
            page.goBack();
            sees(page, "Leçon 1 sur 2");
        }
    }

    /** The server hears of the place now and then; between two times the browser knows better. */
    @Test
    void reading_on_after_an_exercise_and_reloading_at_once_keeps_the_place() throws Exception {
        var course = demoCourse("premiers-pas-sur-internet");
        var learner = somebody("LEARNER_A");
        try (var phone = browser.context(320)) {
            var page = phone.newPage();
            go(page, "/app/cours/" + course.code());
            signIn(page, learner.email());
            sees(page, "Leçon 1 sur 8");
            page.locator(".exercise").first().evaluate("element => element.scrollIntoView()");
            page.waitForTimeout(2500);
            page.locator(".exercise").last().evaluate("element => element.scrollIntoView()");
            page.waitForTimeout(800);

            page.reload();

            sees(page, "Leçon 1 sur 8");
            page.waitForCondition(() -> Math.abs((Integer) page.locator(".exercise")
                            .last()
                            .evaluate("element => Math.round(element.getBoundingClientRect().top)"))
                    < 320);
        }
    }

    /** A voice that needs a tenth of a second for a paragraph, whatever this machine has. */
    private static final String VOICE = """
            window.said = [];
            window.SpeechSynthesisUtterance = function (text) { this.text = text; };
            Object.defineProperty(window, 'speechSynthesis', { value: {
              getVoices: () => [{ lang: 'fr-FR' }],
              addEventListener() {},
              speak(line) { window.said.push(line.text); this.timer = setTimeout(() => line.onend(), 100); },
              cancel() { clearTimeout(this.timer); },
            } });
            """;

    @Test
    @Requirement("F-029")
    void a_lesson_is_read_aloud_until_somebody_stops_it_or_leaves() throws Exception {
        var code = smallCourse().code();
        var learner = somebody("LEARNER_A");
        try (var phone = browser.context(320)) {
            phone.addInitScript(VOICE);
            var page = inFirstLesson(phone, code, learner);

            press(page, "Écouter");
            page.waitForFunction("window.said.length > 1");
            press(page, "Arrêter la lecture");
            var said = page.evaluate("window.said.length");
            page.waitForTimeout(400);

            assertThat(page.evaluate("window.said.length")).isEqualTo(said);
            assertThat(page.locator(".said").count()).isZero();
            press(page, "Écouter");
            follow(page, "plus");
            sees(page, "Où vous êtes connecté");
            page.waitForTimeout(300);
            said = page.evaluate("window.said.length");
            page.waitForTimeout(400);
            assertThat(page.evaluate("window.said.length")).isEqualTo(said);
        }
    }

    @Test
    void the_place_in_a_long_lesson_is_found_again_on_another_device() throws Exception {
        var code = demoCourse("premiers-pas-sur-internet").code();
        var learner = somebody("LEARNER_A");
        try (var phone = browser.context(320);
                var computer = browser.context(1280)) {
            var first = phone.newPage();
            go(first, "/app/cours/" + code);
            signIn(first, learner.email());
            sees(first, "Leçon 1 sur 8");
            var heading = first.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("La route"));
            heading.evaluate("element => element.scrollIntoView()");
            first.waitForResponse("**/app/**", () -> {});

            var second = computer.newPage();
            go(second, "/app/cours/" + code);
            signIn(second, learner.email());
            sees(second, "Leçon 1 sur 8");

            second.waitForCondition(
                    () -> (Boolean) second.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("La route"))
                            .evaluate("element => Math.abs(element.getBoundingClientRect().top) < innerHeight"));
        }
    }

    @Test
    void the_quiz_goes_on_with_another_device() throws Exception {
        var code = smallCourse().code();
        var learner = somebody("LEARNER_A");
        try (var phone = browser.context(320);
                var computer = browser.context(1280)) {
            var first = inFirstLesson(phone, code, learner);
            follow(first, "evaluations/nouvelle/" + code);
            choose(first, "Un nombre ou un mot");
            sees(first, "Réponse enregistrée");

            var second = computer.newPage();
            go(second, "/app/evaluations/nouvelle/" + code);
            signIn(second, learner.email());

            sees(second, "Réponse enregistrée");
            assertThat(second.url()).isEqualTo(first.url());
            press(second, "Toutes les questions sur une page");
            sees(second, "Question 4 sur 4");
        }
    }

    @Test
    void nobody_else_opens_a_quiz_by_its_address() throws Exception {
        var code = smallCourse().code();
        var learner = somebody("LEARNER_A");
        var other = somebody("LEARNER_M");
        try (var own = browser.context(320);
                var foreign = browser.context(320)) {
            var page = inFirstLesson(own, code, learner);
            follow(page, "evaluations/nouvelle/" + code);
            sees(page, "Question 1 sur 4");

            var thief = foreign.newPage();
            thief.navigate(page.url());
            signIn(thief, other.email());

            sees(thief, "Vous n’avez pas accès à cette page");
        }
    }

    @Test
    void signing_out_leaves_nothing_on_a_shared_phone() throws Exception {
        var code = smallCourse().code();
        var learner = somebody("LEARNER_A");
        try (var context = browser.context(320)) {
            var page = inFirstLesson(context, code, learner);
            page.getByLabel("Vos mots").pressSequentially("Secret");

            go(page, "/app/plus");
            press(page, "Me déconnecter");
            page.waitForURL(base() + "/#deconnecte");
            sees(page, "Vous êtes déconnecté");

            assertThat(page.evaluate("localStorage.length")).isEqualTo(0);
            page.goBack();
            page.reload();
            sees(page, "Se connecter");
        }
    }

    @Test
    void the_keyboard_reaches_the_lesson_at_once() throws Exception {
        var code = smallCourse().code();
        var learner = somebody("LEARNER_A");
        try (var context = browser.context(1280)) {
            var page = inFirstLesson(context, code, learner);

            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("contenu");
            assertThat(page.url()).endsWith("/1");
            page.keyboard().press("Alt+ArrowDown");
            sees(page, "Leçon 2 sur 2");
            page.keyboard().press("Alt+ArrowUp");
            sees(page, "Leçon 1 sur 2");
        }
    }

    @Test
    void a_lesson_is_printed_without_what_belongs_to_the_screen_and_with_its_source() throws Exception {
        var course = smallCourse();
        var learner = somebody("LEARNER_A");
        try (var context = browser.context(1280)) {
            var page = context.newPage();
            go(page, "/app/cours/" + course.code());
            signIn(page, learner.email());
            sees(page, "Leçon 1 sur 2");
            onPaper(page, course.code(), ".places", ".outline", ".top", "vaadin-button");

            go(page, "/formations/" + course.slug() + "/lecon/1");
            onPaper(page, course.code(), "header", "footer", "form");
        }
    }

    private static void onPaper(Page page, String code, String... hidden) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        for (var part : hidden)
            assertThat(page.locator(part).first().isVisible()).as(part).isFalse();
        assertThat(page.locator("h1").isVisible()).isTrue();
        assertThat(page.locator("article").isVisible()).isTrue();
        assertThat(page.locator(".source").textContent()).contains(code);
        assertThat(page.locator(".source").isVisible()).isTrue();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }
}
