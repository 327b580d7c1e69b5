package org.francophonie.dclic.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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

@Requirement({"F-040", "F-041"})
class SignInTest extends PlatformTest {
    @Autowired
    private SignInService signIn;

    @Autowired
    private Sessions sessions;

    @Autowired
    private DeviceTokens devices;

    @Autowired
    private KnownDevices known;

    @Autowired
    private MyDevices mine;

    @Autowired
    private Gate gate;

    @Test
    void somebody_who_joined_signs_in_with_the_address_in_any_case() throws Exception {
        var learner = somebody("LEARNER_A");

        assertThat(signIn.signIn(" " + learner.email().toUpperCase() + " ", PASSWORD, Optional.empty())
                        .person())
                .isEqualTo(learner.id());
    }

    @Test
    void an_unknown_account_and_a_wrong_password_are_refused_alike() throws Exception {
        var learner = somebody("LEARNER_A");

        assertThatThrownBy(() -> signIn.signIn(learner.email(), "not the password", Optional.empty()))
                .isInstanceOf(SignInRefused.class)
                .hasMessage("WRONG");
        assertThatThrownBy(() -> signIn.signIn("nobody@exemple.sn", "not the password", Optional.empty()))
                .isInstanceOf(SignInRefused.class)
                .hasMessage("WRONG");
    }

    @Test
    void guessing_gets_slower_and_slower() throws Exception {
        var learner = somebody("LEARNER_A");
        for (int i = 0; i < 6; i++)
            assertThatThrownBy(() -> signIn.signIn(learner.email(), "guess", Optional.empty()))
                    .hasMessage("WRONG");

        assertThatThrownBy(() -> signIn.signIn(learner.email(), PASSWORD, Optional.empty()))
                .hasMessage("WAIT");
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
                .<Callable<SignedIn>>map(pupil -> () ->
                        signIn.signIn(pupil.email(), PASSWORD, Optional.empty()).who())
                .toList();
        try (var threads = Executors.newFixedThreadPool(12)) {
            assertThat(threads.invokeAll(doors))
                    .allSatisfy(door -> assertThat(door.state()).isEqualTo(Future.State.SUCCESS));
        }
    }

