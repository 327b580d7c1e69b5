package org.francophonie.dclic.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.identity.domain.TimeCode;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.access.Actor;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Proof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** What is no answer of a device opens nothing, and breaks nothing. */
@Requirement({"F-140", "F-144"})
class PasskeyTest extends PlatformTest {
    private static final String MADE = "\"response\":{\"clientDataJSON\":\"e30\",\"attestationObject\":\"oA\"}";
    private static final String SIGNED =
            "\"response\":{\"clientDataJSON\":\"e30\",\"authenticatorData\":\"AAAA\",\"signature\":\"AAAA\"}";

    /** The challenge that was just asked. */
    private static final byte[] NOW = {};

    @Autowired
    private PasskeyService passkeys;

    @Autowired
    private SecondFactorService factors;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "\"x\"",
                "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\"}",
                "{\"id\":\"!!\",\"rawId\":\"!!\",\"type\":\"odd\",\"response\":{}}",
                "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"clientExtensionResults\":{}," + MADE
                        + "}",
                "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"clientExtensionResults\":{}," + SIGNED
                        + "}",
                "{\"id\":null,\"rawId\":null,\"type\":null,\"response\":null}",
                "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"bm8ganNvbg\","
                        + "\"authenticatorData\":\"\",\"signature\":\"\",\"attestationObject\":\"\"}}"
            })
    void what_no_device_says_is_refused(String answer) throws Exception {
        var learner = somebody("LEARNER_A");

        assertThatThrownBy(() ->
                        learner.does(() -> passkeys.add(passkeys.askNew(), answer, Optional.empty(), Optional.empty())))
                .isInstanceOf(SignInRefused.class);
        assertThatThrownBy(() -> learner.does(() -> passkeys.prove(passkeys.askKnown(), answer)))
                .isInstanceOf(SignInRefused.class);
        assertThat(learner.does(() -> passkeys.mine())).isEmpty();
    }

    @Test
    void guesses_are_counted() throws Exception {
        var learner = somebody("LEARNER_A");
        var waits = false;
        for (int i = 0; i < 30 && !waits; i++)
            try {
                learner.does(() -> passkeys.prove(passkeys.askKnown(), "{}"));
            } catch (SignInRefused refused) {
                waits = refused.reason() != SignInRefused.Reason.WRONG;
            }

        assertThat(waits).isTrue();
    }

    @Test
    void whoever_must_prove_who_she_is_makes_no_first_key_by_the_password_alone() throws Exception {
        var editor = somebody("EDITOR");

        assertThatThrownBy(() ->
                        editor.does(() -> passkeys.add(passkeys.askNew(), "{}", Optional.empty(), Optional.empty())))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void a_question_names_the_platform_and_no_person_by_name_alone() throws Exception {
        var learner = somebody("LEARNER_A");

        var options = JsonMapper.shared()
                .readTree(learner.does(() -> passkeys.askNew()).options());

        assertThat(options.get("rp").get("id").asString()).isEqualTo("dclic.test");
        assertThat(options.get("challenge").asString()).hasSizeGreaterThan(40);
        assertThat(learner.does(() -> passkeys.askNew()).options())
                .as("each is asked once")
                .isNotEqualTo(learner.does(() -> passkeys.askNew()).options());
    }

    /** In a session in which the second factor was proved. */
    private static <T> T proved(Somebody who, Callable<T> work) throws Exception {
        return in(new Proof(true, Instant.now()), who, work);
    }

    /** With the password alone. */
    private static <T> T half(Somebody who, Callable<T> work) throws Exception {
        return in(new Proof(false, Instant.now()), who, work);
    }

    private static <T> T in(Proof proof, Somebody who, Callable<T> work) throws Exception {
        return Actors.runAs(new Actor(Optional.of(who.id()), Optional.empty(), proof, Optional.empty()), work);
    }

    private SoftKey keyOf(Somebody who) throws Exception {
        var key = new SoftKey("dclic.test", "key of " + who.id());
        var question = proved(who, () -> passkeys.askNew());
        proved(
                who,
                () -> passkeys.add(
                        question, key.made(question.challenge(), BASE_URL), Optional.empty(), Optional.empty()));
        return key;
    }

    private boolean opens(Somebody who, SoftKey key, byte[] challenge, String origin, int count) throws Exception {
        return who.does(() -> {
            var question = passkeys.askKnown();
            var signed = challenge.length == 0 ? question.challenge() : challenge;
            try {
                passkeys.prove(question, key.signed(signed, origin, count));
                return true;
            } catch (SignInRefused refused) {
                assertThat(refused.reason()).isEqualTo(SignInRefused.Reason.WRONG);
                return false;
            }
        });
    }

    @Test
    void a_key_opens_for_its_person_its_question_and_its_address_alone() throws Exception {
        var learner = somebody("LEARNER_A");
        var other = somebody("LEARNER_A");
        var key = keyOf(learner);
        keyOf(other);

        assertThat(opens(learner, key, NOW, BASE_URL, 0)).isTrue();
        assertThat(learner.does(() -> passkeys.mine()).getFirst().usedAt()).isPresent();
        assertThat(opens(other, key, NOW, BASE_URL, 0)).as("somebody else").isFalse();
        assertThat(opens(learner, key, new byte[32], BASE_URL, 0))
                .as("an answer to another question")
                .isFalse();
        assertThat(opens(learner, key, NOW, "http://dclic.test.example", 0))
                .as("signed for another site")
                .isFalse();
    }

    @Test
    void a_key_that_was_copied_is_found_out_and_a_letter_tells() throws Exception {
        var learner = somebody("LEARNER_A");
        var key = keyOf(learner);
        assertThat(opens(learner, key, NOW, BASE_URL, 7)).isTrue();

        assertThat(opens(learner, key, NOW, BASE_URL, 7)).isFalse();

        assertThat(letter(learner.email()).orElseThrow()).contains("Une clé d’accès semble copiée");
        assertThat(opens(learner, key, NOW, BASE_URL, 8)).isTrue();
    }

    @Test
    void a_key_is_added_and_removed_by_whoever_proved_it_and_the_last_one_stays() throws Exception {
        var learner = somebody("LEARNER_A");
        keyOf(learner);
        var first = learner.does(() -> passkeys.mine()).getFirst();
        var question = learner.does(() -> passkeys.askNew());
        var second = new SoftKey("dclic.test", "second of " + learner.id());
        var answer = second.made(question.challenge(), BASE_URL);

        assertThatThrownBy(
                        () -> half(learner, () -> passkeys.add(question, answer, Optional.empty(), Optional.empty())))
                .as("half signed in")
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> proved(learner, () -> remove(first)))
                .as("the last one")
                .isInstanceOf(AccessRefused.class);
        proved(learner, () -> passkeys.add(question, answer, Optional.empty(), Optional.empty()));
        assertThatThrownBy(
                        () -> proved(learner, () -> passkeys.add(question, answer, Optional.empty(), Optional.empty())))
                .as("no device makes a key twice")
                .isInstanceOf(SignInRefused.class);
        assertThatThrownBy(() -> half(learner, () -> remove(first))).isInstanceOf(AccessRefused.class);
        proved(learner, () -> remove(first));

        assertThat(learner.does(() -> passkeys.mine())).hasSize(1);
        assertThat(letter(learner.email()).orElseThrow()).contains("Un moyen de connexion vient d’être retiré");
    }

    private boolean remove(Passkey key) {
        passkeys.remove(key.id(), Optional.empty());
        return true;
    }

    @Test
    void beside_a_key_the_application_comes_and_goes_and_the_list_stays_good() throws Exception {
        var learner = somebody("LEARNER_A");
        keyOf(learner);
        var proposal = learner.does(() -> factors.propose());

        var done = proved(
                learner,
                () -> factors.set(
                        proposal, TimeCode.at(proposal.secret(), Instant.now()), Optional.empty(), Optional.empty()));

        assertThat(done.codes()).isEmpty();
        assertThat(learner.does(() -> factors.mine()).codesLeft()).isEqualTo(10);
        proved(learner, () -> {
            factors.removeApplication(Optional.empty());
            return true;
        });
        assertThat(learner.does(() -> factors.mine()).hasApplication()).isFalse();
        assertThat(learner.does(() -> factors.mine()).since()).isPresent();
    }
}
