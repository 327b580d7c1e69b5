package org.francophonie.dclic.identity.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import org.francophonie.dclic.As;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.ViewTest;
import org.francophonie.dclic.platform.ui.Choice;
import org.francophonie.dclic.platform.ui.Pick;
import org.francophonie.dclic.platform.ui.RichText;
import org.junit.jupiter.api.Test;

@Requirement({"F-017", "F-040", "F-041", "F-122"})
class SessionViewsTest extends ViewTest {
    private static TextField field(String label) {
        return _get(TextField.class, field -> field.withLabel(label));
    }

    private static PasswordField secret(String label) {
        return _get(PasswordField.class, field -> field.withLabel(label));
    }

    private static void press(String words) {
        _click(_get(Button.class, button -> button.withText(words)));
    }

    /** The first step as a grown-up fills it in. */
    private static void whoOneIs(String name) {
        go("inscription");
        field("Votre nom").setValue(name);
        field("Année de naissance").setValue("1990");
        _get(Pick.class).choose("SN");
        press("Continuer");
    }

    @Test
    void a_wrong_password_and_an_unknown_address_read_the_same() throws Exception {
        var known = somebody("LEARNER_A");
        go("connexion");
        field("Adresse e-mail ou code D-CLIC").setValue(known.email());
        secret("Mot de passe ou PIN").setValue("pas le bon mot");
        press("Me connecter");
        var wrong = screen();

        field("Adresse e-mail ou code D-CLIC").setValue("inconnu@exemple.sn");
        press("Me connecter");

        assertThat(wrong).contains("L’adresse, le code ou le mot de passe ne convient pas");
        assertThat(screen()).isEqualTo(wrong);
        assertThat(field("Adresse e-mail ou code D-CLIC").getValue()).isEqualTo("inconnu@exemple.sn");
    }

    @Test
    void a_card_that_is_read_fills_the_code_in() {
        go("connexion?code=app-000000000-0");

        assertThat(field("Adresse e-mail ou code D-CLIC").getValue()).isEqualTo("APP-000000000-0");
    }

    @Test
    void the_first_step_is_checked_before_the_second_is_shown() {
        go("inscription");
        press("Continuer");

        assertThat(screen())
                .contains("Écrivez le nom que vous voulez montrer")
                .contains("Écrivez votre année de naissance")
                .contains("Choisissez le pays où vous vivez")
                .doesNotContain("Comment voulez-vous vous connecter");
        field("Année de naissance")
                .setValue(Integer.toString(java.time.Year.now().getValue() - 11));
        press("Continuer");
        assertThat(screen()).contains("Avant 13 ans, on s’inscrit avec un centre");
    }

    @Test
    void an_address_that_cannot_be_one_is_explained_beside_its_field_and_nothing_is_lost() {
        whoOneIs("Օգտատեր");
        field("Adresse e-mail").setValue("awa exemple.sn");
        secret("Choisissez un mot de passe").setValue("tortue mauve sous le vent");

        press("Créer mon compte");

        assertThat(field("Adresse e-mail").isInvalid()).isTrue();
        assertThat(field("Adresse e-mail").getErrorMessage()).contains("ne contient pas d’espace");
        _click(plainButton("Revenir à l’étape précédente"));
        assertThat(field("Votre nom").getValue()).isEqualTo("Օգտատեր");
    }

    @Test
    void a_weak_password_is_explained_beside_its_field() {
        whoOneIs("Awa");
        field("Adresse e-mail").setValue("awa.diop@exemple.sn");
        secret("Choisissez un mot de passe").setValue("123456789012");

        press("Créer mon compte");

        assertThat(secret("Choisissez un mot de passe").getErrorMessage()).contains("se devine trop vite");
    }

    @Test
    @SuppressWarnings("unchecked")
    void without_an_address_a_pin_or_a_password_will_do() {
        whoOneIs("Awa");
        Choice<JoinView.Means> means = _get(Choice.class);

        means.choose(JoinView.Means.PIN);
        assertThat(screen()).contains("comme pour l’argent mobile");
        _get(TextField.class, field -> field.withLabel("Choisissez un PIN de 6 chiffres"))
                .setValue("123456");
        press("Créer mon compte");

        assertThat(_get(TextField.class, field -> field.withLabel("Choisissez un PIN de 6 chiffres"))
                        .getErrorMessage())
                .contains("se devine trop vite");
        means.choose(JoinView.Means.CODE);
        assertThat(_find(PasswordField.class, field -> field.withLabel("Choisissez un mot de passe")))
                .hasSize(1);
    }

    @Test
    @As("LEARNER_A")
    void the_card_shows_the_code_to_read_and_as_squares() {
        go("ma-carte");

        assertThat(screen()).contains("Awa Test").contains("APP-").contains("/app/connexion");
        assertThat(_get(RichText.class).getElement().getProperty("innerHTML"))
                .contains("<svg")
                .contains("aria-label");
    }

    @Test
    @As("LEARNER_A")
    void the_place_more_tells_who_one_is_and_the_way_out() {
        go("plus");

        assertThat(screen())
                .contains("Awa Test")
                .contains("APP-")
                .contains("Me déconnecter")
                .contains("English");
    }

    @Test
    void whoever_is_not_signed_in_cannot_open_it() {
        go("plus");

        assertThat(address()).isEqualTo("connexion?suite=plus");
    }

    @Test
    @As("LEARNER_A")
    @Requirement({"F-113", "F-141"})
    void somebody_whose_name_has_changed_changes_it() throws Exception {
        go("plus");
        _click(_get(NativeButton.class, button -> button.withText("Changer mon nom")));
        field("Votre nom").setValue("   ");
        press("Enregistrer");
        assertThat(field("Votre nom").isInvalid()).isTrue();

        field("Votre nom").setValue("Fatou Ndiaye-Sow");
        press("Enregistrer");

        assertThat(screen()).contains("Fatou Ndiaye-Sow");
        assertThat(me.does(() -> people.me().orElseThrow().displayName())).isEqualTo("Fatou Ndiaye-Sow");
    }
}
