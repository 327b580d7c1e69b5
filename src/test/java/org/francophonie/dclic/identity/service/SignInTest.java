package org.francophonie.dclic.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Requirement("F-041")
class SignInTest extends PlatformTest {
    @Autowired
    private SignInService signIn;

    @Autowired
    private DeviceTokens devices;

    @Autowired
    private Gate gate;

    @Test
    void somebody_who_joined_signs_in_with_the_address_in_any_case() throws Exception {
        var learner = somebody("LEARNER_A");

        assertThat(signIn.signIn(" " + learner.email().toUpperCase() + " ", PASSWORD)
                        .person())
                .isEqualTo(learner.id());
    }

    @Test
    void an_unknown_account_and_a_wrong_password_are_refused_alike() throws Exception {
        var learner = somebody("LEARNER_A");

        assertThatThrownBy(() -> signIn.signIn(learner.email(), "not the password"))
                .isInstanceOf(SignInRefused.class)
                .hasMessage("WRONG");
        assertThatThrownBy(() -> signIn.signIn("nobody@exemple.sn", "not the password"))
                .isInstanceOf(SignInRefused.class)
                .hasMessage("WRONG");
    }

    @Test
    void guessing_gets_slower_and_slower() throws Exception {
        var learner = somebody("LEARNER_A");
        for (int i = 0; i < 6; i++)
            assertThatThrownBy(() -> signIn.signIn(learner.email(), "guess")).hasMessage("WRONG");

        assertThatThrownBy(() -> signIn.signIn(learner.email(), PASSWORD)).hasMessage("WAIT");
    }

    @Test
    void guesses_made_at_once_do_not_slip_through_together() throws Exception {
        var learner = somebody("LEARNER_A");

        List<String> answers;
        try (var threads = Executors.newFixedThreadPool(30)) {
            answers =
                    threads.invokeAll(Collections.<Callable<String>>nCopies(30, () -> guess(learner.email()))).stream()
                            .map(Future::resultNow)
                            .toList();
        }

        assertThat(answers).filteredOn("WRONG"::equals).hasSize(6);
        assertThat(answers).filteredOn("WAIT"::equals).hasSize(24);
    }

    @Test
    void a_class_that_signs_in_at_once_gets_in_at_once() throws Exception {
        var pupils = new ArrayList<Somebody>();
        for (int i = 0; i < 12; i++) pupils.add(somebody("LEARNER_A"));

        List<Callable<SignedIn>> doors = pupils.stream()
                .<Callable<SignedIn>>map(pupil -> () -> signIn.signIn(pupil.email(), PASSWORD))
                .toList();
        try (var threads = Executors.newFixedThreadPool(12)) {
            assertThat(threads.invokeAll(doors))
                    .allSatisfy(door -> assertThat(door.state()).isEqualTo(Future.State.SUCCESS));
        }
    }

    private String guess(String email) {
        try {
            signIn.signIn(email, "guess");
            return "IN";
        } catch (SignInRefused refused) {
            return refused.reason().name();
        }
    }

    @Test
    void a_good_password_wipes_out_the_mistakes_before_it() throws Exception {
        var learner = somebody("LEARNER_A");

        for (int i = 0; i < 4; i++) {
            guess(learner.email());
            guess(learner.email());
            guess(learner.email());
            assertThat(signIn.signIn(learner.email(), PASSWORD).person()).isEqualTo(learner.id());
        }
    }

    @Test
    void whoever_is_suspended_can_do_nothing_more_and_can_again_when_taken_back() throws Exception {
        var learner = somebody("LEARNER_A");
        assertThat(learner.does(() -> gate.allows(Right.FOLLOW_COURSE))).isTrue();

        status(learner, "SUSPENDED");
        Thread.sleep(1100); // every node looks once a second

        assertThat(learner.does(() -> gate.allows(Right.FOLLOW_COURSE))).isFalse();
        assertThat(guess(learner.email())).isEqualTo("WRONG");

        status(learner, "ACTIVE");
        Thread.sleep(1100);

        assertThat(learner.does(() -> gate.allows(Right.FOLLOW_COURSE))).isTrue();
    }

    private void status(Somebody person, String status) {
        sql.sql("update identity.person set status = ? where id = ?")
                .param(status)
                .param(person.id().value())
                .update();
    }

    @Test
    void the_same_form_sent_twice_makes_one_person() {
        var form = new Joining(
                ids.next(),
                "Kossi",
                "k" + ids.next().toString().substring(24) + "@exemple.tg",
                PASSWORD,
                Locale.FRENCH);

        assertThat(people.join(form)).isEqualTo(people.join(form));
    }

    @Test
    void a_device_comes_back_even_when_the_answer_was_lost_but_an_older_token_is_a_theft() throws Exception {
        var learner = somebody("LEARNER_A");
        var first = devices.remember(
                people.join(new Joining(learner.id().value(), "Awa Test", learner.email(), PASSWORD, Locale.FRENCH)),
                "test");

        var second = devices.comeBack(first.value()).orElseThrow().next();
        var again = devices.comeBack(first.value()).orElseThrow().next();
        assertThat(again.value()).isEqualTo(second.value());
        var third = devices.comeBack(second.value()).orElseThrow().next();

        assertThat(devices.comeBack(first.value())).isEmpty();
        assertThat(devices.comeBack(third.value()))
                .as("all devices are signed out")
                .isEmpty();
    }
}
