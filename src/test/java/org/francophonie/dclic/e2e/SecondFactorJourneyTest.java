package org.francophonie.dclic.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.math.BigInteger;
import java.time.Instant;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.identity.domain.TimeCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever works for the platform proves more than a password, and again before acts of great harm. */
@Requirement({"F-140", "F-144"})
class SecondFactorJourneyTest extends JourneyTest {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** The key as an application on a phone understands it. */
    private static byte[] secret(String letters) {
        var number = BigInteger.ZERO;
        for (char letter : letters.replaceAll("\\s", "").toCharArray())
            number = number.shiftLeft(5).add(BigInteger.valueOf(ALPHABET.indexOf(letter)));
        var bytes = number.toByteArray();
        var secret = new byte[TimeCode.SECRET_BYTES];
        int length = Math.min(bytes.length, secret.length);
        System.arraycopy(bytes, bytes.length - length, secret, secret.length - length, length);
        return secret;
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 768, 1280})
    void an_editor_sets_up_her_phone_on_the_way_to_her_work_and_comes_back_with_it(int width) throws Exception {
        var editor = withoutPhone("EDITOR");
        try (var context = browser.context(width)) {
            var page = context.newPage();
            go(page, "/app/auteur");
            password(page, editor.email());
            press(page, "Me connecter");
            sees(page, "Il faut donc plus qu’un mot de passe");
            Browser.isFitForAll(page);
            giveSetupCode(page);
            sees(page, "Tapez cette clé");
            Browser.isFitForAll(page);
            page.reload();
            page.getByText("Tapez cette clé").click();
            var secret = secret(page.locator(".key-line").innerText());
            code(page).fill("000000");
            press(page, "Activer");
            sees(page, "Ce code n’est pas le bon");
            code(page).fill(TimeCode.at(secret, Instant.now()));
            press(page, "Activer");

            sees(page, "Vos codes de secours");
            assertThat(page.locator(".codes li").count()).isEqualTo(10);
            Browser.isFitForAll(page);
            press(page, "Continuer");
            sees(page, "Gardez d’abord ces codes");
            page.getByText("J’ai gardé ces codes").click();
            press(page, "Continuer");
            sees(page, "Importer une formation");

            context.clearCookies();
            go(page, "/app/auteur");
            password(page, editor.email());
            press(page, "Me connecter");
            sees(page, "écrivez les six chiffres affichés");
            Browser.isFitForAll(page);
            go(page, "/app/plus");
            sees(page, "écrivez les six chiffres affichés");
            code(page).fill(TimeCode.at(secret, Instant.now().plusSeconds(30)));
            press(page, "Continuer");
            sees(page, "Où vous êtes connecté");
        }
    }

    @Test
    void an_administrator_whose_session_goes_on_elsewhere_gives_her_password_before_a_grave_act_and_loses_nothing()
            throws Exception {
        var admin = somebody("TECHNICAL_ADMIN");
        try (var context = browser.context(320)) {
            var page = context.newPage();
            go(page, "/app/admin/parametres");
            signIn(page, admin.email());
            sees(page, "Enregistrer les réglages");
            context.clearCookies(
                    new BrowserContext.ClearCookiesOptions().setName("dclic-session")); // as its node is lost

            go(page, "/app/admin/parametres");
            var field = page.getByLabel("Comment vous joindre");
            field.fill("essai@exemple.sn");
            press(page, "Enregistrer les réglages");
            sees(page, "C’est bien vous ?");
            Browser.isFitForAll(page);
            page.keyboard().press("Escape");
            page.getByText("C’est bien vous ?")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            assertThat(field.inputValue()).isEqualTo("essai@exemple.sn");

            press(page, "Enregistrer les réglages");
            page.getByLabel("Votre mot de passe ou votre PIN").fill("ce n’est pas lui");
            page.keyboard().press("Enter");
            sees(page, "pas le bon");
            page.getByLabel("Votre mot de passe ou votre PIN").fill(PASSWORD);
            page.keyboard().press("Enter");
            sees(page, "réglage enregistré");
            assertThat(field.inputValue()).isEqualTo("essai@exemple.sn");
        } finally {
            sql.sql("delete from platform.setting where key = 'contact'").update();
        }
    }
}
