package org.francophonie.dclic.identity.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import org.francophonie.dclic.As;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.ViewTest;
import org.junit.jupiter.api.Test;

@Requirement({"F-123", "F-126"})
class GroupsViewTest extends ViewTest {

    private static void click(String words) {
        _click(_get(Button.class, button -> button.withText(words)));
    }

    private static void type(String label, String text) {
        _setValue(_get(TextField.class, field -> field.withLabel(label)), text);
    }

    private static void make(String name, String kind) {
        type("Nom", name);
        pick("Sorte de groupe").pick(kind);
        click("Créer ce groupe");
    }

    @Test
    @As("PEDAGOGICAL_ADMIN")
    void an_administrator_makes_a_tree_puts_people_in_and_moves_a_branch() throws Exception {
        var learner = somebody("LEARNER_A");
        var mark = " " + System.nanoTime();
        go("admin");
        assertThat(screen()).contains("Groupes et organisations");
        go("admin/groupes");
        click("Créer ce groupe");
        assertThat(screen()).contains("Choisissez la sorte de groupe");
        make("École" + mark, "ORGANISATION");
        assertThat(screen()).contains("École" + mark).contains("Aucun groupe n’est dans celui-ci");
        var school = address();
        make("Cohorte" + mark, "COHORT");
        assertThat(screen()).contains("Cohorte" + mark);
        var cohort = address();

        type("Ajouter une personne", "inconnue@exemple.sn");
        click("Ajouter");
        assertThat(screen()).contains("Personne n’a ce code ou cette adresse");
        type("Ajouter une personne", learner.email());
        click("Ajouter");
        assertThat(screen()).contains("Awa Test").contains("Membre");
        _click(plainButton("Rendre responsable"));
        assertThat(screen()).contains("Responsable");

        go(school);
        assertThat(screen())
                .contains("Cohorte" + mark)
                .contains("1 personne")
                .contains("Ce groupe ne donne aucun profil");
        pick("Profil à donner").pick("MENTOR");
        click("Donner ce profil");
        assertThat(screen()).contains("Mentor · depuis le");
        _click(plainButton("Retirer"));
        assertThat(screen()).contains("Ce groupe ne donne aucun profil");
        _click(plainButton("Supprimer ce groupe"));
        click("Supprimer ce groupe");
        assertThat(screen()).contains("Ce groupe en contient d’autres");

        go(cohort);
        _click(plainButton("Mettre tout en haut"));
        assertThat(screen()).contains("Cohorte" + mark);
        go("admin/groupes?q=cohorte" + mark.strip());
        go(school);
        _click(plainButton("Supprimer ce groupe"));
        click("Supprimer ce groupe");
        assertThat(address()).isEqualTo("admin/groupes");
        assertThat(screen()).doesNotContain("École" + mark);
    }

    @Test
    @As("PEDAGOGICAL_ADMIN")
    void a_group_that_is_not_there_says_so() {
        go("admin/groupes/nimporte");

        assertThat(screen()).contains("n’existe pas");
    }

    @Test
    @As("TRAINER")
    void a_trainer_arranges_no_tree() {
        go("admin/groupes");

        assertThat(screen()).doesNotContain("Créer un groupe");
    }
}
