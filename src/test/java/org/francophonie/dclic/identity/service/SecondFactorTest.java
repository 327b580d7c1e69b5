package org.francophonie.dclic.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.identity.domain.TimeCode;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.access.Actor;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Proof;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.platform.access.SecretNeeded;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingService;
import org.francophonie.dclic.platform.start.Platform;
import org.francophonie.dclic.platform.start.StartRefused;
import org.francophonie.dclic.rights.RightsRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

@Requirement({"F-140", "F-144"})
class SecondFactorTest extends PlatformTest {
    private static final Pattern CODE = Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}");

    @Autowired
    private SecondFactorService factors;

    @Autowired
    private FreshSecretService fresh;

    @Autowired
    private SuspensionService suspensions;

    @Autowired
    private SettingService settings;

    @Autowired
    private SessionDoor door;

    @Autowired
    private SignInService signIn;

    @Autowired
    private Gate gate;

    @Autowired
    private Platform platform;

    /** Rows that were made beside the platform have no history, and others count on it. */
    @AfterEach
    void leaveNothing() {
        owner().sql("delete from rights.assignment where profile = 'COPY_OF_A_LEARNER'")
                .update();
        owner().sql("delete from rights.matrix_cell where profile = 'COPY_OF_A_LEARNER'")
                .update();
        owner().sql("delete from rights.profile where code = 'COPY_OF_A_LEARNER'")
                .update();
    }

    /** In a session in which so much was proved. */
    private static <T> T in(Somebody who, boolean secondFactor, Instant secretAt, Callable<T> work) throws Exception {
        return Actors.runAs(
                new Actor(Optional.of(who.id()), Optional.empty(), new Proof(secondFactor, secretAt), Optional.empty()),
                work);
    }

    private static <T> T withSecretAlone(Somebody who, Callable<T> work) throws Exception {
        return in(who, false, Instant.now(), work);
    }

    /** @return the list of recovery codes, and the secret of the phone */
    private Phone phone(Somebody who) throws Exception {
        return withSecretAlone(who, () -> {
            var proposal = factors.propose();
            var set = factors.set(
                    proposal, TimeCode.at(proposal.secret(), Instant.now()), setupCode(who.id()), Optional.empty());
            return new Phone(proposal.secret(), set.codes());
        });
    }

    private record Phone(byte[] secret, List<String> codes) {
        String next() {
            return TimeCode.at(secret, Instant.now().plusSeconds(30));
        }
    }

    @Test
    void a_session_of_the_staff_gives_nothing_before_more_than_a_secret_was_proved() throws Exception {
        var admin = somebody("TECHNICAL_ADMIN");

        for (var right : Right.values())
            assertThat(withSecretAlone(admin, () -> gate.reach(right)))
                    .as("%s", right)
                    .isEqualTo(Scope.NONE);
        assertThat(withSecretAlone(admin, gate::needsSecondFactor)).isTrue();
        assertThat(in(admin, true, Instant.now(), () -> gate.allows(Right.READ_AUDIT)))
                .isTrue();
    }

    @Test
    void a_learner_needs_none_but_whoever_set_one_up_is_asked_for_it() throws Exception {
        var learner = somebody("LEARNER_A");
        assertThat(withSecretAlone(learner, () -> gate.allows(Right.FOLLOW_COURSE)))
                .isTrue();

        phone(learner);

        assertThat(withSecretAlone(learner, () -> gate.allows(Right.FOLLOW_COURSE)))
                .isFalse();
        assertThat(in(learner, true, Instant.now(), () -> gate.allows(Right.FOLLOW_COURSE)))
                .isTrue();
    }

    @Test
    void a_learner_who_becomes_an_editor_holds_nothing_in_the_session_that_is_open() throws Exception {
        var learner = somebody("LEARNER_A");
        assertThat(withSecretAlone(learner, () -> gate.allows(Right.FOLLOW_COURSE)))
                .isTrue();

        asPlatform(() -> {
            assignments.assign(learner.id(), "EDITOR");
            return true;
        });

        assertThat(withSecretAlone(learner, () -> gate.allows(Right.PUBLISH_COURSE)))
                .isFalse();
        assertThat(withSecretAlone(learner, gate::needsSecondFactor)).isTrue();
    }

    @Test
    void a_code_of_the_phone_is_good_once_and_a_wrong_one_never() throws Exception {
        var editor = somebody("EDITOR");
        var phone = phone(editor);
        var code = phone.next();

        assertThat(withSecretAlone(editor, () -> factors.prove(code, Optional.empty())))
                .isNotNull();
        assertThatThrownBy(() -> withSecretAlone(editor, () -> factors.prove(code, Optional.empty())))
                .isInstanceOf(SignInRefused.class);
        assertThatThrownBy(() -> withSecretAlone(editor, () -> factors.prove("000000", Optional.empty())))
                .isInstanceOf(SignInRefused.class);
    }

    @Test
    void the_first_code_is_not_good_a_second_time() throws Exception {
        var editor = somebody("EDITOR");
        var proposal = withSecretAlone(editor, factors::propose);
        var code = TimeCode.at(proposal.secret(), Instant.now());
        withSecretAlone(editor, () -> factors.set(proposal, code, setupCode(editor.id()), Optional.empty()));

        assertThatThrownBy(() -> withSecretAlone(editor, () -> factors.prove(code, Optional.empty())))
                .isInstanceOf(SignInRefused.class);
    }

    @Test
    void a_code_of_the_list_takes_the_place_of_a_lost_phone_once_and_the_box_is_told() throws Exception {
        var editor = somebody("EDITOR");
        var phone = phone(editor);
        var code = phone.codes().getFirst();

        assertThat(withSecretAlone(
                        editor, () -> factors.prove(" " + code.toLowerCase(java.util.Locale.ROOT), Optional.empty())))
                .isNotNull();
        assertThatThrownBy(() -> withSecretAlone(editor, () -> factors.prove(code, Optional.empty())))
                .isInstanceOf(SignInRefused.class);
        assertThat(in(editor, true, Instant.now(), factors::mine).codesLeft()).isEqualTo(9);
        assertThat(letters(editor)).contains("second-factor-set", "second-factor-code-used");
    }

    private List<String> letters(Somebody who) {
        return sql.sql(
                        "select split_part(event, ' ', 1) from platform.mail where person_id = ? and kind = 'second-factor'")
                .param(who.id().value())
                .query(String.class)
                .list();
    }

    @Test
    void the_password_alone_sets_up_no_first_factor_of_whoever_needs_one() throws Exception {
        var editor = somebody("EDITOR");
        var proposal = withSecretAlone(editor, factors::propose);
        var now = TimeCode.at(proposal.secret(), Instant.now());
        var somebodyElse = setupCode(somebody("EDITOR").id());
        for (var wrong : List.of(Optional.<String>empty(), Optional.of("2345-6789"), somebodyElse))
            assertThatThrownBy(() -> withSecretAlone(editor, () -> factors.set(proposal, now, wrong, Optional.empty())))
                    .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> withSecretAlone(editor, () -> {
                    factors.checkSetupCode("2345-6789");
                    return true;
                }))
                .isInstanceOf(SignInRefused.class);

        var state = withSecretAlone(editor, factors::mine);
        assertThat(state.needsSetupCode()).isTrue();
        assertThat(state.letterTo().orElseThrow()).startsWith("p…\u2060@").endsWith("exemple.sn");
        withSecretAlone(editor, factors::sendSetupCode);
        var code = CODE.matcher(letter(editor.email()).orElseThrow());
        assertThat(code.find()).isTrue();
        var typed = Optional.of(
                " " + code.group().toLowerCase(java.util.Locale.ROOT).replace("-", " "));
        withSecretAlone(editor, () -> factors.set(proposal, now, typed, Optional.empty()));

        assertThat(in(editor, true, Instant.now(), factors::mine).since()).isPresent();
    }

    @Test
    void a_setup_code_is_good_once_and_not_for_long_and_asks_for_the_secret() throws Exception {
        var editor = somebody("EDITOR");
        var code = setupCode(editor.id());
        assertThatThrownBy(() -> in(editor, false, Instant.EPOCH, factors::sendSetupCode))
                .isInstanceOf(SecretNeeded.class);
        sql.sql(
                        "update identity.one_time_link set expires_at = now() where person_id = ? and purpose = 'SECOND_FACTOR'")
                .param(editor.id().value())
                .update();
        var proposal = withSecretAlone(editor, factors::propose);
        var now = TimeCode.at(proposal.secret(), Instant.now());
        assertThatThrownBy(() -> withSecretAlone(editor, () -> factors.set(proposal, now, code, Optional.empty())))
                .isInstanceOf(AccessRefused.class);

        var other = setupCode(editor.id());
        withSecretAlone(editor, () -> factors.set(proposal, now, other, Optional.empty()));
        asPlatform(() -> {
            factors.reset(editor.id());
            return true;
        });
        assertThatThrownBy(() -> withSecretAlone(editor, () -> factors.set(proposal, now, other, Optional.empty())))
                .as("taken back by an administrator: the code that set it up is good no more")
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void an_administrator_gives_a_code_to_others_and_not_to_herself() throws Exception {
        var admin = somebody("TECHNICAL_ADMIN");
        var editor = somebody("EDITOR");

        assertThat(admin.does(() -> factors.giveSetupCode(editor.id()))).matches(CODE);
        assertThatThrownBy(() -> admin.does(() -> factors.giveSetupCode(admin.id())))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> editor.does(() -> factors.giveSetupCode(admin.id())))
                .isInstanceOf(AccessRefused.class);
    }

    private java.util.UUID session(Somebody who, java.util.UUID device, boolean proved) {
        var id = java.util.UUID.randomUUID();
        sql.sql(
                        "insert into identity.device (id, secret_hash, created_at) values (?, '\\x00', now()) on conflict do nothing")
                .param(device)
                .update();
        sql.sql("""
                        insert into identity.session (id, person_id, secret_hash, browser, node, began_at, last_act_at, device_id, second_factor)
                        values (?, ?, ?, 'test', 'n', now(), now(), ?, ?)""")
                .param(id)
                .param(who.id().value())
                .param(id.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .param(device)
                .param(proved)
                .update();
        return id;
    }

    @Test
    void whoever_knows_the_password_alone_does_not_keep_the_owner_out_of_her_own_device() throws Exception {
        var editor = somebody("EDITOR");
        var phone = phone(editor);
        var hers = java.util.UUID.randomUUID();
        session(editor, hers, true);
        var strange = session(editor, java.util.UUID.randomUUID(), false);
        for (int i = 0; i < 10; i++)
            assertThatThrownBy(() -> withSecretAlone(editor, () -> factors.prove("123456", Optional.of(strange))))
                    .isInstanceOf(SignInRefused.class);

        var again = session(editor, hers, false);
        assertThat(withSecretAlone(editor, () -> factors.prove(phone.next(), Optional.of(again))))
                .isNotNull();
        assertThatThrownBy(() -> withSecretAlone(
                        editor, () -> factors.prove(phone.codes().getFirst(), Optional.of(strange))))
                .as("there nothing is looked at before the wait is over")
                .isInstanceOf(SignInRefused.class);
    }

    @Test
    void nobody_helps_into_an_account_that_holds_more_than_their_own() throws Exception {
        var pedagogical = somebody("PEDAGOGICAL_ADMIN");
        var technical = somebody("TECHNICAL_ADMIN");
        phone(technical);

        assertThatThrownBy(() -> pedagogical.does(() -> factors.giveSetupCode(technical.id())))
                .isInstanceOf(RightsRefused.class);
        assertThatThrownBy(() -> pedagogical.does(() -> {
                    factors.reset(technical.id());
                    return true;
                }))
                .isInstanceOf(RightsRefused.class);
        assertThat(in(technical, true, Instant.now(), factors::mine).since()).isPresent();

        var editor = somebody("EDITOR");
        pedagogical.does(() -> {
            suspensions.suspend(editor.id(), "essai");
            return true;
        });
        assertThatThrownBy(() -> pedagogical.does(() -> factors.giveSetupCode(editor.id())))
                .as("whoever is shut out holds nothing that could be compared")
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void guessing_comes_to_an_end() throws Exception {
        var editor = somebody("EDITOR");
        var phone = phone(editor);

        var reasons = new java.util.ArrayList<SignInRefused.Reason>();
        for (int i = 0; i < 8; i++)
            try {
                withSecretAlone(editor, () -> factors.prove("123456", Optional.empty()));
            } catch (SignInRefused refused) {
                reasons.add(refused.reason());
            }

        assertThat(reasons).startsWith(SignInRefused.Reason.WRONG).endsWith(SignInRefused.Reason.WAIT);
        assertThatThrownBy(() -> withSecretAlone(editor, () -> factors.prove(phone.next(), Optional.empty())))
                .as("nor is the right code looked at")
                .isInstanceOf(SignInRefused.class);
    }

    @Test
    void whoever_has_only_the_secret_neither_changes_the_factor_nor_makes_another_list_nor_removes_it()
            throws Exception {
        var editor = somebody("EDITOR");
        phone(editor);
        var proposal = withSecretAlone(editor, factors::propose);

        assertThatThrownBy(() -> withSecretAlone(
                        editor,
                        () -> factors.set(
                                proposal,
                                TimeCode.at(proposal.secret(), Instant.now()),
                                setupCode(editor.id()),
                                Optional.empty())))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> withSecretAlone(editor, () -> factors.renewCodes(Optional.empty())))
                .isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> withSecretAlone(editor, () -> {
                    factors.remove(Optional.empty());
                    return true;
                }))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void a_device_that_was_left_open_neither_sets_it_up_nor_removes_it_without_the_secret() throws Exception {
        var editor = somebody("LEARNER_A");
        var proposal = withSecretAlone(editor, factors::propose);
        assertThatThrownBy(() -> in(
                        editor,
                        false,
                        Instant.EPOCH,
                        () -> factors.set(
                                proposal,
                                TimeCode.at(proposal.secret(), Instant.now()),
                                Optional.empty(),
                                Optional.empty())))
                .isInstanceOf(SecretNeeded.class);

        phone(editor);

        assertThatThrownBy(() -> in(editor, true, Instant.EPOCH, () -> {
                    factors.remove(Optional.empty());
                    return true;
                }))
                .isInstanceOf(SecretNeeded.class);
    }

    @Test
    void an_administrator_takes_a_lost_factor_back_and_the_person_sets_it_up_anew() throws Exception {
        var admin = somebody("PEDAGOGICAL_ADMIN");
        var editor = somebody("EDITOR");
        var phone = phone(editor);

        admin.does(() -> {
            assertThat(factors.of(editor.id())).isPresent();
            factors.reset(editor.id());
            assertThat(factors.of(editor.id())).isEmpty();
            return true;
        });

        assertThat(letters(editor)).contains("second-factor-reset");
        assertThatThrownBy(() -> withSecretAlone(editor, () -> factors.prove(phone.next(), Optional.empty())))
                .isInstanceOf(SignInRefused.class);
        assertThat(withSecretAlone(editor, gate::needsSecondFactor)).isTrue();
        phone(editor);
    }

    @Test
    void nobody_takes_her_own_back_as_an_administrator() throws Exception {
        var admin = somebody("PEDAGOGICAL_ADMIN");
        phone(admin);

        assertThatThrownBy(() -> admin.does(() -> {
                    factors.reset(admin.id());
                    return true;
                }))
                .isInstanceOf(AccessRefused.class);
    }

    @Test
    void the_secret_of_the_phone_is_not_in_the_database_in_plain() throws Exception {
        var editor = somebody("EDITOR");
        var phone = phone(editor);

        var kept = sql.sql("select secret from identity.second_factor where person_id = ?")
                .param(editor.id().value())
                .query(byte[].class)
                .single();
        assertThat(new String(kept, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(phone.secret(), java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void acts_of_great_harm_ask_for_the_secret_again_after_a_while_and_others_do_not() throws Exception {
        var admin = somebody("TECHNICAL_ADMIN");
        var learner = somebody("LEARNER_A");
        long minutes = asPlatform(() -> settings.value(Setting.SECRET_MINUTES));
        var longAgo = Instant.now().minusSeconds(minutes * 60 + 5);

        assertThatThrownBy(() -> in(admin, true, longAgo, () -> {
                    suspensions.suspend(learner.id(), "essai");
                    return true;
                }))
                .isInstanceOf(SecretNeeded.class);
        assertThat(in(admin, true, longAgo, () -> gate.allows(Right.SUSPEND_PERSON)))
                .as("screens show what may be done")
                .isTrue();
        in(admin, true, longAgo.plusSeconds(10), () -> {
            suspensions.suspend(learner.id(), "essai");
            return true;
        });
    }

    @Test
    void acts_of_great_harm_are_named() {
        assertThat(java.util.Arrays.stream(Right.values()).filter(Right::needsFreshSecret))
                .containsExactlyInAnyOrderElementsOf(Set.of(
                        Right.VOUCH_ADDRESS,
                        Right.CHANGE_SETTING,
                        Right.CLEAN_STORAGE,
                        Right.MERGE_PEOPLE,
                        Right.ASSIGN_PROFILE,
                        Right.MANAGE_GROUP,
                        Right.CHANGE_MATRIX,
                        Right.CREATE_PERSON,
                        Right.CHANGE_PERSON,
                        Right.SUSPEND_PERSON,
                        Right.ERASE_PERSON,
                        Right.RESET_SECOND_FACTOR,
                        Right.EXPORT_AUDIT,
                        Right.ARCHIVE_AUDIT));
    }

    @Test
    void what_was_proved_holds_when_the_node_is_lost_and_on_a_remembered_device_but_the_secret_is_asked_for_again()
            throws Exception {
        var editor = somebody("LEARNER_A");
        var phone = phone(editor);
        var first = new MockHttpServletRequest();
        var answer = new MockHttpServletResponse();
        door.enter(signIn.signIn(editor.email(), PASSWORD, Optional.empty()), true, first, answer);
        assertThat(proofOf(first).secondFactor()).isFalse();

        door.prove(withSecretAlone(editor, () -> factors.prove(phone.next(), Optional.empty())), first);
        assertThat(proofOf(first).secondFactor()).isTrue();

        var elsewhere = comes(answer.getCookies());
        assertThat(proofOf(elsewhere)).isEqualTo(new Proof(true, Instant.EPOCH));

        sql.sql("update identity.session set ended_at = now(), ended_why = 'IDLE' where person_id = ?")
                .param(editor.id().value())
                .update();
        assertThat(proofOf(comes(answer.getCookies()))).isEqualTo(new Proof(true, Instant.EPOCH));

        in(editor, true, Instant.EPOCH, () -> fresh.confirm(PASSWORD));
        assertThatThrownBy(() -> in(editor, true, Instant.EPOCH, () -> fresh.confirm("autre chose")))
                .isInstanceOf(SignInRefused.class);
    }

    @Test
    void a_device_that_was_remembered_before_the_phone_is_asked_for_it() throws Exception {
        var editor = somebody("LEARNER_A");
        var answer = new MockHttpServletResponse();
        door.enter(
                signIn.signIn(editor.email(), PASSWORD, Optional.empty()), true, new MockHttpServletRequest(), answer);

        phone(editor);

        var back = comes(answer.getCookies());
        assertThat(SessionDoor.signedIn(back).map(who -> who.proof().secondFactor()))
                .isNotEqualTo(Optional.of(true));
    }

    private MockHttpServletRequest comes(Cookie... cookies) throws Exception {
        SecurityContextHolder.clearContext();
        var request = new MockHttpServletRequest("GET", "/app/");
        request.addHeader("Accept", "text/html");
        request.setCookies(cookies);
        door.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        return request;
    }

    private static Proof proofOf(MockHttpServletRequest request) {
        return SessionDoor.signedIn(request).orElseThrow().proof();
    }

    @Test
    void the_staff_is_let_in_by_a_secret_alone_in_a_demonstration_and_nowhere_else() {
        assertThat(platform.asksSecondFactor()).isTrue();
        assertThatThrownBy(() -> with(Platform.Environment.PRODUCTION, Optional.of(false)))
                .isInstanceOf(StartRefused.class);
        assertThatThrownBy(() -> with(Platform.Environment.TEST, Optional.of(false)))
                .isInstanceOf(StartRefused.class);
        assertThat(with(Platform.Environment.DEMONSTRATION, Optional.empty()).asksSecondFactor())
                .isFalse();
        assertThat(with(Platform.Environment.DEMONSTRATION, Optional.of(true)).asksSecondFactor())
                .isTrue();
    }

    @Test
    void whoever_must_have_one_replaces_it_and_removes_it_never_and_others_may() throws Exception {
        var editor = somebody("EDITOR");
        phone(editor);
        assertThatThrownBy(() -> in(editor, true, Instant.now(), () -> factors.remove(Optional.empty())))
                .isInstanceOf(AccessRefused.class);
        var other = in(editor, true, Instant.now(), factors::propose);
        in(
                editor,
                true,
                Instant.now(),
                () -> factors.set(
                        other, TimeCode.at(other.secret(), Instant.now()), Optional.empty(), Optional.empty()));
        assertThat(withSecretAlone(
                        editor,
                        () -> factors.prove(
                                TimeCode.at(other.secret(), Instant.now().plusSeconds(30)), Optional.empty())))
                .isNotNull();

        var learner = somebody("LEARNER_A");
        phone(learner);
        in(learner, true, Instant.now(), () -> factors.remove(Optional.empty()));
        assertThat(withSecretAlone(learner, () -> gate.allows(Right.FOLLOW_COURSE)))
                .isTrue();
    }

    @Test
    void whoever_removed_it_has_proved_nothing_when_she_becomes_an_editor() throws Exception {
        var learner = somebody("LEARNER_A");
        phone(learner);

        var proof = in(learner, true, Instant.now(), () -> factors.remove(Optional.empty()))
                .beside(new Proof(true, Instant.now()));

        assertThat(proof.secondFactor()).isFalse();
    }

    @Test
    void another_phone_or_another_list_ends_what_was_opened_with_the_former_ones() throws Exception {
        var editor = somebody("LEARNER_A");
        var phone = phone(editor);
        var thief = new MockHttpServletRequest();
        var cookies = new MockHttpServletResponse();
        door.enter(signIn.signIn(editor.email(), PASSWORD, Optional.empty()), true, thief, cookies);
        door.prove(withSecretAlone(editor, () -> factors.prove(phone.codes().get(3), Optional.empty())), thief);
        assertThat(proofOf(comes(cookies.getCookies())).secondFactor()).isTrue();

        in(editor, true, Instant.now(), () -> factors.renewCodes(Optional.empty()));

        assertThat(SessionDoor.signedIn(comes(cookies.getCookies()))).isEmpty();
    }

    @Test
    void a_profile_that_is_not_called_staff_but_may_do_great_harm_needs_it_as_well() throws Exception {
        var profile = "COPY_OF_A_LEARNER";
        owner().sql("insert into rights.profile (code, name_fr, name_en, staff) values (?, ?, ?, false)")
                .param(profile)
                .param(profile)
                .param(profile)
                .update();
        owner().sql(
                        "insert into rights.matrix_cell (profile, right_name, scope, effect) values (?, 'CHANGE_SETTING', 'ALL', 'ALLOW')")
                .param(profile)
                .update();
        var learner = somebody("LEARNER_A");
        owner().sql(
                        "insert into rights.assignment (id, person_id, profile, valid_from) values (?, ?, ?, now() - interval '1 minute')")
                .param(ids.next())
                .param(learner.id().value())
                .param(profile)
                .update();
        Thread.sleep(1100); // the profile was made beside the platform

        assertThat(withSecretAlone(learner, () -> gate.allows(Right.CHANGE_SETTING)))
                .isFalse();
        assertThat(withSecretAlone(learner, factors::mine).isRequired()).isTrue();
        assertThat(in(learner, true, Instant.now(), () -> gate.allows(Right.CHANGE_SETTING)))
                .isTrue();
    }

    private Platform with(Platform.Environment environment, Optional<Boolean> secondFactor) {
        return platform(environment, platform.dataFolder(), secondFactor);
    }
}
