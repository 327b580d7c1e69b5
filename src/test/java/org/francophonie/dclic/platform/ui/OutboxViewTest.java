package org.francophonie.dclic.platform.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.francophonie.dclic.As;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.ViewTest;
import org.francophonie.dclic.platform.mail.Mail;
import org.francophonie.dclic.platform.mail.Outbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Requirement("F-104")
class OutboxViewTest extends ViewTest {
    @Autowired
    private Outbox outbox;

    /** Of a kind that no node of the test writes: it stays as it is put. */
    private void letter(String recipient, String state, String problem) {
        outbox.put(new Mail(
                "event " + ids.next(),
                "of-the-test",
                recipient,
                recipient,
                Optional.of(me.id()),
                Locale.FRENCH,
                Map.of(),
                Duration.ofHours(1)));
        sql.sql(
                        "update platform.mail set state = ?, problem = ?, subject = 'Sujet', body = 'Bonjour, le texte' where recipient = ?")
                .param(state)
                .param(problem)
                .param(recipient)
                .update();
    }

    @AfterEach
    void sweep() {
        sql.sql("delete from platform.mail").update();
    }

    @Test
    @As("TECHNICAL_ADMIN")
    void an_administrator_finds_the_letters_and_decides_about_an_uncertain_one() {
        letter("binta@exemple.ml", "UNCERTAIN", "connection reset");
        letter("kossi@exemple.tg", "KEPT", null);
        go("admin");
        assertThat(screen()).contains("Administration").contains("Courrier envoyé");

        go("admin/courrier?etat=UNCERTAIN");
        assertThat(screen())
                .contains("Rien ne part de cet environnement")
                .contains("binta@exemple.ml")
                .contains("Réponse du serveur : connection reset")
                .doesNotContain("kossi@exemple.tg");
        _click(plainButton("Compter comme envoyé"));

        assertThat(screen()).contains("Aucun message");
        go("admin/courrier");
        assertThat(screen()).contains("binta@exemple.ml · Envoyé").contains("Bonjour, le texte");
        assertThat(_find(PlainButton.class, button -> button.withText("Envoyer encore")))
                .as("what is sent or kept is not sent again")
                .isEmpty();
    }

    @Test
    @As("TECHNICAL_ADMIN")
    void an_odd_address_of_the_page_shows_the_whole_list() {
        letter("binta@exemple.ml", "KEPT", null);

        go("admin/courrier?etat=nonsense&page=-1");

        assertThat(screen()).contains("binta@exemple.ml");
    }

    @Test
    @As("LEARNER_A")
    void a_learner_sees_neither_the_letters_nor_the_administration() {
        go("admin/courrier");
        assertThat(screen()).doesNotContain("Courrier envoyé");
        go("");
        assertThat(screen()).doesNotContain("Administration");
    }

    @Test
    @As("TECHNICAL_ADMIN")
    void an_administrator_writes_a_test_letter_to_herself_and_to_nobody_else() {
        go("admin/courrier");

        _click(plainButton("M’envoyer une lettre d’essai"));

        go("admin/courrier");
        assertThat(screen()).contains(me.email()).contains("Lettre d’essai");
        assertThat(sql.sql("select distinct recipient from platform.mail where kind = 'test'")
                        .query(String.class)
                        .list())
                .containsExactly(me.email());
    }
}
