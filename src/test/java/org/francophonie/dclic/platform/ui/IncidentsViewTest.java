package org.francophonie.dclic.platform.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import org.francophonie.dclic.As;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.ViewTest;
import org.francophonie.dclic.platform.errors.Incident;
import org.junit.jupiter.api.Test;

@Requirement("F-145")
class IncidentsViewTest extends ViewTest {

    private String incident() throws Exception {
        var number = Incident.record(new ArithmeticException("/ by zero")).number();
        for (int i = 0; i < 100; i++) {
            var there = sql.sql("select exists (select from platform.incident where number = ?)")
                    .param(number)
                    .query(Boolean.class)
                    .single();
            if (there) return number;
            Thread.sleep(50);
        }
        throw new AssertionError("not kept");
    }

    private static void look(String number) {
        _setValue(_get(TextField.class), number);
        _click(_get(Button.class, button -> button.withText("Chercher")));
    }

    @Test
    @As("TECHNICAL_ADMIN")
    void an_administrator_finds_what_a_person_tells_over_the_telephone_and_what_repeats() throws Exception {
        incident();
        var number = incident();
        go("admin");
        assertThat(screen()).contains("Journal des erreurs");
        go("admin/incidents");
        assertThat(screen()).contains(number).contains("fois en 7 jours");

        look(number.toLowerCase(java.util.Locale.ROOT).replace("-", " "));
        assertThat(address()).startsWith("admin/incidents?numero=");
        assertThat(screen())
                .contains("ArithmeticException")
                .contains("/ by zero")
                .contains("IncidentsViewTest");

        look("AAAA-AAAA");
        assertThat(screen()).contains("Aucun incident n’a ce numéro");
        look("n’importe quoi");
        assertThat(screen()).contains("Aucun incident n’a ce numéro");
    }
}
