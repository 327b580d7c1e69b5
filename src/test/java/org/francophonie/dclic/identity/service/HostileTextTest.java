package org.francophonie.dclic.identity.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.Samples;
import org.francophonie.dclic.identity.domain.Birth;
import org.francophonie.dclic.identity.domain.EmailAddress;
import org.francophonie.dclic.identity.domain.NewLearner;
import org.francophonie.dclic.identity.domain.PasswordRule;
import org.francophonie.dclic.identity.domain.PinRule;
import org.francophonie.dclic.platform.drafts.DraftService;
import org.francophonie.dclic.platform.ids.HumanCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is typed into a field is taken as it is or refused in a sentence: nothing breaks, nothing is run. */
@Requirement("F-143")
class HostileTextTest extends PlatformTest {
    private static final int EVERY = 13;

    @Autowired
    private ClassService classes;

    @Autowired
    private SignInService signIn;

    @Autowired
    private NewSecretService secrets;

    @Autowired
    private OneTimeLinks links;

    @Autowired
    private DraftService drafts;

    /** What happened that no field may answer with. */
    private final TreeMap<String, String> broken = new TreeMap<>();

    private interface Act {
        void run() throws Exception;
    }

    private void harmless(String text, Act act, Class<?>... refusals) {
        try {
            act.run();
        } catch (Exception e) {
            for (var refusal : refusals) if (refusal.isInstance(e)) return;
            broken.putIfAbsent(e.getClass().getSimpleName() + " " + e.getMessage(), text);
        }
    }

    @Test
    void the_rules_of_all_fields_answer_every_text() throws Exception {
        for (var text : Samples.hostileTexts()) {
            harmless(text, () -> EmailAddress.parse(text), EmailAddress.Refused.class);
            harmless(text, () -> PasswordRule.problem(text, "Awa", "awa@exemple.sn"));
            harmless(text, () -> PinRule.problem(text, "1990"));
            harmless(text, () -> Birth.problem(text, 2026));
            harmless(text, () -> HumanCode.readLearner(text));
            harmless(text, () -> NewLearner.read(text + " 2010\n" + text, 2026));
        }
        assertThat(broken).isEmpty();
    }

    private static List<String> some() throws Exception {
        var all = Samples.hostileTexts();
        var some = new ArrayList<String>();
        for (int i = 0; i < all.size(); i++) if (i < 520 || i % EVERY == 0) some.add(all.get(i));
        return some;
    }

    @Test
    void names_of_classes_and_drafts_come_back_as_they_were_written() throws Exception {
        var trainer = somebody("TRAINER");
        var group = trainer.does(() -> classes.create(ids.next(), "Lundi", "SN"));
        trainer.does(() -> {
            for (var text : some()) {
                harmless(text, () -> classes.rename(group, text), ClassRefused.class);
                harmless(text, () -> {
                    var version = drafts.find("hostile", "text")
                            .map(draft -> draft.version())
                            .orElse(0L);
                    drafts.keep("hostile", "text", text, version);
                });
            }
            return true;
        });
        assertThat(broken).isEmpty();
        var odd = "<img src=x onerror=alert(1)>'; drop table identity.person; --";
        trainer.does(() -> {
            classes.rename(group, odd);
            return true;
        });
        assertThat(trainer.does(() -> classes.find(group)).orElseThrow().name()).isEqualTo(odd);
    }

    @Test
    void whoever_comes_with_it_to_the_door_stays_outside() throws Exception {
        int tried = 0;
        for (var text : some()) {
            if (tried++ % 5 == 0) {
                harmless(text, () -> signIn.signIn(text, text, Optional.empty()), SignInRefused.class);
                harmless(text, () -> secrets.ask(text, Locale.FRENCH), SignInRefused.class, EmailAddress.Refused.class);
            }
            harmless(text, () -> assertThat(secrets.isGood(text)).isFalse());
            harmless(text, () -> assertThat(links.look(OneTimeLinks.Purpose.GUARDIAN, text))
                    .isEmpty());
            harmless(
                    text,
                    () -> people.problems(new Joining(
                            ids.next(),
                            text,
                            text,
                            text,
                            Optional.of(text),
                            Optional.of(text),
                            false,
                            text,
                            Locale.FRENCH)));
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void a_search_for_it_answers_with_a_page_in_which_it_is_mere_text() throws Exception {
        var client = HttpClient.newHttpClient();
        var wrong = new TreeMap<String, String>();
        for (var text : some()) {
            var address =
                    "http://localhost:" + port + "/formations?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
            if (address.length() > 7000) continue;
            var answer = client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) wrong.put("status " + answer.statusCode(), text);
            if (text.matches("(?s).*<[a-zA-Z/!].*") && answer.body().contains(text)) wrong.put("raw", text);
        }
        assertThat(wrong).isEmpty();
    }
}
