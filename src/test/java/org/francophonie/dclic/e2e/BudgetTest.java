package org.francophonie.dclic.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.data.Offset;
import org.francophonie.dclic.Requirement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The budgets of a page in bytes, requests and elements: Chromium 320 px wide, cold cache, on a course of the demonstration. */
@Requirement({"F-019", "F-120"})
class BudgetTest extends JourneyTest {
    private static final String DEMO = "premiers-pas-sur-internet";
    private static final Map<String, Meter.Cost> FIGURES = new TreeMap<>();

    @AfterAll
    static void tell() throws IOException {
        var text = new StringBuilder("page;KB;down;up;requests;elements;EcoIndex\n");
        FIGURES.forEach((page, cost) -> text.append(String.format(
                Locale.ROOT,
                "%s;%.1f;%d;%d;%d;%d;%.0f\n",
                page,
                cost.kilobytes(),
                cost.bodies(),
                cost.posted(),
                cost.requests(),
                cost.elements(),
                cost.ecoIndex())));
        Files.writeString(Path.of("target", "budgets.csv"), text);
    }

    private static Meter.Cost note(String page, Meter.Cost cost) {
        FIGURES.put(page, cost);
        return cost;
    }

    @Test
    void the_ecoindex_is_the_published_one() {
        assertThat(Meter.ecoIndex(100, 100, 100)).isEqualTo(72, Offset.offset(0.6));
        assertThat(Meter.ecoIndex(100, 100, 10000)).isEqualTo(58, Offset.offset(0.6));
        assertThat(Meter.ecoIndex(240, 20, 331)).isEqualTo(83, Offset.offset(0.6));
    }

    @Test
    void every_public_page_weighs_at_most_14_kb_in_three_requests() throws Exception {
        var course = demoCourse(DEMO);
        var pages = Map.of(
                "accueil", "/",
                "catalogue", "/formations",
                "recherche", "/formations?q=intrenet",
                "formation", "/formations/" + course.slug(),
                "leçon", "/formations/" + course.slug() + "/lecon/3",
                "aide", "/aide",
                "en anglais", "/en/formations/" + course.slug());
        for (var entry : pages.entrySet())
            try (var context = browser.context(320)) {
                var page = context.newPage();
                var meter = new Meter(page);
                go(page, entry.getValue());

                var cost = note("public : " + entry.getKey(), meter.cost());

                assertThat(cost.requests() - cost.pictures())
                        .as(entry.getKey() + " " + cost)
                        .isLessThanOrEqualTo(3);
                assertThat(cost.elements()).as(entry.getKey() + " " + cost).isLessThanOrEqualTo(210);
                assertThat(cost.ecoIndex()).as(entry.getKey() + " " + cost).isGreaterThanOrEqualTo(88);
                if (cost.pictures() == 0)
                    assertThat(cost.bytes()).as(entry.getKey() + " " + cost).isLessThanOrEqualTo(14_000);
                assertThat(meter.hosts()).containsExactly("localhost:" + port);
            }
    }

    @Test
    void the_text_of_every_lesson_weighs_at_most_14_kb() throws Exception {
        for (var name : List.of(DEMO, "creer-sa-premiere-page-web")) {
            var course = demoCourse(name);
            for (int i = 1; i <= course.lessons().size(); i++)
                try (var context = browser.context(320)) {
                    var page = context.newPage();
                    var meter = new Meter(page).withoutPictures();
                    go(page, "/formations/" + course.slug() + "/lecon/" + i);

                    assertThat(meter.cost().bytes()).as(name + " " + i).isLessThanOrEqualTo(14_000);
                }
        }
    }

    @Test
    void the_first_screen_after_signing_in_weighs_at_most_150_kb_in_twelve_requests() throws Exception {
        var course = demoCourse(DEMO);
        var learner = somebody("LEARNER_A");
        for (var path : List.of("/app/", "/app/cours/" + course.code(), "/app/formations"))
            try (var context = browser.context(320)) {
                var page = context.newPage();
                var meter = new Meter(page);
                go(page, "/app/connexion" + (path.contains("/cours/") ? "?suite=cours/" + course.code() : ""));
                note("application : connexion", meter.cost());
                signIn(page, learner.email());
                page.getByText("Mon espace").first().waitFor();
                page.navigate("about:blank");
                meter.cold();
                go(page, path);
                page.getByRole(com.microsoft.playwright.options.AriaRole.HEADING)
                        .first()
                        .waitFor();

                var cost = note("application : " + path.replace(course.code(), "…"), meter.cost());

                assertThat(cost.bytes()).as(path + " " + cost).isLessThanOrEqualTo(150_000);
                assertThat(cost.requests() - cost.pictures())
                        .as(path + " " + cost)
                        .isLessThanOrEqualTo(12);
                assertThat(cost.elements()).as(path + " " + cost).isLessThanOrEqualTo(600);
                assertThat(cost.ecoIndex()).as(path + " " + cost).isGreaterThanOrEqualTo(70);
                assertThat(meter.hosts()).containsExactly("localhost:" + port);
            }
    }

    @Test
    void the_next_lesson_is_its_text_and_two_kilobytes_in_one_request() throws Exception {
        var course = demoCourse(DEMO);
        var learner = somebody("LEARNER_A");
        try (var context = browser.context(320)) {
            var page = context.newPage();
            go(page, "/app/cours/" + course.code());
            signIn(page, learner.email());
            sees(page, "Leçon 1 sur 8");
            button(page, "J’ai lu. Leçon 2").scrollIntoViewIfNeeded();
            page.waitForTimeout(2000); // the place has been told
            var meter = new Meter(page).withoutPictures();
            meter.reset();

            press(page, "J’ai lu. Leçon 2");
            sees(page, "Leçon 2 sur 8");

            var cost = note("application : leçon suivante", meter.cost());
            long text = gzip(article(page));
            assertThat(cost.requests()).as(cost.toString()).isEqualTo(1);
            assertThat(cost.bodies() + cost.posted())
                    .as("text " + text + ", " + cost)
                    .isLessThanOrEqualTo(text + 2_000);
        }
    }

    private static String article(Page page) {
        return (String) page.evaluate("document.querySelector('article').innerHTML");
    }

    private static long gzip(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.size();
    }

    @Test
    void one_quiz_answer_costs_at_most_1200_bytes_both_ways() throws Exception {
        var course = demoCourse(DEMO);
        var learner = somebody("LEARNER_A");
        try (var context = browser.context(320)) {
            var page = context.newPage();
            go(page, "/app/cours/" + course.code());
            signIn(page, learner.email());
            sees(page, "Leçon 1 sur 8");
            follow(page, "evaluations/nouvelle/" + course.code());
            sees(page, "Question 1 sur 10");
            var meter = new Meter(page);
            meter.reset();

            page.locator(".step.current .choice").first().click();
            sees(page, "Réponse enregistrée");

            var cost = note("application : une réponse de quiz", meter.cost());
            assertThat(cost.requests()).as(cost.toString()).isEqualTo(1);
            assertThat(cost.bodies() + cost.posted()).as(cost.toString()).isLessThanOrEqualTo(1_200);
        }
    }
}
