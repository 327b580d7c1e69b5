package org.francophonie.dclic.identity.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import org.francophonie.dclic.As;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.ViewTest;
import org.junit.jupiter.api.Test;

@Requirement({"F-017", "F-041", "F-122"})
class SessionViewsTest extends ViewTest {
    private static TextField field(String label) {
        return _get(TextField.class, field -> field.withLabel(label));
    }

    private static PasswordField secret(String label) {
        return _get(PasswordField.class, field -> field.withLabel(label));
    }

    @Test
    void a_wrong_password_and_an_unknown_address_read_the_same() throws Exception {
        var known = somebody("LEARNER_A");
        go("connexion");
        field("Adresse e-mail").setValue(known.email());
        secret("Mot de passe").setValue("pas le bon mot");
        _click(_get(Button.class, button -> button.withText("Me connecter")));
        var wrong = screen();

        field("Adresse e-mail").setValue("inconnu@exemple.sn");
        _click(_get(Button.class, button -> button.withText("Me connecter")));

        assertThat(wrong).contains("L’adresse ou le mot de passe ne convient pas");
        assertThat(screen()).isEqualTo(wrong);
        assertThat(field("Adresse e-mail").getValue()).isEqualTo("inconnu@exemple.sn");
    }

    @Test
    void an_address_that_cannot_be_one_is_explained_beside_its_field_and_nothing_is_lost() {
        go("inscription");
        field("Votre nom").setValue("Օգտատեր");
        field("Adresse e-mail").setValue("awa exemple.sn");
        secret("Choisissez un mot de passe").setValue("tortue mauve sous le vent");

        _click(_get(Button.class, button -> button.withText("Créer mon compte")));

        assertThat(field("Adresse e-mail").isInvalid()).isTrue();
        assertThat(field("Adresse e-mail").getErrorMessage()).contains("ne contient pas d’espace");
        assertThat(field("Votre nom").getValue()).isEqualTo("Օգտատեր");
    }

    @Test
    void a_weak_password_is_explained_beside_its_field() {
        go("inscription");
        field("Votre nom").setValue("Awa");
        field("Adresse e-mail").setValue("awa.diop@exemple.sn");
        secret("Choisissez un mot de passe").setValue("123456789012");

        _click(_get(Button.class, button -> button.withText("Créer mon compte")));

        assertThat(secret("Choisissez un mot de passe").getErrorMessage()).contains("se devine trop vite");
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
}
