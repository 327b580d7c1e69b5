package org.francophonie.dclic.identity.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import org.francophonie.dclic.As;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.ViewTest;
import org.francophonie.dclic.identity.service.ClassService;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ui.DraftArea;
import org.francophonie.dclic.platform.ui.Pick;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Requirement({"F-025", "F-027"})
class ClassViewsTest extends ViewTest {
    @Autowired
    private ClassService classes;

    private static void press(String words) {
        _click(_get(Button.class, button -> button.withText(words)));
    }

    private static void write(String list) {
        _get(DraftArea.class)
                .getElement()
                .getChild(0)
                .getChildren()
                .filter(child -> !child.isTextNode() && child.getTag().equals("textarea"))
                .findFirst()
                .orElseThrow()
                .setProperty("value", list);
    }

    private GroupId aClass(String... learners) throws Exception {
        return me.does(() -> {
            var group = classes.create(ids.next(), "Lundi matin", "SN");
            var read = classes.understand(String.join("\n", learners));
            if (!read.learners().isEmpty()) classes.add(group, read.learners(), false, Locale.FRENCH);
            return group;
        });
    }

    @Test
    @As("TRAINER")
    void a_trainer_makes_a_class_and_prints_cards_for_its_learners() {
        go("classes");
        assertThat(screen()).contains("Vous n’avez pas encore de classe");
        press("Créer la classe");
        assertThat(screen()).contains("Donnez un nom à la classe");
        _get(TextField.class, field -> field.withLabel("Nom de la classe")).setValue("Lundi matin");
        _get(Pick.class).choose("SN");
        press("Créer la classe");
        assertThat(screen()).contains("Lundi matin").contains("Personne encore");

        write("Awa Diop");
        press("Ajouter des apprenants");
        assertThat(screen()).contains("Rien n’est ajouté encore").contains("Ligne 1, « Awa Diop »");
        write("Awa Diop 1999\nKofi " + (Year.now().getValue() - 12));
        press("Ajouter des apprenants");
        assertThat(screen()).contains("Certains sont trop jeunes pour décider seuls");
        _get(Input.class).getElement().setProperty("checked", true);
        press("Ajouter des apprenants");

        assertThat(screen())
                .contains("ils ne s’affichent qu’une fois")
                .contains("Awa Diop")
                .contains("PIN :");
        press("J’ai les PIN");
        assertThat(screen()).contains("2 apprenants").doesNotContain("accord d’un parent attendu");
        go("classes");
        assertThat(screen()).contains("Lundi matin").contains("2 apprenants");
    }

    @Test
    @As("TRAINER")
    void a_lost_pin_is_replaced_after_a_question_and_the_card_shown_once() throws Exception {
        var group = aClass("Awa Diop 1999");
        go("classes/" + group);
        _click(plainButton("Nouveau PIN"));
        assertThat(screen()).contains("Awa Diop ne pourra plus se connecter avec l’ancien PIN");

        press("Nouveau PIN");

        assertThat(screen()).contains("Cartes de la classe").contains("PIN :");
    }

    @Test
    @As("TRAINER")
    void the_consent_of_a_parent_is_noted_and_a_learner_removed() throws Exception {
        var group = aClass("Kofi " + (Year.now().getValue() - 14));
        go("classes/" + group);
        assertThat(screen()).contains("accord d’un parent attendu");

        _click(plainButton("J’ai l’accord du parent"));
        assertThat(screen()).contains("l’accord écrit d’un parent de Kofi").contains("accord d’un parent attendu");
        press("J’ai l’accord du parent");

        assertThat(screen())
                .contains("L’accord du parent est noté pour Kofi")
                .doesNotContain("accord d’un parent attendu");
        _click(plainButton("Retirer"));
        press("Retirer");
        assertThat(screen()).contains("Kofi n’est plus dans la classe").contains("Personne encore");
    }

    @Test
    @As("TRAINER")
    void the_roll_is_called_with_one_press_a_name_and_yesterday_can_be_mended() throws Exception {
        var group = aClass("Awa 1999", "Kofi 2000");
        go("classes/" + group + "/appel");
        assertThat(screen()).contains("Présents : 0 sur 2");
        _click(plainButton("Kofi"));
        assertThat(screen()).contains("Présents : 1 sur 2").contains("✓ Kofi");
        _click(plainButton("✓ Kofi"));
        assertThat(screen()).contains("Présents : 0 sur 2");

        go("classes/" + group + "/appel?jour=2026-01-31");

        assertThat(screen()).contains("31 janvier 2026").contains("Jour d’après");
        go("classes/" + group + "/appel?jour=2999-01-01");
        assertThat(screen()).doesNotContain("2999");
    }

    @Test
    @As("TRAINER")
    void a_card_that_a_trainer_reads_marks_its_holder() throws Exception {
        var group = aClass("Awa 1999");
        var awa = me.does(() -> classes.learners(group)).getFirst();

        go("connexion?code=" + awa.code());

        assertThat(screen()).contains("✓ Awa : présent(e), Lundi matin");
        go("classes/" + group + "/appel");
        assertThat(screen()).contains("Présents : 1 sur 1");
        go("connexion?code=APP-GW265FPJ5-2");
        assertThat(screen()).contains("Cette carte n’est à personne de vos classes");
    }

    @Test
    @As("LEARNER_A")
    void a_learner_finds_no_classes() {
        go("");
        assertThat(screen()).doesNotContain("Classes");
        assertThat(List.of("classes", "classes/" + ids.next())).allSatisfy(place -> {
            go(place);
            assertThat(screen()).doesNotContain("Nouvelle classe");
        });
    }
}
