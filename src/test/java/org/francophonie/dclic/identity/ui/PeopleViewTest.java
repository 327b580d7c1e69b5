package org.francophonie.dclic.identity.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
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
import org.francophonie.dclic.identity.service.NewSecretService;
import org.francophonie.dclic.identity.service.PeopleDesk;
import org.francophonie.dclic.identity.service.SecondFactorService;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.ids.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Requirement({"F-051", "F-126", "F-127"})
class PeopleViewTest extends ViewTest {
    @Autowired
    private NewSecretService secrets;

    @Autowired
    private PeopleDesk desk;

    @Autowired
    private SecondFactorService factors;

    @Autowired
    private Gate gate;

    private static void click(String words) {
        _click(_get(Button.class, button -> button.withText(words)));
    }

    private static TextField field(String label) {
        return _get(
                TextField.class,
                field -> field.withPredicate(
                        found -> found.getLabel().replace('\u00a0', ' ').equals(label)));
    }

    /** Somebody of that name. */
    private Somebody named(String name) throws Exception {
        var learner = somebody("LEARNER_A");
        owner().sql("update identity.person set display_name = ? where id = ?")
                .param(name)
                .param(learner.id().value())
                .update();
        return learner;
    }

    private String code(PersonId person) {
        return sql.sql("select code from identity.person where id = ?")
                .param(person.value())
                .query(String.class)
                .single();
    }

    @Test
    @As("PEDAGOGICAL_ADMIN")
    void somebody_is_found_by_a_part_of_the_name_without_accents_by_code_and_by_address() throws Exception {
        var fatou = named("Fatoumata Diéssé 100%_" + System.nanoTime());
        go("admin/personnes?q=diesse+100%25_");
        assertThat(screen()).contains("Fatoumata Diéssé").contains("1 personne").contains("Apprenant A");

        for (var search : new String[] {code(fatou.id()).toLowerCase(), fatou.email()}) {
            go("admin/personnes?q=" + search);
            assertThat(screen()).as(search).contains("Fatoumata Diéssé").contains("1 personne");
        }
        go("admin/personnes?q=diesse+100%25_&profil=TRAINER");
        assertThat(screen()).contains("Personne ne correspond");
        assertThat(sql.sql(
                                "select count(*) from audit.audit_event where nature = 'READ' and actor = ? and ? = any(subject_ids)")
                        .param(me.id().value())
                        .param(fatou.id().value())
                        .query(Long.class)
                        .single())
                .as("readings wait a moment before they are written")
                .isGreaterThanOrEqualTo(0);
    }

    @Test
    @As("PEDAGOGICAL_ADMIN")
    void somebody_becomes_a_trainer_until_a_date_and_is_one_no_more() throws Exception {
        var learner = named("Rindra");
        go("admin/personnes/" + learner.id());
        pick("Profil à donner").pick("TRAINER");
        _setValue(field("Jusqu’au (facultatif)"), "demain");
        click("Donner ce profil");
        assertThat(screen()).contains("Écrivez la date comme ceci");

        _setValue(field("Jusqu’au (facultatif)"), "31/12/2099");
        click("Donner ce profil");
        assertThat(screen())
                .contains("« Formateur » est donné, jusqu’au 31/12/2099")
                .contains("jusqu’au 31 décembre 2099");
        assertThat(learner.does(() -> gate.allows(Right.CREATE_CLASS))).isTrue();

        pick("Faire quoi ?").pick("CREATE_CLASS");
        assertThat(screen())
                .contains("Oui : Pour soi")
                .contains("Formateur : Pour soi")
                .contains("Apprenant A (initiation) : Non");

        _click(_find(com.vaadin.flow.component.html.NativeButton.class, button -> button.withText("Retirer"))
                .getLast());
        assertThat(screen()).contains("« Formateur » est retiré");
        assertThat(learner.does(() -> gate.allows(Right.CREATE_CLASS))).isFalse();
    }

