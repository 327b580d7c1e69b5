package org.francophonie.dclic.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.francophonie.dclic.Node;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingService;
import org.francophonie.dclic.platform.start.Platform;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two processes on one database: one is lost while somebody learns. */
@Requirement({"F-069", "F-100", "F-147"})
class TwoNodesTest extends JourneyTest {
    @Autowired
    private Platform platform;

    @Autowired
    private SettingService settings;

    private Node otherNode() throws Exception {
        return nodeOnTheDatabaseOfTheTest(platform).serving();
    }

    @Test
    void a_setting_changed_on_one_node_is_enforced_on_the_other_within_two_seconds() throws Exception {
        try (var node = otherNode();
                var context = browser.context(320)) {
            var page = context.newPage();
            page.navigate("http://localhost:" + node.port() + "/app/inscription");
            sees(page, "Étape 1 sur 2");

            register(false);
            try {
                page.waitForTimeout(2000);
                page.getByLabel("Votre nom").fill("Awa");
                page.getByLabel("Année de naissance").fill("1990");
                page.getByLabel("Pays où vous vivez").selectOption("SN");
                press(page, "Continuer");
                sees(page, "Les inscriptions sont fermées");
                page.reload();
                sees(page, "Les inscriptions sont fermées");
            } finally {
                register(true);
            }
        }
    }

    private void register(boolean open) throws Exception {
        asPlatform(() -> {
            settings.change(Setting.REGISTRATION_OPEN, String.valueOf(open));
            return true;
        });
    }

    @Test
    void a_lost_node_takes_nothing_with_it() throws Exception {
        var code = smallCourse().code();
        var learner = somebody("LEARNER_A");
        try (var node = otherNode();
                var balancer = new Balancer(node.port());
                var context = browser.context(320)) {
            var page = context.newPage();
            page.navigate("http://localhost:" + balancer.port() + "/app/cours/" + code);
            page.getByLabel("Adresse e-mail").fill(learner.email());
            page.getByLabel("Mot de passe").first().fill(PASSWORD);
            page.getByText("Se souvenir de moi").click();
            press(page, "Me connecter");
            sees(page, "Leçon 1 sur 2");
            page.getByLabel("Vos mots").pressSequentially("Écrit juste avant la panne");

            node.kill();
            balancer.send(port);
            page.reload();

            sees(page, "Leçon 1 sur 2");
            assertThat(page.getByLabel("Vos mots").inputValue()).isEqualTo("Écrit juste avant la panne");
            sees(page, "✓ Enregistré");
            press(page, "J’ai lu. Leçon 2");
            sees(page, "Leçon 2 sur 2");
        }
    }

    @Test
    void an_act_on_a_screen_whose_node_is_lost_leads_back_to_the_same_place() throws Exception {
        var code = smallCourse().code();
        var learner = somebody("LEARNER_A");
        try (var node = otherNode();
                var balancer = new Balancer(node.port());
                var context = browser.context(320)) {
            var page = context.newPage();
            page.navigate("http://localhost:" + balancer.port() + "/app/cours/" + code + "/2");
            page.getByLabel("Adresse e-mail").fill(learner.email());
            page.getByLabel("Mot de passe").first().fill(PASSWORD);
            press(page, "Me connecter");
            sees(page, "Leçon 2 sur 2");
            follow(page, "evaluations/nouvelle/" + code);
            sees(page, "Question 1 sur 4");
            choose(page, "Un nombre ou un mot");
            sees(page, "Réponse enregistrée");
            press(page, "Question suivante");

            node.kill();
            balancer.send(port);
            choose(page, "A1");

            // The other node does not know the screen: it is built anew, and the answer kept in the browser goes up.
            page.waitForCondition(
                    () -> page.locator("#question-2 input:checked").count() == 1
                            && page.locator("#question-2 .tick").textContent().contains("Réponse enregistrée"));
            assertThat(page.locator("#question-1 input:checked").count()).isEqualTo(1);
            assertThat(page.url()).contains("etape=question-2");
        }
    }

    @Test
    @Requirement("F-144")
    void what_ends_a_session_on_one_node_counts_on_the_other_at_once() throws Exception {
        var code = smallCourse().code();
        var learner = somebody("LEARNER_A");
        try (var node = otherNode();
                var phone = browser.context(320);
                var laptop = browser.context(1280)) {
            var there = phone.newPage();
            there.navigate("http://localhost:" + node.port() + "/app/cours/" + code);
            signIn(there, learner.email());
            sees(there, "Leçon 1 sur 2");

            var here = laptop.newPage();
            go(here, "/app/plus");
            signIn(here, learner.email());
            sees(here, "Où vous êtes connecté");
            there.waitForTimeout(2000);
            press(there, "J’ai lu. Leçon 2");

            sees(there, "Vous vous êtes connecté sur un autre appareil");
            assertThat(there.context().cookies()).noneMatch(cookie -> cookie.name.equals("dclic-appareil"));
        }
    }

    @Test
    @Requirement({"F-124", "F-127"})
    void a_right_that_is_taken_away_on_one_node_is_gone_on_the_other_within_two_seconds() throws Exception {
        var trainer = somebody("TRAINER");
        try (var node = otherNode();
                var context = browser.context(1280)) {
            var there = context.newPage();
            there.navigate("http://localhost:" + node.port() + "/app/classes");
            signIn(there, trainer.email());
            sees(there, "Créer la classe");

            asPlatform(() -> {
                for (var line : assignments.list(trainer.id())) assignments.take(trainer.id(), line.id());
                return true;
            });
            there.waitForTimeout(2000);
            there.getByLabel("Nom de la classe").fill("Kayes");
            press(there, "Créer la classe");

            there.waitForTimeout(1000);
            assertThat(sql.sql("select count(*) from identity.membership where person_id = ?")
                            .param(trainer.id().value())
                            .query(Long.class)
                            .single())
                    .as("what may not be done any more is refused, although its button is still in sight")
                    .isZero();
        }
    }
}
