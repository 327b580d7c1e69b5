package org.francophonie.dclic.rights.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.util.UUID;
import org.francophonie.dclic.As;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.ViewTest;
import org.francophonie.dclic.rights.service.ProfileCatalogueService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Requirement({"F-123", "F-124", "F-127"})
class ProfilesViewTest extends ViewTest {
    @Autowired
    private ProfileCatalogueService catalogue;

    private String profile() throws Exception {
        var name = "Test " + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + System.nanoTime() % 1000;
        return me.does(() -> catalogue.copy("MENTOR", name, name));
    }

    @Test
    @As("TECHNICAL_ADMIN")
    void an_administrator_sees_every_profile_with_what_it_may_do_and_who_may_do_one_thing() {
        go("admin");
        assertThat(screen()).contains("Profils et droits");

        go("admin/profils");
        assertThat(screen())
                .contains("Formateur")
                .contains("Mineur sans accord")
                .contains("Encadrer une classe")
                .contains("Interdit : Partout");

        go("admin/droits/TEACH_CLASS");
        assertThat(screen())
                .contains("Qui peut faire ceci ?")
                .contains("Formateur")
                .contains("Dans ses groupes")
                .doesNotContain("Auteur");

        go("admin/droits/NONSENSE");
        assertThat(screen()).doesNotContain("Qui peut faire ceci ?");
    }

    @Test
    @As("TECHNICAL_ADMIN")
    void a_right_is_found_by_a_word_without_accents_and_by_its_risk_and_the_search_is_kept_in_the_address() {
        go("admin/profils");
        _setValue(_get(TextField.class), "VOIR  conservation purger");

        assertThat(screen())
                .contains("1 droit trouvé")
                .contains("Voir la conservation")
                .doesNotContain("Encadrer une classe");
        pick("Risque").pick("LOW");
        assertThat(screen()).contains("0 droit trouvé").doesNotContain("Voir la conservation et purger");

        go("admin/profils?q=classe&risque=HIGH");
        assertThat(screen()).contains("Encadrer une classe").doesNotContain("Créer une classe");
        go("admin/profils?risque=NONSENSE");
        assertThat(screen()).contains("Créer une classe");
    }

    @Test
    @As("TECHNICAL_ADMIN")
    void while_a_profile_is_changed_a_search_narrows_its_rights_and_forgets_no_change() {
        go("admin/profils/MENTOR");
        pick("Créer une formation").pick("OWN");
        assertThat(screen()).contains("Ce qui va changer");

        _setValue(
                _get(
                        TextField.class,
                        field -> field.withPredicate(found -> found.getLabel().startsWith("Chercher un droit"))),
                "personne");
        assertThat(screen())
                .contains("Voir une personne")
                .contains("Ce qui va changer")
                .contains("Créer une formation");
        _setValue(
                _get(
                        TextField.class,
                        field -> field.withPredicate(found -> found.getLabel().startsWith("Chercher un droit"))),
                "zzzz");
        assertThat(screen()).contains("Aucun droit ne correspond");
    }

    @Test
    @As("PEDAGOGICAL_ADMIN")
    void a_change_is_shown_before_it_is_saved_kept_in_the_address_and_can_be_taken_back() throws Exception {
        var profile = profile();
        go("admin/profils/" + profile);
        assertThat(screen()).doesNotContain("Ce qui va changer");

        pick("Créer une formation").pick("OWN");
        assertThat(screen()).contains("Ce qui va changer").contains("Créer une formation : Non → Pour soi");

        go("admin/profils/" + profile + "?essai=CREATE_COURSE~OWN.READ_MAIL~nonsense.NONSENSE~ALL");
        assertThat(screen())
                .contains("Créer une formation : Non → Pour soi")
                .doesNotContain("Voir le courrier envoyé :");
        _click(_get(Button.class, button -> button.withText("Enregistrer ces changements")));
        assertThat(screen())
                .contains("Les droits sont enregistrés")
                .doesNotContain("Ce qui va changer")
                .contains("Version actuelle")
                .contains("Revenir à cette version");

        var first = sql.sql("select min(rev) from rights.matrix_cell_aud where profile = ?")
                .param(profile)
                .query(Long.class)
                .single();
        go("admin/profils/" + profile + "?version=" + first);
        assertThat(screen()).contains("Créer une formation : Pour soi → Non");
        _click(_get(Button.class, button -> button.withText("Enregistrer ces changements")));
        assertThat(screen()).contains("Les droits sont enregistrés");
    }

    @Test
    @As("PEDAGOGICAL_ADMIN")
    void what_may_not_be_given_is_said_with_its_reason_and_nothing_is_lost() throws Exception {
        var profile = profile();
        go("admin/profils/" + profile);

        pick("Modifier les réglages").pick("ALL");
        _click(_get(Button.class, button -> button.withText("Enregistrer ces changements")));

        assertThat(screen())
                .contains("Vous ne pouvez donner que les droits que vous avez")
                .contains("Il vous manque : Modifier les réglages")
                .contains("Modifier les réglages : Non → Partout");
    }

    @Test
    @As("PEDAGOGICAL_ADMIN")
    void two_profiles_are_compared_and_a_third_is_made_of_one() throws Exception {
        var profile = profile();
        go("admin/profils/" + profile + "?comparer=TRAINER");
        assertThat(screen())
                .contains("≠ Formateur : Dans ses groupes")
                .contains("Formateur : pareil (Partout)")
                .contains("Ce que voit ce profil")
                .contains("Mon espace");

        var name = "Tuteur " + System.nanoTime();
        var french = _find(TextField.class, field -> field.withLabel("Nom en français"));
        var english = _find(TextField.class, field -> field.withLabel("Nom en anglais"));
        _click(_get(Button.class, button -> button.withText("Créer le profil")));
        assertThat(screen()).contains("Donnez un nom dans les deux langues");
        _setValue(french.getLast(), name);
        _setValue(english.getLast(), name);
        _click(_get(Button.class, button -> button.withText("Créer le profil")));

        assertThat(screen()).contains(name).contains("Le profil est créé");
    }

    @Test
    @As("TRAINER")
    void a_trainer_sees_none_of_it() {
        go("admin/profils");
        assertThat(screen()).doesNotContain("Tous les droits");
        go("admin/profils/TRAINER");
        assertThat(screen()).doesNotContain("Ce que voit ce profil");
    }
}
