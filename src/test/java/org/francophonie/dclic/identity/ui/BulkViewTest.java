package org.francophonie.dclic.identity.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.francophonie.dclic.As;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.ViewTest;
import org.francophonie.dclic.platform.ui.Check;
import org.junit.jupiter.api.Test;

@Requirement({"F-051", "F-132"})
class BulkViewTest extends ViewTest {

    private static void press(String words) {
        _click(_get(Button.class, button -> button.withText(words)));
    }

    private static void until(String words) throws InterruptedException {
        for (int i = 0; i < 100 && !screen().contains(words); i++) {
            Thread.sleep(50);
            ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
        }
        assertThat(screen()).contains(words);
    }

    @Test
    @As("PEDAGOGICAL_ADMIN")
    void somebody_is_chosen_in_the_list_given_a_profile_and_all_is_taken_back() throws Exception {
        var learner = somebody("LEARNER_A");
        go("admin/personnes?q=" + URLEncoder.encode(learner.email(), StandardCharsets.UTF_8));
        press("Agir sur les personnes choisies");
        assertThat(screen()).contains("Choisissez au moins une personne");
        _get(Check.class).check(true);
        press("Agir sur les personnes choisies");
        assertThat(screen()).contains("1 personne est concernée");

        press("Vérifier avant de faire");
        assertThat(screen()).contains("Choisissez ce qu’il faut faire");
        pick("Que voulez-vous faire").pick("GIVE_PROFILE");
        press("Vérifier avant de faire");
        assertThat(screen()).contains("Choisissez un profil.");
        pick("Profil").pick("MENTOR");
        press("Vérifier avant de faire");

        assertThat(screen()).contains("rien n’est encore fait").contains("1 personne à traiter");
        press("Lancer pour 1 personne");
        until("fait pour 1 personne");
        _click(plainButton("Tout annuler"));
        assertThat(screen()).contains("Personnes remises comme avant : 1");
        press("Tout annuler");
        until("annulé pour 1 personne");
    }

    @Test
    @As("PEDAGOGICAL_ADMIN")
    void each_act_asks_for_what_it_needs_and_nothing_else() throws Exception {
        var learner = somebody("LEARNER_A");
        go("admin/en-nombre?q=" + URLEncoder.encode(learner.email(), StandardCharsets.UTF_8));
        pick("Que voulez-vous faire").pick("SUSPEND");
        assertThat(_find(TextField.class)).extracting(TextField::getLabel).containsExactly("Pourquoi suspendre\u00a0?");
        press("Vérifier avant de faire");
        assertThat(screen()).contains("Dites pourquoi en quelques mots");

        pick("Que voulez-vous faire").pick("ADD_TO_GROUP");
        _get(TextField.class).setValue("un groupe qui n’est pas");
        press("Vérifier avant de faire");
        assertThat(screen()).contains("Aucun groupe ne porte ce nom");
    }

    @Test
    @As("TRAINER")
    void who_may_do_nothing_for_many_is_offered_nothing() {
        go("admin/personnes");
        assertThat(screen()).doesNotContain("Agir sur");
        go("admin/en-nombre/00000000-0000-7000-8000-000000000000");
        assertThat(screen()).contains("n’existe pas");
    }
}