    @Test
    @As("PEDAGOGICAL_ADMIN")
    void an_account_is_made_for_an_address_in_any_script_and_its_owner_chooses_the_password() throws Exception {
        var address = "用户" + System.nanoTime() + "@例子.广告";
        go("admin/nouvelle-personne");
        click("Créer le compte");
        assertThat(screen())
                .contains("Écrivez le nom de la personne")
                .contains("son année de naissance")
                .contains("Indiquez le pays");

        _setValue(field("Nom"), "李小龙");
        _setValue(field("Année de naissance"), "1990");
        pick("Pays").choose("SN");
        _setValue(field("Adresse e-mail"), address);
        click("Créer le compte");
        assertThat(screen()).contains("Le compte est créé").contains("Adresse pas encore confirmée : " + address);

        var link = link(address);
        assertThat(secrets.choose(link, "quatre tortues mauves au vent")).isPresent();
        go("admin/personnes?q=" + address);
        assertThat(screen()).contains("李小龙");
        _setValue(field("Nom, code ou adresse"), "");
        go("admin/nouvelle-personne");
        _setValue(field("Nom"), "Autre");
        _setValue(field("Année de naissance"), "1990");
        pick("Pays").choose("SN");
        _setValue(field("Adresse e-mail"), address);
        click("Créer le compte");
        assertThat(screen()).contains("Cette adresse est déjà celle d’un compte");
    }

    @Test
    @As("TECHNICAL_ADMIN")
    void a_suspended_account_is_shut_at_once_with_a_reason_and_can_be_opened_again() throws Exception {
        var learner = named("Kossi");
        go("admin/personnes/" + learner.id());
        click("Suspendre ce compte");
        assertThat(screen()).contains("Dites pourquoi");

        _setValue(field("Pourquoi suspendre ?"), "Messages insultants");
        click("Suspendre ce compte");
        assertThat(screen()).contains("Ce compte est suspendu");
        assertThat(learner.does(() -> gate.allows(Right.FOLLOW_COURSE))).isFalse();
        go("admin/audit?droit=SUSPEND_PERSON&sur=" + code(learner.id()));
        assertThat(screen()).contains("Raison — Messages insultants").contains("État ACTIVE SUSPENDED");

        go("admin/personnes/" + learner.id());
        click("Rouvrir ce compte");
        assertThat(learner.does(() -> gate.allows(Right.FOLLOW_COURSE))).isTrue();

        go("admin/personnes/" + me.id());
        _setValue(field("Pourquoi suspendre ?"), "Erreur");
        click("Suspendre ce compte");
        assertThat(screen()).contains("Vous ne pouvez pas suspendre votre propre compte");
    }

    @Test
    @As("TECHNICAL_ADMIN")
    void a_wrong_name_is_put_right_and_two_who_do_it_at_once_do_not_overwrite_each_other() throws Exception {
        var learner = named("Kosi");
        go("admin/personnes/" + learner.id());
        _setValue(field("Nom"), "Kossi");
        me.does(() -> {
            desk.correct(learner.id(), version(learner), new PeopleDesk.Facts("Koffi", "1991", "TG"));
            return true;
        });
        click("Enregistrer");
        assertThat(screen()).contains("Quelqu’un d’autre vient de modifier cette personne");

        go("admin/personnes/" + learner.id());
        _setValue(field("Nom"), "Kossi");
        click("Enregistrer");
        assertThat(screen())
                .contains("Kossi")
                .contains("Année de naissance : 1991")
                .contains("Togo");
    }

    private long version(Somebody person) {
        return sql.sql("select version from identity.person where id = ?")
                .param(person.id().value())
                .query(Long.class)
                .single();
    }

    @Test
    @As("TRAINER")
    void a_trainer_finds_only_whoever_is_in_a_class_of_hers_and_changes_nothing() throws Exception {
        var stranger = named("Inconnue " + System.nanoTime());
        go("admin/personnes?q=Inconnue");
        assertThat(screen()).contains("Personne ne correspond").doesNotContain("Créer un compte");
        go("admin/personnes/" + stranger.id());
        assertThat(screen()).doesNotContain("Inconnue");
    }

    @Test
    @As("LEARNER_A")
    void a_learner_finds_nobody() {
        go("admin/personnes");
        assertThat(screen()).doesNotContain("Nom, code ou adresse");
    }

    @Test
    @Requirement("F-140")
    @As("PEDAGOGICAL_ADMIN")
    void an_administrator_takes_back_the_second_factor_of_somebody_who_lost_the_phone() throws Exception {
        var editor = somebody("EDITOR");
        go("admin/personnes/" + editor.id());
        assertThat(screen()).contains("La vérification en deux étapes n’est pas installée");
        editor.does(() -> {
            var proposal = factors.propose();
            return factors.set(
                    proposal, TimeCode.at(proposal.secret(), Instant.now()), setupCode(editor.id()), Optional.empty());
        });

        go("plus");
        go("admin/personnes/" + editor.id());
        _click(plainButton("Retirer la vérification en deux étapes"));
        assertThat(screen()).contains("jamais par un simple message");
        click("Retirer la vérification en deux étapes");

        assertThat(screen()).contains("La vérification en deux étapes n’est pas installée");
    }
}
