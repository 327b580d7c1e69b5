package org.francophonie.dclic.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.francophonie.dclic.Requirement;
import org.junit.jupiter.api.Test;

/** One trainer, one phone, several learners. */
@Requirement({"F-025", "F-027", "F-040"})
class ClassJourneyTest extends JourneyTest {

    private static String pin(Page page, String name) {
        return page.locator(".id-card")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(name))
                .locator(".code-line")
                .nth(1)
                .textContent();
    }

    private static void tap(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    @Test
    void a_class_shares_a_phone_and_each_finds_her_own_place() throws Exception {
        var trainer = somebody("TRAINER");
        smallCourse();
        try (var phone = browser.context(320)) {
            var page = phone.newPage();
            go(page, "/app/classes");
            signIn(page, trainer.email());
            page.getByLabel("Nom de la classe").fill("Lundi matin");
            page.getByLabel("Pays des apprenants").selectOption("TG");
            press(page, "Créer la classe");
            sees(page, "Personne encore");
            page.getByLabel("Une personne par ligne").fill("Adjoa Mensah 2001\nKofi 2002");
            Browser.isFitForAll(page);
            press(page, "Ajouter des apprenants");
            sees(page, "ils ne s’affichent qu’une fois");
            Browser.isFitForAll(page);
            var adjoa = pin(page, "Adjoa");
            var kofi = pin(page, "Kofi");
            press(page, "J’ai les PIN");
            sees(page, "2 apprenants");
            assertThat(page.getByLabel("Une personne par ligne").inputValue()).isEmpty();
            press(page, "Partager cet appareil");
            sees(page, "Déconnectez-vous");
            Browser.isFitForAll(page);
            page.getByText("Appel").click();
            tap(page, "Kofi");
            sees(page, "Présents\u00a0: 1 sur 2");
            Browser.isFitForAll(page);
            go(page, "/app/plus");
            press(page, "Me déconnecter");

            sees(page, "Touchez votre nom");
            Browser.isFitForAll(page);
            assertThat(page.getByText("Se souvenir de moi").count()).isZero();
            learns(page, "Adjoa Mensah", adjoa);
            sees(page, "Touchez votre nom");
            learns(page, "Kofi", kofi);
        }
    }

    private void learns(Page page, String name, String pin) {
        tap(page, name);
        page.waitForFunction("document.querySelector('vaadin-text-field').value !== ''");
        page.getByLabel("Mot de passe ou PIN").first().fill(pin);
        press(page, "Me connecter");
        sees(page, "Mon espace");
        go(page, "/app/plus");
        sees(page, name);
        press(page, "Me déconnecter");
    }
}
