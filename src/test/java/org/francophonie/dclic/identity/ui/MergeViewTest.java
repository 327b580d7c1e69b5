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
import org.francophonie.dclic.learning.service.LearningService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Requirement("F-051")
class MergeViewTest extends ViewTest {
    @Autowired
    private LearningService learning;

    private String code(Somebody person) {
        return sql.sql("select code from identity.person where id = ?")
                .param(person.id().value())
                .query(String.class)
                .single();
    }

    private static TextField field(String label) {
        return _get(
                TextField.class,
                field -> field.withPredicate(found -> found.getLabel().startsWith(label)));
    }

    private static void press(String words) {
        _click(_get(Button.class, button -> button.withText(words)));
    }

    @Test
    @As("PEDAGOGICAL_ADMIN")
    void an_administrator_names_two_accounts_reads_what_will_happen_merges_them_and_parts_them_again()
            throws Exception {
        var kept = somebody("LEARNER_A");
        var gone = somebody("LEARNER_A");
        var course = publishedCourse();
        gone.does(() -> learning.enrol(course));

        go("admin/personnes/" + kept.id());
        assertThat(screen()).contains("Fusionner avec un autre compte");
        go("admin/doublons?avec=" + code(kept));
        press("Comparer");
        assertThat(screen()).contains("Donnez les deux comptes");
        _setValue(field("Compte à fermer"), gone.email());
        press("Comparer");

        assertThat(address()).isEqualTo("admin/doublons/" + kept.id() + "/" + gone.id());
        assertThat(screen())
                .contains(kept.email())
                .contains(gone.email())
                .contains("1 formation passe au compte gardé")
                .contains("Garder plutôt l’autre compte");
        press("Fusionner");
        assertThat(screen()).contains("Dites comment vous savez");
        _setValue(field("Comment savez-vous"), "Elle est venue avec les deux cartes.");
        press("Fusionner");
        assertThat(screen()).contains("Fermer " + code(gone) + " et garder " + code(kept));
        press("Fusionner");

        assertThat(address()).isEqualTo("admin/personnes/" + kept.id());
        assertThat(screen()).contains("A reçu un autre compte le");
        assertThat(kept.does(learning::mine)).hasSize(1);
        go("admin/personnes/" + gone.id());
        assertThat(screen())
                .contains("Fermé et fusionné le")
                .doesNotContain("Rouvrir ce compte")
                .doesNotContain("Profil à donner");

        _click(plainButton("Séparer les deux comptes"));
        press("Séparer les deux comptes");
        assertThat(screen()).doesNotContain("Fermé et fusionné");
        assertThat(kept.does(learning::mine)).isEmpty();
    }

    @Test
    @As("PEDAGOGICAL_ADMIN")
    void what_stands_in_the_way_is_told_and_there_is_no_button() throws Exception {
        var kept = somebody("LEARNER_A");
        var trainer = somebody("TRAINER");

        go("admin/doublons/" + kept.id() + "/" + trainer.id());

        assertThat(screen()).contains("a d’autres profils que ceux d’apprenant").doesNotContain("Comment savez-vous");
    }

    @Test
    @As("PEDAGOGICAL_ADMIN")
    void an_address_of_nobody_says_so() {
        go("admin/doublons/abc/def");
        assertThat(screen()).contains("Cette page n’existe pas");
        go("admin/doublons/" + ids.next() + "/" + ids.next());
        assertThat(screen()).contains("Cette page n’existe pas");
    }

    @Test
    @As("EDITOR")
    void others_see_nothing_of_it() throws Exception {
        var one = somebody("LEARNER_A");

        go("admin/doublons");
        assertThat(screen()).doesNotContain("Comptes qui se ressemblent");
        go("admin/doublons/" + one.id() + "/" + one.id());
        assertThat(screen()).doesNotContain(one.email());
    }
}
