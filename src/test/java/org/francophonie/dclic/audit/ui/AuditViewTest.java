package org.francophonie.dclic.audit.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import java.io.StringWriter;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.As;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.ViewTest;
import org.francophonie.dclic.audit.AuditSearch;
import org.francophonie.dclic.audit.service.AuditService;
import org.francophonie.dclic.identity.service.PeopleDesk;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Requirement({"F-129", "F-130"})
class AuditViewTest extends ViewTest {
    @Autowired
    private PeopleDesk desk;

    @Autowired
    private AuditService audit;

    @Autowired
    private SettingService settings;

    private String code(Somebody person) {
        return sql.sql("select code from identity.person where id = ?")
                .param(person.id().value())
                .query(String.class)
                .single();
    }

    private Somebody corrected(String name) throws Exception {
        var learner = somebody("LEARNER_A");
        var version = sql.sql("select version from identity.person where id = ?")
                .param(learner.id().value())
                .query(Long.class)
                .single();
        me.does(() -> {
            desk.correct(learner.id(), version, new PeopleDesk.Facts(name, "1991", "TG"));
            return true;
        });
        return learner;
    }

    @Test
    @As("PEDAGOGICAL_ADMIN")
    void an_auditor_reads_who_changed_what_of_whom_before_and_after() throws Exception {
        var learner = corrected("Koffi");

        go("admin/audit?sur=" + code(learner) + "&droit=CHANGE_PERSON");

        assertThat(screen())
                .contains("Awa Test (" + code(me) + ")")
                .contains("Corriger une personne · corriger")
                .contains("Concerne : Koffi (" + code(learner) + ")")
                .contains("Nom Awa Test Koffi")
                .contains("Année de naissance 1990 1991")
                .contains("Pays SN TG")
                .contains("Administrateur pédagogique")
                .doesNotContain("Rien dans le journal");
        go("admin/personnes/" + learner.id());
        assertThat(screen()).contains("Tout ce que cette personne a fait").contains("Qui a vu ou modifié ses données");
    }

    @Test
    @As("TECHNICAL_ADMIN")
    void a_search_by_nature_period_and_network_stays_in_the_address() throws Exception {
        var learner = somebody("LEARNER_A");
        go("admin/audit");
        _setValue(_get(TextField.class, field -> field.withLabel("Sur qui\u00a0?")), code(learner));
        pick("Nature").choose("COMMAND");
        _click(_get(Button.class, button -> button.withText("Chercher")));

        assertThat(address()).contains("sur=" + code(learner)).contains("nature=COMMAND");
        assertThat(screen()).contains("s’inscrire");

        go("admin/audit?sur=" + code(learner) + "&au=01/01/2020");
        assertThat(screen()).contains("Rien dans le journal");
        go("admin/audit?sur=" + code(learner) + "&du=31/02/2020");
        assertThat(screen()).contains("Écrivez la date comme ceci");
        go("admin/audit?du=27/11/2026&au=01/01/2026");
        assertThat(screen()).contains("La première date est après la seconde");
        go("admin/audit?reseau=999.999");
        assertThat(screen()).contains("ni un réseau");
        go("admin/audit?reseau=1'; drop table x");
        assertThat(screen()).contains("ni un réseau");
        go("admin/audit?qui=APP-NOBODY");
        assertThat(screen()).contains("Personne n’a ce code");
        go("admin/audit?operation=nonsense&nature=NONSENSE&page=99999");
        assertThat(screen()).contains("Tout voir");
    }

    @Test
    @As("PEDAGOGICAL_ADMIN")
    void what_is_taken_away_is_a_table_without_formulas_and_the_taking_is_in_the_trail() throws Exception {
        var learner = corrected("=HYPERLINK(\"http://evil\")");
        var file = new StringWriter();

        me.does(() -> {
            audit.export(
                    new AuditSearch(
                            Optional.empty(),
                            Optional.of(learner.id()),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(Right.CHANGE_PERSON),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.<UUID>empty()),
                    file);
            return true;
        });

        assertThat(file.toString())
                .contains("CHANGE_PERSON")
                .contains("HYPERLINK")
                .doesNotContain("\"=");
        assertThat(file.toString().lines()).hasSize(2);
        assertThat(sql.sql("select nature from audit.audit_event where actor = ? and right_name = 'EXPORT_AUDIT'")
                        .param(me.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("EXPORT");
    }

    @Test
    @As("TRAINER")
    void a_trainer_reads_nothing_of_the_trail() {
        go("admin/audit");
        assertThat(screen()).doesNotContain("Sur qui");
    }

    @Test
    @As("PEDAGOGICAL_ADMIN")
    void a_file_about_many_is_asked_for_with_a_reason_and_another_administrator_finds_it_in_her_own_space()
            throws Exception {
        var learner = corrected("Koffi");
        asPlatform(() -> {
            settings.change(Setting.EXPORT_ALONE, "1");
            return true;
        });
        try {
            go("admin/audit?sur=" + code(learner));
            _click(_get(
                    NativeButton.class,
                    button -> button.withPredicate(found -> found.getText().startsWith("Exporter cette recherche"))));
            assertThat(screen()).contains("Ce fichier porterait sur 2 personnes");
            _click(_get(Button.class, button -> button.withText("Demander l’accord")));
            assertThat(screen()).contains("Dites pourquoi en quelques mots");
            _setValue(
                    _get(
                            TextField.class,
                            field -> field.withPredicate(
                                    found -> found.getLabel().startsWith("Pourquoi avez-vous"))),
                    "Demande de la personne elle-même");
            _click(_get(Button.class, button -> button.withText("Demander l’accord")));
            assertThat(screen()).contains("attend une réponse");

            signIn(somebody("TECHNICAL_ADMIN"));
            go("");
            assertThat(screen()).contains("1 export du journal attend votre accord");
            go("admin/audit");
            assertThat(screen())
                    .contains("demande un fichier sur 2 personnes")
                    .contains("Demande de la personne elle-même")
                    .contains("Recherche : sur qui = ");
            _click(_get(Button.class, button -> button.withText("Donner mon accord")));
            assertThat(screen()).contains("Accord donné").doesNotContain("demande un fichier sur 2 personnes");
        } finally {
            asPlatform(() -> {
                settings.change(
                        Setting.EXPORT_ALONE, Setting.EXPORT_ALONE.standard().toString());
                return true;
            });
            sql.sql("delete from audit.export_request").update();
        }
    }
}
