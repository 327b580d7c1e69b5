package org.francophonie.dclic.identity.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Year;
import java.util.Locale;
import java.util.Optional;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.ViewTest;
import org.francophonie.dclic.identity.service.Joining;
import org.francophonie.dclic.platform.ui.Pick;
import org.junit.jupiter.api.Test;

@Requirement({"F-027", "F-041"})
class ConsentViewsTest extends ViewTest {
    private static final String GUARDIAN = "Adresse e-mail d’un parent";

    private static final int FOURTEEN = Year.now().getValue() - 14;

    private static TextField field(String label) {
        return _get(TextField.class, field -> field.withLabel(label));
    }

    private static void press(String words) {
        _click(_get(Button.class, button -> button.withText(words)));
    }

    private static void tellsWho(int birthYear) {
        go("connexion");
        go("inscription");
        field("Votre nom").setValue("Kofi");
        field("Année de naissance").setValue(String.valueOf(birthYear));
        _get(Pick.class).choose("SN");
        press("Continuer");
    }

    private Somebody minor(Optional<String> guardian) {
        return new Somebody(
                people.join(new Joining(
                                ids.next(),
                                "Kofi",
                                String.valueOf(FOURTEEN),
                                "SN",
                                Optional.empty(),
                                guardian,
                                false,
                                PASSWORD,
                                Locale.FRENCH))
                        .person(),
                "");
    }

    @Test
    void a_minor_is_told_what_is_kept_and_asked_for_a_parent_and_a_grown_up_is_not() {
        tellsWho(1990);
        assertThat(screen()).contains("Comment voulez-vous vous connecter").doesNotContain(GUARDIAN);

        tellsWho(FOURTEEN);

        assertThat(screen())
                .contains("À votre âge, un parent doit être d’accord")
                .contains(GUARDIAN);
        field(GUARDIAN).setValue("pas une adresse");
        press("Créer mon compte");
        assertThat(field(GUARDIAN).getErrorMessage()).contains("espace");
    }

    @Test
    void a_minor_sees_at_home_that_a_parent_is_missing_and_asks() {
        signIn(minor(Optional.empty()));
        go("");
        assertThat(screen()).contains("Un parent doit encore donner son accord");
        go("plus");
        press("Demander l’accord");
        assertThat(field(GUARDIAN).getErrorMessage()).isNotBlank();
        var guardian = freshAddress();
        field(GUARDIAN).setValue(guardian);

        press("Demander l’accord");

        assertThat(screen()).contains("La demande est partie").contains("Nous avons écrit à : " + guardian);
        assertThat(letter(guardian)).isPresent();
    }

    @Test
    void a_guardian_reads_what_is_kept_and_agrees_as_the_person_responsible() {
        var guardian = freshAddress();
        minor(Optional.of(guardian));
        go("accord/" + link(guardian));
        assertThat(screen())
                .contains("Kofi")
                .contains("Année de naissance : " + FOURTEEN)
                .contains("Ce que nous gardons, et pourquoi");
        press("Je suis d’accord");
        assertThat(screen()).contains("Cochez d’abord la case");

        _get(Input.class).getElement().setProperty("checked", true);
        press("Je suis d’accord");

        assertThat(screen()).contains("L’accord est noté").doesNotContain("Kofi");
    }

    @Test
    void the_letter_that_confirms_leads_to_where_the_word_can_be_taken_back() {
        var guardian = freshAddress();
        minor(Optional.of(guardian));
        go("accord/" + link(guardian));
        _get(Input.class).getElement().setProperty("checked", true);
        press("Je suis d’accord");

        go("accord/" + link(guardian));
        assertThat(screen()).contains("Vous avez donné votre accord").contains("Kofi");
        press("Retirer mon accord et fermer le compte");

        assertThat(screen()).contains("Votre accord est retiré").doesNotContain("Kofi");
        go("accord/" + link(guardian));
        assertThat(screen()).contains("Ce lien ne marche plus");
    }

    @Test
    void a_refusal_says_first_what_it_does_and_can_be_thought_over() {
        var guardian = freshAddress();
        minor(Optional.of(guardian));
        var link = link(guardian);
        go("accord/" + link);
        _click(plainButton("Je ne suis pas d’accord"));
        assertThat(screen()).contains("Le compte sera fermé");
        _click(plainButton("Revenir"));
        assertThat(screen()).contains("Ce que nous gardons");
        _click(plainButton("Je ne suis pas d’accord"));

        press("Fermer le compte");

        assertThat(screen()).contains("Le compte est fermé");
        go("connexion");
        go("accord/" + link);
        assertThat(screen()).contains("Ce lien ne marche plus").doesNotContain("Kofi");
    }
}
