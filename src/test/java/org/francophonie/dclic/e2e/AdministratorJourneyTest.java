package org.francophonie.dclic.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import org.francophonie.dclic.Requirement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What administrators and people who want their data do in a real browser. */
@Requirement({"F-100", "F-127", "F-129", "F-140"})
class AdministratorJourneyTest extends JourneyTest {

    private static String downloaded(Page page, String link) throws Exception {
        var file = page.waitForDownload(() -> press(page, link));
        assertThat(file.failure()).as(link).isNull();
        return Files.readString(file.path());
    }

    @Test
    void an_administrator_changes_a_right_and_takes_the_trail_of_it_away_and_finds_the_trail_sound() throws Exception {
        var admin = somebody("PEDAGOGICAL_ADMIN");
        try (var context = browser.context(1280)) {
            var page = context.newPage();
            go(page, "/app/admin/profils/MENTOR");
            signIn(page, admin.email());
            sees(page, "Le profil lui-même");
            page.getByText("Créer un profil à partir de celui-ci").click();
            var name = "Tuteur " + System.nanoTime();
            page.getByLabel("Nom en français").last().fill(name);
            page.getByLabel("Nom en anglais").last().fill(name);
            press(page, "Créer le profil");
            sees(page, name);

            page.locator("summary", new Page.LocatorOptions().setHasText("Données"))
                    .click();
            page.getByLabel("Créer une formation").selectOption("OWN");
            sees(page, "Créer une formation : Non → Pour soi");
            page.reload();
            sees(page, "Créer une formation : Non → Pour soi");
            press(page, "Enregistrer ces changements");
            sees(page, "Les droits sont enregistrés");

            go(page, "/app/admin/audit?droit=CHANGE_MATRIX");
            sees(page, name);
            assertThat(downloaded(page, "Exporter cette recherche"))
                    .contains("CREATE_COURSE")
                    .contains(admin.id().toString());
            press(page, "Vérifier que le journal n’a pas été modifié");
            sees(page, "Le journal est intact");
        }
    }

    @Test
    void somebody_takes_her_data_away_and_leaves_for_ever() throws Exception {
        var learner = somebody("LEARNER_A");
        try (var context = browser.context(320)) {
            var page = context.newPage();
            go(page, "/app/mes-donnees");
            signIn(page, learner.email());
            sees(page, "Emporter mes données");
            assertThat(downloaded(page, "Fichier à lire")).contains("Awa Test").contains(learner.email());
            assertThat(downloaded(page, "Fichier pour une machine")).contains("\"display_name\" : \"Awa Test\"");

            page.getByText("J’ai compris").click();
            page.getByLabel("Votre mot de passe").fill(PASSWORD);
            press(page, "Supprimer mon compte pour toujours");
            page.waitForURL(base() + "/#deconnecte");

            go(page, "/app/");
            signIn(page, learner.email());
            page.waitForTimeout(1000);
            assertThat(page.locator("main").innerText()).doesNotContain("Mon espace");
        }
    }

    @Test
    void settings_are_taken_from_one_platform_to_another_as_a_text() throws Exception {
        var admin = somebody("TECHNICAL_ADMIN");
        try (var context = browser.context(768)) {
            var page = context.newPage();
            go(page, "/app/admin/parametres");
            signIn(page, admin.email());
            sees(page, "Enregistrer les réglages");
            page.getByText("Exporter ou importer").click();
            assertThat(downloaded(page, "Télécharger les réglages")).contains("suggestions=3");

            page.getByLabel("Collez ici").fill("suggestions=4");
            press(page, "Lire ces lignes");
            sees(page, "Actuellement : 3");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 1280})
    @Requirement({"F-051", "F-132"})
    void many_people_come_from_a_file_and_go_again(int width) throws Exception {
        var admin = somebody("PEDAGOGICAL_ADMIN");
        var lines = new StringBuilder("Nom;E-mail;Naissance;Pays\n");
        for (int i = 0; i < 300; i++)
            lines.append("Élève ").append(i).append(';').append(freshAddress()).append(";1990;Sénégal\n");
        lines.append("Sans adresse;;1990;Sénégal\n");
        var file = Files.writeString(Files.createTempFile(Path.of("target"), "gens-", ".csv"), lines);
        try (var context = browser.context(width)) {
            var page = context.newPage();
            go(page, "/app/admin/personnes");
            signIn(page, admin.email());
            press(page, "Importer des personnes");
            sees(page, "Comment préparer le fichier");
            Browser.isFitForAll(page);

            page.locator("vaadin-upload input[type=file]").setInputFiles(file);
            sees(page, "300 comptes à créer");
            sees(page, "Il manque l’adresse e-mail");
            assertThat(downloaded(page, "Télécharger les lignes à corriger")).contains("Sans adresse");
            Browser.isFitForAll(page);
            page.reload();
            press(page, "Créer 300 comptes");
            sees(page, "300 comptes créés");

            press(page, "Annuler tout l’import");
            sees(page, "Comptes à supprimer : 300");
            page.locator(".confirm vaadin-button").click();
            sees(page, "300 comptes supprimés");
            Browser.isFitForAll(page);
        }
    }
}
