package org.francophonie.dclic.identity.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.List;
import java.util.Map;
import org.francophonie.dclic.As;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.ViewTest;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.personal.PersonalData.Table;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Requirement("F-140")
class MyDataViewTest extends ViewTest {
    @Autowired
    private Gate gate;

    private static void erase() {
        _click(_get(Button.class, button -> button.withText("Supprimer mon compte pour toujours")));
    }

    @Test
    @As("LEARNER_A")
    void a_learner_finds_her_data_and_leaves_only_after_saying_so_with_the_password() throws Exception {
        go("plus");
        assertThat(screen()).contains("Mes données");
        go("mes-donnees");
        assertThat(screen()).contains("Fichier à lire (HTML)").contains("Fichier pour une machine (JSON)");

        erase();
        assertThat(screen()).contains("Cochez d’abord la case");
        _get(org.francophonie.dclic.platform.ui.Check.class).check(true);
        _setValue(_get(PasswordField.class), "rien de tout cela");
        erase();

        assertThat(screen()).contains("Rien n’est supprimé");
        assertThat(me.does(() -> gate.allows(Right.FOLLOW_COURSE))).isTrue();
    }

    @Test
    void the_file_to_read_shows_what_people_typed_as_text_and_runs_none_of_it() {
        var page = DataFile.html(
                List.of(new Table("person", List.of(Map.of("display_name", "<script>alert(1)</script> é")))),
                "Mes <données>",
                "fr");

        assertThat(page)
                .contains("&lt;script&gt;")
                .doesNotContain("<script")
                .contains("Mes &lt;données&gt;")
                .contains("é");
    }
}
