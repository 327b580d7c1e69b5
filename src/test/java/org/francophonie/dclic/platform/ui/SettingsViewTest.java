package org.francophonie.dclic.platform.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.francophonie.dclic.As;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.ViewTest;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Requirement("F-100")
class SettingsViewTest extends ViewTest {
    @Autowired
    private SettingService settings;

    @AfterEach
    void asBefore() throws Exception {
        asPlatform(() -> {
            settings.change(
                    Map.of(), Map.of(Setting.SUGGESTIONS, "3", Setting.CONTACT, "", Setting.REGISTRATION_OPEN, "true"));
            return true;
        });
    }

    private static TextField field(String label) {
        return _get(
                TextField.class,
                field -> field.withPredicate(
                        found -> found.getLabel().replace('\u00a0', ' ').equals(label)));
    }

    private static void save() {
        _click(_get(Button.class, button -> button.withText("Enregistrer les réglages")));
    }

    @Test
    @As("TECHNICAL_ADMIN")
    void an_administrator_changes_settings_and_they_count_at_once_where_people_see_them() throws Exception {
        go("admin/parametres");
        _setValue(field("Comment vous joindre"), "aide@exemple.sn, +221 33 000 00 00");
        _setValue(field("Formations suggérées dans « Mon espace »"), " 5 ");
        save();

        assertThat(screen()).contains("2 réglages enregistrés").contains("Valeur d’origine : 3");
        assertThat(settings.value(Setting.SUGGESTIONS)).isEqualTo(5);
        var page = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/aide"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        assertThat(page).contains("Pour nous joindre").contains("aide@exemple.sn");
    }

    @Test
    @As("TECHNICAL_ADMIN")
    void a_value_that_makes_no_sense_is_said_at_its_field_and_nothing_is_saved() {
        go("admin/parametres");
        _setValue(field("Comment vous joindre"), "ailleurs");
        _setValue(field("Minutes sans geste avant la fin de la séance"), "1");
        save();

        assertThat(screen()).contains("Rien n’est enregistré").contains("Cette valeur n’est pas possible. De 2 à 240.");
        assertThat(field("Minutes sans geste avant la fin de la séance").isInvalid())
                .isTrue();
        assertThat(settings.value(Setting.CONTACT)).isEmpty();
        assertThat(field("Comment vous joindre").getValue()).isEqualTo("ailleurs");
    }

    @Test
    @As("TECHNICAL_ADMIN")
    void what_somebody_else_has_changed_meanwhile_is_not_overwritten() throws Exception {
        go("admin/parametres");
        asPlatform(() -> {
            settings.change(Setting.SUGGESTIONS, "7");
            return true;
        });
        _setValue(field("Formations suggérées dans « Mon espace »"), "9");
        save();

        assertThat(screen()).contains("Quelqu’un d’autre vient de modifier");
        assertThat(settings.value(Setting.SUGGESTIONS)).isEqualTo(7);
    }

    @Test
    @As("PEDAGOGICAL_ADMIN")
    void whoever_may_only_read_changes_nothing() {
        go("admin/parametres");

        assertThat(screen()).contains("Vous pouvez lire les réglages");
        assertThat(_find(Button.class, button -> button.withText("Enregistrer les réglages")))
                .isEmpty();
        assertThat(_find(TextField.class)).isEmpty();
    }

    @Test
    void lines_of_settings_are_read_and_strange_ones_are_named() {
        var read = SettingsText.read("suggestions=4\n\n contact = a=b \nnonsense\nno-such=1");

        assertThat(read.values()).isEqualTo(Map.of(Setting.SUGGESTIONS, "4", Setting.CONTACT, "a=b"));
        assertThat(read.wrong()).containsExactly("nonsense", "no-such=1");
    }
}
