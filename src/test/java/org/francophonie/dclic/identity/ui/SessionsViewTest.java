package org.francophonie.dclic.identity.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeButton;
import java.util.UUID;
import org.francophonie.dclic.As;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.ViewTest;
import org.junit.jupiter.api.Test;

@Requirement("F-144")
class SessionsViewTest extends ViewTest {
    private UUID session(Somebody person) {
        var id = UUID.randomUUID();
        owner().sql("""
                        insert into identity.session (id, person_id, secret_hash, browser, node, address, began_at, last_act_at)
                        values (?, ?, ?, 'Chrome mobile', 'n1', '196.1.2.3', now(), now() + interval '1 hour')""")
                .param(id)
                .param(person.id().value())
                .param(new byte[32])
                .update();
        return id;
    }

    private String why(UUID session) {
        return sql.sql("select coalesce(ended_why, 'OPEN') from identity.session where id = ?")
                .param(session)
                .query(String.class)
                .single();
    }

    @Test
    @As("TECHNICAL_ADMIN")
    void an_administrator_sees_who_is_signed_in_where_and_ends_one_session_or_all_of_a_person() throws Exception {
        var learner = somebody("LEARNER_A");
        var first = session(learner);
        go("admin/sessions");
        assertThat(screen())
                .contains("Séances ouvertes")
                .contains("Chrome mobile")
                .contains("196.1.2.3")
                .contains("serveur n1");
        var before = _find(NativeButton.class, button -> button.withText("Déconnecter"))
                .size();

        _click(_find(NativeButton.class, button -> button.withText("Déconnecter"))
                .getFirst());
        assertThat(screen()).contains("La séance est fermée");
        assertThat(why(first)).isEqualTo("ADMINISTRATOR");
        assertThat(_find(NativeButton.class, button -> button.withText("Déconnecter"))
                        .size())
                .isLessThanOrEqualTo(before);

        var second = session(learner);
        var third = session(learner);
        go("admin/personnes/" + learner.id());
        _click(plainButton("Tout déconnecter"));
        assertThat(why(second)).isEqualTo("ADMINISTRATOR");
        assertThat(why(third)).isEqualTo("ADMINISTRATOR");
        assertThat(screen()).contains("Aucune séance ouverte");
    }

    @Test
    @As("TRAINER")
    void a_trainer_sees_no_sessions() {
        go("admin/sessions");
        assertThat(screen()).doesNotContain("Séances ouvertes");
    }
}
