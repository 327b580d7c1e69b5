package org.francophonie.dclic.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Optional;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.identity.SessionEnd;
import org.francophonie.dclic.platform.access.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Addresses are claimed, proved by a letter, and found again when a password is forgotten; nothing leaves a test. */
@Requirement({"F-041", "F-122"})
class AddressTest extends PlatformTest {
    @Autowired
    private SignInService signIn;

    @Autowired
    private NewSecretService secrets;

    @Autowired
    private KnownDevices known;

    @Autowired
    private DeviceTokens devices;

    @Autowired
    private Sessions sessions;

    private SignedIn joinWith(String address) {
        return people.join(joining(ids.next(), Optional.of(address), false, PASSWORD));
    }

    @Test
    void a_letter_proves_the_address_once_and_then_it_signs_in_everywhere() {
        var address = freshAddress();
        var who = joinWith(address);
        assertThatThrownBy(() -> signIn.signIn(address, PASSWORD, Optional.empty()))
                .hasMessage("WRONG");
        var link = link(address);

        assertThat(addresses.look(link)).contains(address);
        assertThat(addresses.confirm(link)).isTrue();
        assertThat(addresses.confirm(link)).as("it is good once").isFalse();

        assertThat(signIn.signIn(address, PASSWORD, Optional.empty()).person()).isEqualTo(who.person());
    }

    @Test
    void whoever_joins_with_the_address_of_somebody_else_learns_nothing_and_takes_nothing() throws Exception {
        var owner = somebody("LEARNER_A");
        var stranger = people.join(joining(ids.next(), Optional.of(owner.email()), false, "un autre long secret"));
        var device = Optional.of(known.meet(Optional.empty(), stranger.person()).id());

        assertThat(letter(owner.email())).hasValueSatisfying(text -> assertThat(text)
                .contains("Vous avez déjà un compte")
                .doesNotContain("/app/confirmer/")
                .doesNotContain("Awa"));
        assertThat(signIn.signIn(owner.email(), "un autre long secret", device).person())
                .as("as it would be with an address that nobody has")
                .isEqualTo(stranger.person());
        assertThat(signIn.signIn(owner.email(), PASSWORD, device).person())
                .as("the owner comes in on the same device")
                .isEqualTo(owner.id());
        assertThatThrownBy(() -> signIn.signIn(owner.email(), "un autre long secret", Optional.empty()))
                .hasMessage("WRONG");
    }

    @Test
    void of_two_who_claim_one_address_the_first_to_prove_it_has_it() {
        var address = freshAddress();
        var first = joinWith(address);
        var firstLink = link(address);
        joinWith(address);
        var secondLink = link(address);

        assertThat(addresses.confirm(firstLink)).isTrue();
        assertThat(addresses.confirm(secondLink)).isFalse();

        assertThat(signIn.signIn(address, PASSWORD, Optional.empty()).person()).isEqualTo(first.person());
    }

    @Test
    void a_forgotten_password_is_replaced_by_a_link_and_everything_else_is_signed_out() throws Exception {
        var learner = somebody("LEARNER_A");
        var phone = devices.remember(new SignedIn(learner.id().value()), "Chrome mobile")
                .orElseThrow();
        var elsewhere = Begun.session(sessions, learner.id(), Optional.of(phone.series()));
        secrets.ask(" " + learner.email().toUpperCase(Locale.ROOT), Locale.FRENCH);
        var link = link(learner.email().toUpperCase(Locale.ROOT));
        assertThatThrownBy(() -> secrets.choose(link, "123456789012")).isInstanceOf(PasswordRefused.class);

        assertThat(secrets.choose(link, "baobab rouge du matin").map(SignedIn::person))
                .contains(learner.id());

        assertThat(secrets.choose(link, "baobab bleu du matin")).isEmpty();
        assertThat(sessions.whyOver(elsewhere.cookie())).contains(SessionEnd.NEW_SECRET);
        assertThat(devices.comeBack(phone.cookie().value())).isEmpty();
        assertThat(signIn.signIn(learner.email(), "baobab rouge du matin", Optional.empty())
                        .person())
                .isEqualTo(learner.id());
    }

    @Test
    void a_link_to_a_new_password_is_worth_nothing_when_the_address_is_no_longer_the_persons() throws Exception {
        var learner = somebody("LEARNER_A");
        var old = learner.email();
        secrets.ask(old, Locale.FRENCH);
        var link = link(old);
        var fresh = freshAddress();
        learner.does(() -> {
            addresses.claim(fresh, PASSWORD, Locale.FRENCH);
            return true;
        });
        assertThat(addresses.confirm(link(fresh))).isTrue();

        assertThat(secrets.choose(link, "baobab rouge du matin")).isEmpty();

        assertThat(signIn.signIn(fresh, PASSWORD, Optional.empty()).person()).isEqualTo(learner.id());
        assertThat(letter(old)).hasValueSatisfying(text -> assertThat(text)
                .contains("L’adresse de votre compte a changé")
                .doesNotContain(fresh));
    }

