package org.francophonie.dclic.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.francophonie.dclic.Requirement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A trainer who also learns looks at the platform as her learners do. */
@Requirement("F-047")
class ActingJourneyTest extends JourneyTest {

    private static List<String> places(Page page) {
        return page.locator("nav.places a").allTextContents();
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 1280})
    void the_menu_is_that_of_the_profile_until_she_takes_all_back(int width) throws Exception {
        var trainer = somebody("TRAINER");
        asPlatform(() -> {
            assignments.assign(trainer.id(), "LEARNER_A");
            return true;
        });
        try (var context = browser.context(width)) {
            var page = context.newPage();
            go(page, "/app/plus");
            signIn(page, trainer.email());
            sees(page, "Agir avec un seul profil");
            Browser.isFitForAll(page);
            assertThat(places(page)).contains("Classes");

            page.getByLabel("J’agis comme").selectOption("LEARNER_A");

            sees(page, "Vous agissez comme");
            assertThat(places(page)).isNotEmpty().doesNotContain("Classes");
            Browser.isFitForAll(page);
            go(page, "/app/classes");
            sees(page, "Vous n’avez pas accès");

            press(page, "Reprendre tous mes profils");

            page.waitForURL("**/app/");
            page.locator("nav.places a", new Page.LocatorOptions().setHasText("Classes"))
                    .waitFor();
            assertThat(page.getByText("Vous agissez comme").count()).isZero();
        }
    }
}
