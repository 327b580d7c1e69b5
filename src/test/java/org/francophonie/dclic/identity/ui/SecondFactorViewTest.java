package org.francophonie.dclic.identity.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.Optional;
import org.francophonie.dclic.As;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.ViewTest;
import org.francophonie.dclic.identity.domain.TimeCode;
import org.francophonie.dclic.identity.service.SecondFactorService;
import org.francophonie.dclic.platform.access.Proof;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** In sessions in which a secret was given and nothing else was proved yet. */
@Requirement({"F-140", "F-144"})
class SecondFactorViewTest extends ViewTest {
    @Autowired
    private SecondFactorService factors;

    @Override
    protected Proof proof() {
        return Proof.NONE.withSecret(Instant.now());
    }

    private static void give(String code, String button) {
        _setValue(_get(TextField.class), code);
        _click(_get(Button.class, found -> found.withText(button)));
    }

    private void setUp(Somebody who) throws Exception {
        who.does(() -> {
            var proposal = factors.propose();
            return factors.set(
                    proposal, TimeCode.at(proposal.secret(), Instant.now()), setupCode(who.id()), Optional.empty());
        });
    }

    @Test
    @As("EDITOR")
    void the_staff_sees_nothing_else_before_it_is_set_up_and_comes_back_to_where_it_wanted_to_go() throws Exception {
        go("auteur");

        assertThat(address()).isEqualTo("second-facteur?suite=auteur");
        assertThat(screen())
                .contains("Il faut donc plus qu’un mot de passe")
                .contains("il arrive à l’adresse p…\u2060@exemple.sn")
                .contains("Me déconnecter")
                .doesNotContain("Tapez cette clé");

        give("2345-6789", "Continuer");
        assertThat(screen()).contains("Vérifiez-le, ou demandez-en un autre");
        _click(_get(Button.class, found -> found.withText("Recevoir le code par e-mail")));
        assertThat(screen()).contains("Aucune lettre ne part de ce site");
        give(setupCode(me.id()).orElseThrow(), "Continuer");
        assertThat(screen()).contains("Tapez cette clé");

        give("123", "Activer");
        assertThat(screen()).contains("Ce code n’est pas le bon");
    }

    @Test
    @As("LEARNER_A")
    void a_learner_may_have_one_and_goes_on_without() {
        go("plus");
        assertThat(screen()).contains("Vérification en deux étapes");

        go("second-facteur");
        assertThat(screen()).contains("C’est à vous de choisir").doesNotContain("Il faut donc plus");
        go("mes-donnees");
        assertThat(address()).isEqualTo("mes-donnees");
    }

    @Test
    void whoever_has_one_is_asked_for_it_whatever_the_address_and_a_wrong_code_opens_nothing() throws Exception {
        var learner = somebody("LEARNER_A");
        setUp(learner);
        signIn(learner);

        go("mes-donnees");
        assertThat(address()).isEqualTo("second-facteur?suite=mes-donnees");
        assertThat(screen()).contains("Je n’ai plus mon téléphone").doesNotContain("Retirer");

        give("000000", "Continuer");
        assertThat(screen()).contains("Ce code n’est pas le bon");
        go("plus");
        assertThat(address()).startsWith("second-facteur");
    }

    @Test
    void a_visitor_signs_in_first() {
        go("second-facteur");

        assertThat(address()).startsWith("connexion");
    }
}
