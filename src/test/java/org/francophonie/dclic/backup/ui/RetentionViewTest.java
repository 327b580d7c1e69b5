package org.francophonie.dclic.backup.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.francophonie.dclic.As;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.ViewTest;
import org.francophonie.dclic.platform.drafts.DraftService;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Requirement("F-152")
class RetentionViewTest extends ViewTest {
    private static final int DAYS_AGO = 200;

    @Autowired
    private DraftService drafts;

    @Autowired
    private SettingService settings;

    @AfterEach
    void asBefore() throws Exception {
        asPlatform(() -> {
            settings.change(Setting.KEEP_DRAFTS, Setting.KEEP_DRAFTS.standard().toString());
            return true;
        });
    }

    private Somebody forgotten(String object) throws Exception {
        var writer = somebody("LEARNER_A");
        writer.does(() -> drafts.keep("class-list", object, "commencé puis oublié", 0));
        owner().sql("update platform.draft set changed_at = ? where object = ?")
                .param(Timestamp.from(Instant.now().minus(Duration.ofDays(DAYS_AGO))))
                .param(object)
                .update();
        return writer;
    }

    private static TextField days() {
        return _get(
                TextField.class,
                field -> field.withPredicate(
                        found -> found.getAriaLabel().orElse("").endsWith("Textes non envoyés")));
    }

    @Test
    @As("TECHNICAL_ADMIN")
    void an_administrator_sees_what_a_shorter_time_would_remove_saves_it_and_lets_it_go() throws Exception {
        var writer = forgotten("view-forgotten");
        go("admin");
        assertThat(screen()).contains("Conservation et purge");

        go("admin/conservation");
        assertThat(screen()).contains("Taille de la base de données").contains("Anciennes versions des formations");
        _setValue(days(), "90");
        assertThat(screen()).contains("À supprimer avec cette durée : ");
        _click(_get(Button.class, button -> button.withText("Enregistrer cette durée")));
        assertThat(screen()).contains("Enregistrer quand même");
        assertThat(settings.value(Setting.KEEP_DRAFTS)).isEqualTo(365);
        _click(_get(Button.class, button -> button.withText("Enregistrer cette durée")));
        assertThat(settings.value(Setting.KEEP_DRAFTS)).isEqualTo(90);

        _click(_get(Button.class, button -> button.withText("Supprimer maintenant")));
        assertThat(screen()).contains("Ce qui est supprimé ne revient pas");
        _click(_get(Button.class, button -> button.withText("Supprimer maintenant")));
        awaitWords("Supprimé : ");

        assertThat(writer.does(() -> drafts.find("class-list", "view-forgotten")))
                .isEmpty();
        assertThat(screen()).contains("Dernières suppressions").contains("90 jours");
    }

    private static void awaitWords(String words) throws InterruptedException {
        for (int i = 0; i < 100 && !screen().contains(words); i++) {
            Thread.sleep(50);
            MockVaadin.clientRoundtrip(true);
        }
        assertThat(screen()).contains(words);
    }

    @Test
    @As("TECHNICAL_ADMIN")
    void a_time_that_makes_no_sense_is_said_at_its_field_and_removes_nothing() {
        go("admin/conservation");

        for (var wrong : new String[] {"", "abc", "0", "-5", "99999", "1,5"}) {
            _setValue(days(), wrong);
            assertThat(days().isInvalid()).as(wrong).isTrue();
            assertThat(days().getErrorMessage()).contains("De 30 à 3650");
        }
        assertThat(settings.value(Setting.KEEP_DRAFTS)).isEqualTo(365);
    }

    @Test
    @As("PEDAGOGICAL_ADMIN")
    void others_do_not_see_it() {
        go("admin/conservation");

        assertThat(screen()).doesNotContain("Taille de la base");
    }
}
