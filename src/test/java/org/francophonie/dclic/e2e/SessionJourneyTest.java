package org.francophonie.dclic.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One session a person, which ends when nobody is there; what was typed stays. */
@Requirement("F-144")
class SessionJourneyTest extends JourneyTest {
    @Autowired
    private SettingService settings;

    @AfterEach
    void asShipped() throws Exception {
        idleAfter(30);
    }

    private void idleAfter(int minutes) throws Exception {
        asPlatform(() -> {
            settings.change(Setting.IDLE_MINUTES, String.valueOf(minutes));
            return true;
        });
    }

    @Test
    void signing_in_elsewhere_closes_the_first_screen_with_a_reason_and_keeps_what_was_typed() throws Exception {
        var code = smallCourse().code();
        var learner = somebody("LEARNER_A");
        try (var phone = browser.context(320);
                var other = browser.context(1280)) {
            var first = inFirstLesson(phone, code, learner);
            first.getByLabel("Vos mots").pressSequentially("Commencé sur le téléphone");
            sees(first, "✓ Enregistré");
            first.getByLabel("Vos mots").pressSequentially(" et pas fini");
            var second = other.newPage();
            go(second, "/app/plus");
            signIn(second, learner.email());
            sees(second, "Où vous êtes connecté");

            touch(first);

            sees(first, "Vous vous êtes connecté sur un autre appareil");
            signIn(first, learner.email());
            sees(first, "Leçon 1 sur 2");
            assertThat(first.getByLabel("Vos mots").inputValue()).isEqualTo("Commencé sur le téléphone et pas fini");
            second.reload();
            sees(second, "Vous vous êtes connecté sur un autre appareil");
        }
    }

    /** The screen may have asked anew by itself a moment ago: it keeps what is typed every few seconds. */
    private static void touch(Page page) {
        try {
            page.reload();
        } catch (PlaywrightException underWay) {
            assertThat(underWay).hasMessageContaining("Not attached to an active page");
        }
    }

    @Test
    void whoever_leaves_the_phone_lying_is_asked_and_then_signed_out() throws Exception {
        idleAfter(2);
        var code = smallCourse().code();
        var learner = somebody("LEARNER_A");
        try (var phone = browser.context(320)) {
            var page = phone.newPage();
            page.clock().install();
            go(page, "/app/cours/" + code);
            signIn(page, learner.email());
            sees(page, "Leçon 1 sur 2");

            page.clock().runFor(75_000);
            sees(page, "Vous êtes toujours là");
            press(page, "Rester connecté");
            assertThat(warning(page)).isZero();
            page.clock().runFor(75_000);
            assertThat(warning(page)).isEqualTo(1);
            page.waitForCondition(() -> isOver(learner), new Page.WaitForConditionOptions().setTimeout(60_000));
            page.clock().runFor(75_000);

            page.waitForURL(Pattern.compile(".*/app/connexion.*"));
            sees(page, "La séance s’est fermée, faute d’activité");
        }
    }

    @Test
    void another_time_of_idleness_is_known_to_a_screen_that_is_open() throws Exception {
        var code = smallCourse().code();
        var learner = somebody("LEARNER_A");
        try (var phone = browser.context(320)) {
            var page = phone.newPage();
            page.clock().install();
            go(page, "/app/cours/" + code);
            signIn(page, learner.email());
            sees(page, "Leçon 1 sur 2");
            page.clock().runFor(100_000);
            assertThat(warning(page)).isZero();

            idleAfter(2);

            page.waitForCondition(() -> {
                page.clock().runFor(2_000);
                return warning(page) == 1;
            });
        }
    }

    /** As if minutes had passed for the server, too; its node may still tell of the press on the button. */
    private boolean isOver(Somebody learner) {
        sql.sql(
                        "update identity.session set last_act_at = now() - interval '5 minutes' where person_id = ? and ended_at is null")
                .param(learner.id().value())
                .update();
        return sql.sql("select exists (select from identity.session where person_id = ? and ended_why = 'IDLE')")
                .param(learner.id().value())
                .query(Boolean.class)
                .single();
    }

    private static int warning(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Rester connecté"))
                .count();
    }
}
