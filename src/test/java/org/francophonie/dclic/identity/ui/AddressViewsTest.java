package org.francophonie.dclic.identity.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.file.Files;
import java.nio.file.Path;
import org.francophonie.dclic.As;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.ViewTest;
import org.junit.jupiter.api.Test;

@Requirement({"F-041", "F-122"})
class AddressViewsTest extends ViewTest {

    private static TextField address(String label) {
        return _get(TextField.class, field -> field.withLabel(label));
    }

    private static void press(String words) {
        _click(_get(Button.class, button -> button.withText(words)));
    }

    @Test
    void whoever_forgot_reads_the_same_for_an_address_that_has_an_account_and_one_that_has_none() throws Exception {
        var known = somebody("LEARNER_A");
        go("mot-de-passe-oublie");
        address("Adresse e-mail").setValue(known.email());
        press("Recevoir le lien");
        var told = screen();
        go("connexion");
        go("mot-de-passe-oublie");
        address("Adresse e-mail").setValue("inconnue@exemple.sn");

        press("Recevoir le lien");

        assertThat(told).contains("Regardez vos messages").contains("Si un compte a cette adresse");
        assertThat(screen()).isEqualTo(told.replace(known.email(), "inconnue@exemple.sn"));
    }

    @Test
    void what_can_be_no_address_is_explained_beside_the_field() throws Exception {
        go("mot-de-passe-oublie");
        for (var line : Files.readAllLines(Path.of("src/test/resources/addresses.csv"))) {
            var cells = line.split(";", 3);
            if (!cells[0].equals("reject")) continue;
            address("Adresse e-mail").setValue(cells[2]);

            press("Recevoir le lien");

            assertThat(address("Adresse e-mail").isInvalid()).as(cells[2]).isTrue();
            assertThat(address("Adresse e-mail").getErrorMessage()).as(cells[2]).isNotBlank();
        }
    }

    @Test
    void a_link_that_is_no_good_any_more_says_what_to_do() {
        go("nouveau-mot-de-passe/rien");
        assertThat(screen()).contains("Ce lien ne marche plus").contains("Demander un autre lien");
        go("confirmer/rien");
        assertThat(screen()).contains("Ce lien ne marche plus").contains("Se connecter");
    }

    @Test
    @As("LEARNER_A")
    void somebody_gives_another_address_and_sees_that_it_waits() {
        go("plus");
        assertThat(screen()).contains(me.email() + " · confirmée");
        _click(plainButton("Changer d’adresse"));
        address("Nouvelle adresse e-mail").setValue("pas une adresse");
        press("Recevoir le lien");
        assertThat(address("Nouvelle adresse e-mail").getErrorMessage()).contains("espace");

        address("Nouvelle adresse e-mail").setValue("محمد@مثال.تونس");
        press("Recevoir le lien");
        assertThat(screen()).contains("Ce n’est pas le bon mot de passe");
        _get(PasswordField.class).setValue(PASSWORD);
        press("Recevoir le lien");

        assertThat(screen())
                .contains("محمد@مثال.تونس · en attente")
                .contains(me.email() + " · confirmée")
                .contains("Le lien est en route");
        go("");
        assertThat(screen()).contains("Confirmez votre adresse").contains("محمد@مثال.تونس");
    }
}