    @Test
    void an_address_that_somebody_planted_goes_with_the_old_secret() throws Exception {
        var learner = somebody("LEARNER_A");
        var planted = freshAddress();
        learner.does(() -> {
            addresses.claim(planted, PASSWORD, Locale.FRENCH);
            return true;
        });
        var thiefs = link(planted);
        secrets.ask(learner.email(), Locale.FRENCH);

        assertThat(secrets.choose(link(learner.email()), "baobab rouge du matin"))
                .isPresent();

        assertThat(addresses.confirm(thiefs)).isFalse();
        assertThat(learner.does(addresses::mine).claimed()).isEmpty();
    }

    @Test
    void whoever_holds_the_phone_for_a_moment_does_not_give_another_address() throws Exception {
        var learner = somebody("LEARNER_A");
        var thiefs = freshAddress();

        assertThatThrownBy(() -> learner.does(() -> {
                    addresses.claim(thiefs, "no idea of the password", Locale.FRENCH);
                    return true;
                }))
                .isInstanceOf(SignInRefused.class)
                .hasMessage("WRONG");
        assertThat(learner.does(addresses::mine).claimed()).isEmpty();
    }

    @Test
    void an_account_is_no_way_to_write_to_strangers() throws Exception {
        var learner = somebody("LEARNER_A");
        learner.does(() -> {
            for (int i = 0; i < 5; i++) addresses.claim(freshAddress(), PASSWORD, Locale.FRENCH);
            assertThatThrownBy(() -> addresses.claim(freshAddress(), PASSWORD, Locale.FRENCH))
                    .isInstanceOf(SignInRefused.class)
                    .hasMessage("WAIT");
            return true;
        });
    }

    @Test
    void many_letters_of_one_kind_do_not_stop_those_of_another() throws Exception {
        var learner = somebody("LEARNER_A");
        for (int i = 0; i < 8; i++) people.join(joining(ids.next(), Optional.of(learner.email()), false, PASSWORD));

        secrets.ask(learner.email(), Locale.FRENCH);

        assertThat(letter(learner.email()))
                .hasValueSatisfying(text -> assertThat(text).contains("/app/nouveau-mot-de-passe/"));
    }

    @Test
    void nothing_is_written_to_an_address_without_an_account_and_the_answer_is_the_same() {
        var address = freshAddress();

        secrets.ask(address, Locale.FRENCH);

        assertThat(letter(address)).isEmpty();
        assertThat(sql.sql("select state from platform.mail where recipient = ?")
                        .param(address)
                        .query(String.class)
                        .single())
                .isEqualTo("NOTHING");
    }

    @Test
    void another_address_is_given_and_the_old_one_opens_until_the_new_one_is_proved() throws Exception {
        var learner = somebody("LEARNER_A");
        var fresh = "օգտատեր" + ids.next().toString().substring(28) + "@օրինակ.հայ";
        learner.does(() -> {
            addresses.claim(fresh, PASSWORD, Locale.ENGLISH);
            return true;
        });
        assertThat(letter(fresh)).hasValueSatisfying(text -> assertThat(text).contains("Confirm your address"));
        assertThat(signIn.signIn(learner.email(), PASSWORD, Optional.empty()).person())
                .isEqualTo(learner.id());

        assertThat(addresses.confirm(link(fresh))).isTrue();

        assertThat(signIn.signIn(fresh, PASSWORD, Optional.empty()).person()).isEqualTo(learner.id());
        assertThatThrownBy(() -> signIn.signIn(learner.email(), PASSWORD, Optional.empty()))
                .hasMessage("WRONG");
        assertThat(learner.does(addresses::mine).proved()).contains(fresh);
    }

    @Test
    void a_link_that_was_tampered_with_or_made_for_something_else_is_none() {
        var address = freshAddress();
        joinWith(address);
        var link = link(address);

        assertThat(addresses.look(link.substring(0, link.length() - 4) + "AAAA"))
                .isEmpty();
        assertThat(addresses.look("")).isEmpty();
        assertThat(secrets.isGood(link)).isFalse();
        sql.sql("update identity.one_time_link set expires_at = now() - interval '1 second'")
                .update();
        assertThat(addresses.confirm(link)).isFalse();
    }
}
