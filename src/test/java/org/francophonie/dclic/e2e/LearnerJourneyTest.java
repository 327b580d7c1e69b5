package org.francophonie.dclic.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement({"F-005", "F-017", "F-069", "F-077", "F-119", "F-139"})
class LearnerJourneyTest extends PlatformTest {
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.start();
    }

    @AfterAll
    static void close() {
        if (browser != null) browser.close();
    }

    private void go(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
    }

    private static void press(Page page, String words) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words))
                .or(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words)))
                .first()
                .click();
    }

    private static void sees(Page page, String words) {
        page.getByText(words).first().waitFor();
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 1280})
    void a_visitor_reads_the_first_lesson_three_taps_from_home(int width) throws Exception {
        publishedCourse();
        Set<String> hosts = new ConcurrentSkipListSet<>();
        try (var context = browser.context(width)) {
            var page = context.newPage();
            page.onRequest(
                    request -> hosts.add(java.net.URI.create(request.url()).getAuthority()));
            go(page, "/");
            Browser.isFitForAll(page);

            press(page, "Compter avec un tableur");
            Browser.isFitForAll(page);
            press(page, "Commencer");

            sees(page, "Leçon 1 sur 2");
            Browser.isFitForAll(page);
            press(page, "J'ai lu. Leçon 2");
            sees(page, "Leçon 2 sur 2");
            go(page, "/formations?q=intrenet");
            Browser.isFitForAll(page);
        }
        assertThat(hosts).containsExactly("localhost:" + port);
    }

    private void signIn(Page page, String email) {
        page.getByLabel("Adresse e-mail").fill(email);
        page.getByLabel("Mot de passe").first().fill(PASSWORD);
        press(page, "Me connecter");
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 1280})
    void a_learner_signs_in_answers_reflects_takes_the_quiz_and_finishes(int width) throws Exception {
        var code =
                publications.current(publishedCourse()).orElseThrow().document().code();
        var learner = somebody("LEARNER_A");
        try (var context = browser.context(width)) {
            var page = context.newPage();
            go(page, "/app/cours/" + code);
            signIn(page, learner.email());
            sees(page, "Leçon 1 sur 2");
            Browser.isFitForAll(page);

            page.locator(".choice", new Page.LocatorOptions().setHasText("B2")).click();
            press(page, "Vérifier ma réponse");
            sees(page, "✓ Juste");
            page.getByLabel("Vos mots").fill("Les dépenses du marché");
            sees(page, "Enregistré.");
            page.reload();
            assertThat(page.getByLabel("Vos mots").inputValue()).isEqualTo("Les dépenses du marché");

            press(page, "J'ai lu. Leçon 2");
            sees(page, "Leçon 2 sur 2");
            assertThat(page.url()).endsWith("/" + code + "/2");
            press(page, "Passer au quiz final");
            sees(page, "Question 1 sur 4");
            Browser.isFitForAll(page);
            page.locator(".choice", new Page.LocatorOptions().setHasText("Un nombre ou un mot"))
                    .click();
            sees(page, "Réponse enregistrée");
            page.reload();
            sees(page, "Réponse enregistrée");
            page.locator(".choice", new Page.LocatorOptions().setHasText("A1")).click();
            page.locator(".choice", new Page.LocatorOptions().setHasText("C12")).click();
            page.locator(".choice", new Page.LocatorOptions().setHasText("Vrai"))
                    .click();
            press(page, "Rendre le quiz");
            sees(page, "Il manque 1 réponse");
            press(page, "Rendre le quiz");
            sees(page, "Réussi : 3 sur 4");
            Browser.isFitForAll(page);

            go(page, "/app/");
            sees(page, "Terminée le");
            Browser.isFitForAll(page);
        }
    }

    @Test
    void what_was_typed_without_a_link_is_there_again_when_it_returns() throws Exception {
        var code =
                publications.current(publishedCourse()).orElseThrow().document().code();
        var learner = somebody("LEARNER_A");
        try (var context = browser.context(320)) {
            var page = context.newPage();
            go(page, "/app/cours/" + code);
            signIn(page, learner.email());
            sees(page, "Leçon 1 sur 2");

            context.setOffline(true);
            page.getByLabel("Vos mots").pressSequentially("Sans réseau");
            page.waitForTimeout(500);
            context.setOffline(false);
            page.reload();

            sees(page, "Enregistré.");
            assertThat(page.getByLabel("Vos mots").inputValue()).isEqualTo("Sans réseau");
        }
    }

    @Test
    void the_quiz_goes_on_with_another_device() throws Exception {
        var code =
                publications.current(publishedCourse()).orElseThrow().document().code();
        var learner = somebody("LEARNER_A");
        try (var phone = browser.context(320);
                var computer = browser.context(1280)) {
            var first = phone.newPage();
            go(first, "/app/cours/" + code);
            signIn(first, learner.email());
            sees(first, "Leçon 1 sur 2");
            go(first, "/app/evaluations/nouvelle/" + code);
            first.locator(".choice", new Page.LocatorOptions().setHasText("Un nombre ou un mot"))
                    .click();
            sees(first, "Réponse enregistrée");

            var second = computer.newPage();
            go(second, "/app/evaluations/nouvelle/" + code);
            signIn(second, learner.email());

            sees(second, "Réponse enregistrée");
            assertThat(second.url()).isEqualTo(first.url());
        }
    }

    @Test
    void nobody_else_opens_a_quiz_by_its_address() throws Exception {
        var code =
                publications.current(publishedCourse()).orElseThrow().document().code();
        var learner = somebody("LEARNER_A");
        var other = somebody("LEARNER_M");
        try (var own = browser.context(320);
                var foreign = browser.context(320)) {
            var page = own.newPage();
            go(page, "/app/cours/" + code);
            signIn(page, learner.email());
            sees(page, "Leçon 1 sur 2");
            go(page, "/app/evaluations/nouvelle/" + code);
            sees(page, "Question 1 sur 4");

            var thief = foreign.newPage();
            thief.navigate(page.url());
            signIn(thief, other.email());

            sees(thief, "Vous n'avez pas accès à cette page");
        }
    }
}
