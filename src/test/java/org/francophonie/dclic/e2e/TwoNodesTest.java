package org.francophonie.dclic.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.francophonie.dclic.Node;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.platform.start.Platform;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two processes on one database: one is lost while somebody learns. */
@Requirement({"F-069", "F-147"})
class TwoNodesTest extends JourneyTest {
    @Autowired
    private Platform platform;

    private Node otherNode() throws Exception {
        return Node.start(
                        Node.freePort(),
                        "--spring.datasource.url=" + databaseUrl(),
                        "--spring.datasource.username=dclic_web",
                        "--spring.datasource.password=",
                        "--spring.flyway.url=" + databaseUrl(),
                        "--spring.flyway.user=dclic_owner",
                        "--spring.flyway.password=",
                        "--spring.datasource.hikari.maximum-pool-size=4",
                        "--dclic.environment=TEST",
                        "--dclic.data-folder=" + Files.createTempDirectory("dclic-node-"),
                        "--dclic.master-key="
                                + Files.readString(platform.dataFolder().resolve("keys/master.key")))
                .serving();
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
            sees(page, "✓ Envoyé");
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
            page.getByText("Se souvenir de moi").click();
            press(page, "Me connecter");
            sees(page, "Leçon 2 sur 2");
            page.navigate("http://localhost:" + balancer.port() + "/app/evaluations/nouvelle/" + code);
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
}
