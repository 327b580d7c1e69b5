package org.francophonie.dclic.identity.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import java.nio.file.Files;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.francophonie.dclic.As;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.ViewTest;
import org.francophonie.dclic.identity.imports.PeopleImport.State;
import org.francophonie.dclic.identity.imports.PeopleImportService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Requirement({"F-051", "F-126", "F-132"})
class PeopleImportViewTest extends ViewTest {
    @Autowired
    private PeopleImportService imports;

    private UUID read(String text) throws Exception {
        var file = Files.writeString(Files.createTempFile("gens", ".csv"), text);
        var id = me.does(() -> imports.begin(file, "gens.csv", Locale.FRENCH, ZoneOffset.UTC));
        over(id, State.READING);
        return id;
    }

    private void over(UUID id, State state) throws Exception {
        for (int i = 0; i < 200 && me.does(() -> imports.find(id)).orElseThrow().state() == state; i++)
            Thread.sleep(50);
    }

    private static void click(String words) {
        _click(_get(Button.class, button -> button.withText(words)));
    }

    /** As from another tab. */
    private static void look(UUID id) {
        go("admin/personnes");
        go("admin/import-personnes/" + id);
    }

    @Test
    @As("PEDAGOGICAL_ADMIN")
    void an_administrator_sees_what_would_come_of_a_file_makes_it_and_takes_it_back() throws Exception {
        go("admin/personnes");
        assertThat(screen()).contains("Importer des personnes");
        go("admin/import-personnes");
        assertThat(screen()).contains("Choisissez un fichier CSV ou Excel").contains("Comment préparer le fichier");

        var id = read("Nom;E-mail;Naissance;Pays\nAwa;" + freshAddress() + ";1990;SN\n<b>Léo;rien;x;y\n");
        look(id);
        assertThat(screen())
                .contains("rien n’est encore créé")
                .contains("1 compte à créer")
                .contains("1 ligne à corriger")
                .contains("<b>Léo")
                .contains("Écrivez son année de naissance");

        click("Créer 1 compte");
        over(id, State.RUNNING);
        look(id);
        assertThat(screen()).contains("Terminé").contains("1 compte créé");

        _click(plainButton("Annuler tout l’import"));
        assertThat(screen()).contains("Comptes à supprimer : 1. Comptes gardés, car déjà utilisés : 0");
        click("Annuler tout l’import");
        over(id, State.UNDOING);
        look(id);
        assertThat(screen()).contains("Import annulé").contains("1 compte supprimé");
        go("admin/import-personnes");
        assertThat(screen()).contains("Vos derniers imports").contains("gens.csv");
    }

    @Test
    @As("PEDAGOGICAL_ADMIN")
    void a_file_without_its_columns_says_which_are_missing() throws Exception {
        go("admin/import-personnes/" + read("Nom;Ville\nAwa;Dakar\n"));

        assertThat(screen()).contains("ne donne pas ces colonnes : e-mail, année de naissance, pays");
    }

    @Test
    @As("PEDAGOGICAL_ADMIN")
    void a_file_is_given_up() throws Exception {
        var id = read("Nom;E-mail;Naissance;Pays\nAwa;" + freshAddress() + ";1990;SN\n");
        look(id);

        _click(plainButton("Abandonner ce fichier"));

        assertThat(address()).isEqualTo("admin/import-personnes");
        assertThat(me.does(() -> imports.find(id))).isEmpty();
    }

    @Test
    @As("TRAINER")
    void a_trainer_imports_nobody() {
        go("admin/import-personnes");

        assertThat(screen()).doesNotContain("Choisissez un fichier CSV");
    }
}