    private String guess(String email) {
        try {
            signIn.signIn(email, "guess", Optional.empty());
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
            assertThat(signIn.signIn(learner.email(), PASSWORD, Optional.empty())
                            .person())
                    .isEqualTo(learner.id());
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
        var form = joining(
                ids.next(), Optional.of("k" + ids.next().toString().substring(24) + "@exemple.tg"), false, PASSWORD);

        assertThat(people.join(form)).isEqualTo(people.join(form));
    }

    private String code(SignedIn who) {
        return sql.sql("select code from identity.person where id = ?")
                .param(who.id())
                .query(String.class)
                .single();
    }

    @Test
    void whoever_has_no_address_signs_in_by_the_code_however_it_is_typed() {
        var who = people.join(joining(ids.next(), Optional.empty(), false, PASSWORD));
        var code = code(who);

        for (var typed : List.of(code, code.toLowerCase(), code.replace("-", " "), " " + code.replace("-", "")))
            assertThat(signIn.signIn(typed, PASSWORD, Optional.empty()).person())
                    .as(typed)
                    .isEqualTo(who.person());
        assertThatThrownBy(() -> signIn.signIn(code, "not the password", Optional.empty()))
                .hasMessage("WRONG");
    }

    @Test
    void a_pin_opens_the_account_on_devices_that_know_the_person_and_on_no_other() {
        var who = people.join(joining(ids.next(), Optional.empty(), true, "405162"));
        var own = known.meet(Optional.empty(), who.person());
        var other = known.meet(
                Optional.empty(),
                people.join(joining(ids.next(), Optional.empty(), true, "405162"))
                        .person());

        assertThat(signIn.signIn(code(who), "405162", Optional.of(own.id())).person())
                .isEqualTo(who.person());
        assertThatThrownBy(() -> signIn.signIn(code(who), "405162", Optional.empty()))
                .hasMessage("WRONG");
        assertThatThrownBy(() -> signIn.signIn(code(who), "405162", Optional.of(other.id())))
                .hasMessage("WRONG");
        assertThat(known.find(own.cookie())).map(KnownDevices.Device::id).contains(own.id());
        assertThat(known.find(own.cookie().substring(4))).isEmpty();
        assertThat(known.find("?")).isEmpty();
    }

    @Test
    void a_pin_is_tried_ten_times_a_day_at_most() {
        var who = people.join(joining(ids.next(), Optional.empty(), true, "405162"));
        var device = Optional.of(known.meet(Optional.empty(), who.person()).id());

        var answers = new ArrayList<String>();
        for (int i = 0; i < 12; i++) {
            try {
                signIn.signIn(code(who), "00000" + (i % 10), device);
            } catch (SignInRefused refused) {
                answers.add(refused.reason().name());
            }
        }

        assertThat(answers).filteredOn("WRONG"::equals).hasSizeBetween(5, 6);
        assertThatThrownBy(() -> signIn.signIn(code(who), "405162", device))
                .satisfies(refused -> assertThat(((SignInRefused) refused).seconds())
                        .as("the next try is hours away")
                        .isGreaterThan(4 * 3600));
    }

    @Test
    void strangers_who_guess_do_not_keep_the_owner_out_of_a_device_that_knows_them() throws Exception {
        var learner = somebody("LEARNER_A");
        var device = Optional.of(known.meet(Optional.empty(), learner.id()).id());
        for (int i = 0; i < 8; i++) guess(learner.email());
        assertThat(guess(learner.email())).isEqualTo("WAIT");

        assertThat(signIn.signIn(learner.email(), PASSWORD, device).person()).isEqualTo(learner.id());
    }

    @Test
    void a_lost_phone_is_made_to_forget_its_owner_and_nobody_else_can() throws Exception {
        var learner = somebody("LEARNER_A");
        var other = somebody("LEARNER_A");
        var phone = devices.remember(new SignedIn(learner.id().value()), "Chrome mobile")
                .orElseThrow();
        var listed = learner.does(mine::list);
        assertThat(listed).extracting(MyDevices.MyDevice::browser).containsExactly("Chrome mobile");
        assertThat(other.does(mine::list)).isEmpty();

        other.does(() -> forget(listed.getFirst()));
        assertThat(learner.does(mine::list)).hasSize(1);
        learner.does(() -> forget(listed.getFirst()));

        assertThat(learner.does(mine::list)).isEmpty();
        assertThat(devices.comeBack(phone.cookie().value())).isEmpty();
    }

    private boolean forget(MyDevices.MyDevice device) {
        mine.forget(device.id());
        return true;
    }

    @Test
    void children_and_people_from_nowhere_are_told_what_to_do() {
        var child = new Joining(
                ids.next(),
                "Ama",
                Integer.toString(Year.now().getValue() - 12),
                "",
                Optional.empty(),
                Optional.empty(),
                true,
                "111111",
                Locale.FRENCH);

        assertThatThrownBy(() -> people.join(child))
                .satisfies(refused -> assertThat(((JoiningRefused) refused).problems())
                        .containsEntry(JoiningRefused.Field.BIRTH_YEAR, "birth.CHILD")
                        .containsEntry(JoiningRefused.Field.COUNTRY, "join.country.empty")
                        .containsEntry(JoiningRefused.Field.PASSWORD, "pin.TOO_SIMPLE"));
    }

    @Test
    void a_device_comes_back_even_when_the_answer_was_lost_but_an_older_token_is_a_theft() throws Exception {
        var learner = somebody("LEARNER_A");
        var first = devices.remember(new SignedIn(learner.id().value()), "test")
                .orElseThrow()
                .cookie();

        var second = devices.comeBack(first.value()).orElseThrow().next();
        var again = devices.comeBack(first.value()).orElseThrow().next();
        assertThat(again.value()).isEqualTo(second.value());
        var third = devices.comeBack(second.value()).orElseThrow().next();

        assertThat(devices.comeBack(first.value())).isEmpty();
        assertThat(devices.comeBack(third.value()))
                .as("all devices are signed out")
                .isEmpty();
    }

    private void anHourPasses() {
        sql.sql("update identity.sign_in_token set used_at = used_at - interval '1 hour'")
                .update();
    }

    @Test
    void a_copied_token_is_found_out_although_thief_and_owner_keep_in_step() throws Exception {
        var learner = somebody("LEARNER_A");
        var copied = devices.remember(new SignedIn(learner.id().value()), "test")
                .orElseThrow()
                .cookie();
        var owners = devices.comeBack(copied.value()).orElseThrow().next();
        anHourPasses();

        var thiefs = devices.comeBack(copied.value()).orElseThrow().next();

        assertThat(thiefs.value()).isNotEqualTo(owners.value());
        assertThat(devices.comeBack(owners.value())).isEmpty();
        assertThat(devices.comeBack(thiefs.value())).as("both are out").isEmpty();
    }

    @Test
    void an_answer_that_was_lost_an_hour_ago_is_no_theft() throws Exception {
        var learner = somebody("LEARNER_A");
        var kept = devices.remember(new SignedIn(learner.id().value()), "test")
                .orElseThrow()
                .cookie();
        devices.comeBack(kept.value()).orElseThrow(); // its answer never arrived
        anHourPasses();

        var second = devices.comeBack(kept.value()).orElseThrow().next();
        anHourPasses();

        assertThat(devices.comeBack(second.value())).isPresent();
    }

    @Test
    void a_sign_in_under_way_while_the_password_changes_begins_nothing() throws Exception {
        var learner = somebody("LEARNER_A");
        var checked = signIn.signIn(learner.email(), PASSWORD, Optional.empty());
        var phone = devices.remember(checked.who(), "test").orElseThrow();
        sql.sql("update identity.account set changed_at = now() where person_id = ?")
                .param(learner.id().value())
                .update();

        assertThat(sessions.begin(learner.id(), proof(Optional.of(checked.secretOf()), Optional.empty())))
                .isEmpty();
        assertThat(sessions.begin(learner.id(), proof(Optional.empty(), Optional.of(phone.series()))))
                .isPresent();
        devices.forgetAll(learner.id());
        assertThat(sessions.begin(learner.id(), proof(Optional.empty(), Optional.of(phone.series()))))
                .isEmpty();
        var anew = signIn.signIn(learner.email(), PASSWORD, Optional.empty());
        assertThat(sessions.begin(learner.id(), proof(Optional.of(anew.secretOf()), Optional.empty())))
                .isPresent();
    }

    private static Sessions.Proof proof(Optional<Instant> secretOf, Optional<UUID> series) {
        return new Sessions.Proof(secretOf, series, Optional.empty(), false);
    }
}
