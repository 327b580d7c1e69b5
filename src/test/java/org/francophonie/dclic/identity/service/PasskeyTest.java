package org.francophonie.dclic.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.platform.access.AccessRefused;
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

    @Autowired
    private PasskeyService passkeys;

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
        assertThatThrownBy(() -> learner.does(() -> passkeys.prove(passkeys.askKnown(), answer, Optional.empty())))
                .isInstanceOf(SignInRefused.class);
        assertThat(learner.does(() -> passkeys.mine())).isEmpty();
    }

    @Test
    void guesses_are_counted() throws Exception {
        var learner = somebody("LEARNER_A");
        var waits = false;
        for (int i = 0; i < 30 && !waits; i++)
            try {
                learner.does(() -> passkeys.prove(passkeys.askKnown(), "{}", Optional.empty()));
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
}
