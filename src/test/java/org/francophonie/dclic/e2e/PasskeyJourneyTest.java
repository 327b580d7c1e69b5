package org.francophonie.dclic.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import org.francophonie.dclic.Node;
import org.francophonie.dclic.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Keys in devices, which a browser keeps for the address of the platform alone: it is the one at which it is visited. */
@Requirement({"F-140", "F-144"})
class PasskeyJourneyTest extends JourneyTest {
    @DynamicPropertySource
    static void address(DynamicPropertyRegistry properties) throws IOException {
        var free = Node.freePort();
        properties.add("server.port", () -> free);
        address = "http://localhost:" + free;
    }

    @AfterAll
    static void back() {
        address = BASE_URL;
    }

    /** A device that always knows its person. */
    private static String device(CDPSession session) {
        session.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        var device = new JsonObject();
        device.add("options", options);
        return session.send("WebAuthn.addVirtualAuthenticator", device)
                .get("authenticatorId")
                .getAsString();
    }

    /** Another device in the place of the first. */
    private static void otherDevice(CDPSession session, String before) {
        var gone = new JsonObject();
        gone.addProperty("authenticatorId", before);
        session.send("WebAuthn.removeVirtualAuthenticator", gone);
        device(session);
    }

    private static Page withKey(BrowserContext context, String base, Somebody editor) {
        var page = context.newPage();
        device(context.newCDPSession(page));
        return withKey(page, base, editor);
    }

    private static Page withKey(Page page, String base, Somebody editor) {
        page.navigate(base + "/app/auteur");
        password(page, editor.email());
        press(page, "Me connecter");
        giveSetupCode(page);
        sees(page, "Le plus simple");
        Browser.isFitForAll(page);
        press(page, "Créer une clé d’accès");
        press(page, "Continuer avec cet appareil");
        sees(page, "Vos codes de secours");
        page.getByText("J’ai gardé ces codes").click();
        press(page, "Continuer");
        sees(page, "Importer une formation");
        return page;
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 1280})
    void an_editor_makes_a_key_on_the_way_to_her_work_and_comes_back_with_it(int width) throws Exception {
        var editor = withoutPhone("EDITOR");
        try (var context = browser.context(width)) {
            var page = withKey(context, base(), editor);

            context.clearCookies();
            go(page, "/app/auteur");
            password(page, editor.email());
            press(page, "Me connecter");
            sees(page, "Sans votre clé d’accès");
            Browser.isFitForAll(page);
            button(page, "Utiliser ma clé d’accès").focus();
            page.keyboard().press("Enter"); // the empty field below is not meant

            sees(page, "Importer une formation");
            assertThat(letter(editor.email()).orElseThrow()).contains("Une clé d’accès ouvre maintenant votre compte");
        }
    }

    @Test
    void the_last_key_stays_and_a_second_one_goes() throws Exception {
        var editor = withoutPhone("EDITOR");
        try (var context = browser.context(320)) {
            var page = context.newPage();
            var session = context.newCDPSession(page);
            var device = device(session);
            withKey(page, base(), editor);
            go(page, "/app/second-facteur");
            sees(page, "C’est votre seule clé");
            Browser.isFitForAll(page);
            otherDevice(session, device);
            press(page, "Ajouter une clé d’accès");
            press(page, "Continuer avec cet appareil");
            sees(page, "Retirer cette clé");
            press(page, "Retirer cette clé");
            sees(page, "Vos autres appareils sont déconnectés");
            page.getByRole(
                            com.microsoft.playwright.options.AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Retirer cette clé"))
                    .first()
                    .click();

            sees(page, "C’est votre seule clé");
        }
    }

    @Test
    void a_key_of_somebody_else_opens_nothing() throws Exception {
        var editor = withoutPhone("EDITOR");
        var other = somebody("EDITOR");
        try (var context = browser.context(1280)) {
            withKey(context, base(), editor);
            context.clearCookies();
            var page = context.pages().getFirst();
            go(page, "/app/auteur");
            password(page, other.email());
            press(page, "Me connecter");
            sees(page, "écrivez les six chiffres");

            assertThat(page.getByText("Utiliser ma clé d’accès").count()).isZero();
        }
    }
}
