package org.francophonie.dclic.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.identity.SessionEnd;
import org.francophonie.dclic.identity.domain.Account.Secret;
import org.francophonie.dclic.platform.access.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever is signed in chooses another password or PIN. */
@Requirement({"F-040", "F-140"})
class SecretChangeTest extends PlatformTest {
    private static final String ANOTHER = "quatre girafes vertes dansent";

    @Autowired
    private SecretChangeService secrets;

    @Autowired
    private SignInService signIn;

    @Autowired
    private Sessions sessions;

    @Autowired
    private DeviceTokens devices;

    private void change(Somebody who, String soFar, Secret kind, String chosen, Optional<java.util.UUID> here)
            throws Exception {
        who.does(() -> {
            secrets.change(soFar, kind, chosen, here);
            return true;
        });
    }

    @Test
    void the_new_one_opens_the_account_and_the_old_one_no_longer() throws Exception {
        var learner = somebody("LEARNER_A");

        change(learner, PASSWORD, Secret.PASSWORD, ANOTHER, Optional.empty());

        assertThat(signIn.signIn(learner.email(), ANOTHER, Optional.empty())
                        .who()
                        .person())
                .isEqualTo(learner.id());
        assertThatThrownBy(() -> signIn.signIn(learner.email(), PASSWORD, Optional.empty()))
                .isInstanceOf(SignInRefused.class);
        assertThat(letter(learner.email()))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("vient de changer").doesNotContain(ANOTHER));
    }

    @Test
    void other_sessions_and_devices_are_out_and_this_one_stays() throws Exception {
        var learner = somebody("LEARNER_A");
        var lost = devices.remember(new SignedIn(learner.id().value()), "lost phone")
                .orElseThrow();
        var here = Begun.session(sessions, learner.id(), Optional.empty());
        sql.sql("update identity.session set ended_at = null, ended_why = null where person_id = ?")
                .param(learner.id().value())
                .update();

        change(learner, PASSWORD, Secret.PASSWORD, ANOTHER, Optional.of(here.id()));

        assertThat(sessions.resume(here.cookie())).isPresent();
        assertThat(devices.comeBack(lost.cookie().value())).isEmpty();
        var elsewhere = Begun.session(sessions, learner.id(), Optional.empty());
        change(learner, ANOTHER, Secret.PASSWORD, PASSWORD + " encore", Optional.empty());
        assertThat(sessions.whyOver(elsewhere.cookie())).contains(SessionEnd.NEW_SECRET);
    }

    @Test
    void an_address_that_somebody_claimed_in_a_session_left_open_comes_to_nothing() throws Exception {
        var joined = people.join(joining(ids.next(), Optional.empty(), true, "482913"));
        var learner = new Somebody(joined.person(), "");
        var strangers = freshAddress();
        learner.does(() -> {
            addresses.claim(strangers, "", java.util.Locale.FRENCH);
            return true;
        });
        var link = link(strangers);

        change(learner, "482913", Secret.PIN, "591724", Optional.empty());

        assertThat(addresses.confirm(link)).isFalse();
        assertThat(learner.does(addresses::mine).claimed()).isEmpty();
    }

    @Test
    void nobody_changes_it_who_does_not_know_it() throws Exception {
        var learner = somebody("LEARNER_A");

        assertThatThrownBy(() -> change(learner, "je ne sais plus lequel", Secret.PASSWORD, ANOTHER, Optional.empty()))
                .isInstanceOf(SignInRefused.class);
        assertThatThrownBy(() -> change(learner, PASSWORD, Secret.PASSWORD, PASSWORD, Optional.empty()))
                .hasMessageContaining("secret.same");
        assertThatThrownBy(() -> change(learner, PASSWORD, Secret.PASSWORD, "motdepasse123", Optional.empty()))
                .hasMessageContaining("TOO_COMMON");
        assertThatThrownBy(() -> change(learner, PASSWORD, Secret.PIN, "482913", Optional.empty()))
                .hasMessageContaining("secret.no-pin");
        assertThat(signIn.signIn(learner.email(), PASSWORD, Optional.empty())).isNotNull();
    }

    @Test
    void a_learner_with_a_pin_takes_another_one_or_a_password() throws Exception {
        var joined = people.join(joining(ids.next(), Optional.empty(), true, "482913"));
        var learner = new Somebody(joined.person(), "");
        assertThat(learner.does(secrets::mine).mayKeepPin()).isTrue();

        change(learner, "٤٨٢٩١٣", Secret.PIN, "591724", Optional.empty());
        change(learner, "591724", Secret.PASSWORD, ANOTHER, Optional.empty());

        var code = sql.sql("select code from identity.person where id = ?")
                .param(learner.id().value())
                .query(String.class)
                .single();
        assertThat(signIn.signIn(code, ANOTHER, Optional.empty()).who().person())
                .isEqualTo(learner.id());
        assertThat(learner.does(secrets::mine).mayKeepPin()).isFalse();
    }

    @Test
    void more_is_asked_of_the_staff() throws Exception {
        var editor = somebody("EDITOR");

        assertThatThrownBy(() -> change(editor, PASSWORD, Secret.PASSWORD, "girafe verte x", Optional.empty()))
                .hasMessageContaining("TOO_SHORT_FOR_STAFF");
        change(editor, PASSWORD, Secret.PASSWORD, ANOTHER, Optional.empty());
    }
}
