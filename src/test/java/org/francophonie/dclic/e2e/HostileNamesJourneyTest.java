package org.francophonie.dclic.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Locale;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.Samples;
import org.francophonie.dclic.identity.service.ClassService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A hundred learners whose names are scripts: the browser shows them and runs none. */
@Requirement("F-143")
class HostileNamesJourneyTest extends JourneyTest {
    @Autowired
    private ClassService classes;

    @Test
    void names_that_are_scripts_are_shown_and_never_run() throws Exception {
        var names = Samples.hostileTexts().stream()
                .filter(text -> text.contains("<") && text.length() < 100 && text.length() > 8)
                .filter(text -> text.chars().noneMatch(Character::isISOControl))
                .toList();
        var trainer = somebody("TRAINER");
        var group = trainer.does(() -> {
            var made = classes.create(ids.next(), "<img src=x onerror=alert(1)>", "SN");
            var list = new StringBuilder();
            for (int i = 0; i < ClassService.LARGEST; i++)
                list.append(names.get(i * names.size() / ClassService.LARGEST)).append(" 2000\n");
            var read = classes.understand(list.toString());
            classes.add(made, read.learners(), false, Locale.FRENCH);
            return made;
        });
        var shown = trainer.does(() -> classes.learners(group));
        assertThat(shown).hasSizeGreaterThan(90);
        var ran = new ArrayList<String>();
        try (var context = browser.context(1280)) {
            var page = context.newPage();
            page.onDialog(dialog -> {
                ran.add(dialog.message());
                dialog.dismiss();
            });
            page.onPageError(ran::add);
            go(page, "/app/classes/" + group);
            signIn(page, trainer.email());
            sees(page, "apprenants");
            assertThat(page.locator(".people .strong").allTextContents())
                    .hasSize(shown.size())
                    .allSatisfy(text -> assertThat(names).contains(text));
            press(page, "Partager cet appareil");
            sees(page, "Déconnectez-vous");
            press(page, "Nouveaux PIN pour toute la classe");
            page.locator(".confirm vaadin-button").click();
            sees(page, "ils ne s’affichent qu’une fois");
            go(page, "/app/classes/" + group + "/appel");
            sees(page, "Touchez le nom");
            page.locator(".people .button").first().click();
            go(page, "/app/plus");
            press(page, "Me déconnecter");
            sees(page, "Touchez votre nom");
            assertThat(page.locator(".pupils .button").count()).isEqualTo(shown.size());
        }
        assertThat(ran).isEmpty();
    }
}
