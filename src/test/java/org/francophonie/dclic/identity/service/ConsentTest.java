package org.francophonie.dclic.identity.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Year;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.identity.SessionEnd;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.access.Actor;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.platform.access.SignedIn;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A minor learns at once and does no more, until a guardian agrees or a centre answers for it. */
@Requirement({"F-027", "F-041"})
class ConsentTest extends PlatformTest {
    @Autowired
    private PeopleDesk desk;

    /** Fourteen at most: a year of birth leaves the day open. */
    private static final int FOURTEEN = Year.now().getValue() - 14;

    /** What is learning, and so open to whoever waits for a guardian. */
    private static final Set<Right> LEARNING = Set.of(
            Right.READ_CATALOGUE,
            Right.READ_COURSE,
            Right.ENROL_SELF,
            Right.FOLLOW_COURSE,
            Right.READ_PROGRESS,
            Right.TAKE_QUIZ,
            Right.KEEP_DRAFT,
            Right.READ_OWN_ACCOUNT,
            Right.CHANGE_OWN_ACCOUNT);

    @Autowired
    private ConsentService consents;

    @Autowired
    private SettingService settings;

    @Autowired
    private SignInService signIn;

    @Autowired
    private Sessions sessions;

    @Autowired
    private Gate gate;

    private Joining form(int birthYear, String country, Optional<String> guardian) {
        return new Joining(
                ids.next(),
                "Kofi",
                String.valueOf(birthYear),
                country,
                Optional.empty(),
                guardian,
                false,
                PASSWORD,
                Locale.FRENCH);
    }

    private Actor minor(Optional<String> guardian) {
        return Actor.of(people.join(form(FOURTEEN, "SN", guardian)).person());
    }

    private boolean waits(Actor minor) throws Exception {
        return Actors.runAs(minor, consents::mine).isPresent();
    }

    @Test
    void the_age_is_that_of_the_country_and_in_the_year_of_the_birthday_nobody_knows() throws Exception {
        var year = Year.now().getValue();
        assertThat(consents.isNeeded(year - 15, "SN")).as("fourteen or fifteen").isTrue();
        assertThat(consents.isNeeded(year - 16, "SN")).isFalse();
        assertThat(consents.isNeeded(year - 14, "BE")).isFalse();
        assertThat(consents.isNeeded(year - 16, "LU")).isTrue();
        asPlatform(() -> {
            settings.change(Setting.CONSENT_AGES, "18, BE 13");
            return true;
        });
        try {
            assertThat(consents.isNeeded(year - 18, "SN")).isTrue();
            assertThat(consents.isNeeded(year - 14, "BE")).isFalse();
        } finally {
            asPlatform(() -> {
                settings.change(
                        Setting.CONSENT_AGES, Setting.CONSENT_AGES.standard().toString());
                return true;
            });
        }
    }

    @Test
    void whoever_waits_learns_and_does_nothing_else_whatever_profile_comes_later() throws Exception {
        var minor = minor(Optional.empty());
        asPlatform(() -> {
            assignments.assign(minor.requirePerson(), "EDITOR");
            assignments.assign(minor.requirePerson(), "TECHNICAL_ADMIN");
            assignments.assign(minor.requirePerson(), "PEDAGOGICAL_ADMIN");
            return true;
        });

        for (var right : Right.values()) {
            var reach = Actors.runAs(minor, () -> gate.reach(right));
            assertThat(reach != Scope.NONE).as(right.name()).isEqualTo(LEARNING.contains(right));
        }
    }

    @Test
    void a_guardian_agrees_by_the_link_of_a_letter_that_names_nobody() throws Exception {
        var guardian = freshAddress();
        var minor = minor(Optional.of(guardian));
        assertThat(letter(guardian)).hasValueSatisfying(text -> assertThat(text)
                .contains("Un jeune demande votre accord")
                .doesNotContain("Kofi"));
        var link = link(guardian);
        assertThat(consents.look(link)).hasValueSatisfying(child -> {
            assertThat(child.displayName()).isEqualTo("Kofi");
            assertThat(child.birthYear()).contains(FOURTEEN);
        });
        assertThat(waits(minor)).isTrue();

        assertThat(consents.decide(link, true, Locale.FRENCH)).isTrue();

        assertThat(waits(minor)).isFalse();
        assertThat(profiles.heldBy(minor.requirePerson())).containsExactly("LEARNER_A");
        assertThat(consents.look(link)).isEmpty();
        assertThat(consents.decide(link, false, Locale.FRENCH))
                .as("it is good once")
                .isFalse();
        assertThat(trail(minor)).contains("guardian-looks", "guardian-agrees");
    }

    private java.util.List<String> trail(Actor minor) {
        return owner().sql("select act from audit.audit_event where ? = any(subject_ids)")
                .param(minor.requirePerson().value())
                .query(String.class)
                .list();
    }

    @Test
    void a_guardian_who_refuses_closes_the_account_and_its_sessions() throws Exception {
        var guardian = freshAddress();
        var who = people.join(form(FOURTEEN, "SN", Optional.of(guardian)));
        var code =
                Actors.runAs(Actor.of(who.person()), people::me).orElseThrow().code();
        var session = Begun.session(sessions, who.person(), Optional.empty());
        assertThat(signIn.signIn(code, PASSWORD, Optional.empty()).person()).isEqualTo(who.person());

        assertThat(consents.decide(link(guardian), false, Locale.FRENCH)).isTrue();

        assertThat(sessions.whyOver(session.cookie())).contains(SessionEnd.GUARDIAN);
        assertThatThrownBy(() -> signIn.signIn(code, PASSWORD, Optional.empty()))
                .hasMessage("WRONG");
    }

    @Test
    void a_guardian_who_agreed_gets_it_in_writing_and_may_take_the_word_back() throws Exception {
        var guardian = freshAddress();
        var who = people.join(form(FOURTEEN, "SN", Optional.of(guardian)));
        var first = link(guardian);
        assertThat(consents.decide(first, true, Locale.FRENCH)).isTrue();
        var session = Begun.session(sessions, who.person(), Optional.empty());
        assertThat(letter(guardian)).hasValueSatisfying(text -> assertThat(text)
                .contains("Vous avez donné votre accord")
                .doesNotContain("Kofi"));
        var link = link(guardian);

        assertThat(consents.look(link)).as("there is nothing to decide anew").isEmpty();
        assertThat(consents.lookAtGiven(first))
                .as("nor is the old link good for it")
                .isEmpty();
        assertThat(consents.lookAtGiven(link)).isPresent();
        assertThat(consents.withdraw(first)).isFalse();
        assertThat(consents.withdraw(link)).isTrue();

        assertThat(sessions.whyOver(session.cookie())).contains(SessionEnd.GUARDIAN);
        assertThat(consents.withdraw(link)).isFalse();
        assertThat(consents.lookAtGiven(link)).isEmpty();
        assertThat(trail(Actor.of(who.person()))).contains("guardian-agrees", "guardian-withdraws");
    }

    @Test
    void a_guardian_named_later_takes_the_place_of_the_first_whose_link_is_worth_nothing() throws Exception {
        var first = freshAddress();
        var second = freshAddress();
        var minor = minor(Optional.of(first));
        var old = link(first);

        Actors.runAs(minor, () -> {
            consents.ask(second, Locale.ENGLISH);
            return true;
        });

        assertThat(consents.look(old)).isEmpty();
        assertThat(consents.decide(old, true, Locale.FRENCH)).isFalse();
        assertThat(consents.decide(link(second), true, Locale.FRENCH)).isTrue();
        assertThat(waits(minor)).isFalse();
    }

    @Test
    void nobody_is_ones_own_guardian_and_nobody_writes_to_strangers_without_end() throws Exception {
        var own = freshAddress();
        assertThatThrownBy(() -> people.join(new Joining(
                        ids.next(),
                        "Kofi",
                        String.valueOf(FOURTEEN),
                        "SN",
                        Optional.of(own),
                        Optional.of(own.toUpperCase(Locale.ROOT)),
                        false,
                        PASSWORD,
                        Locale.FRENCH)))
                .isInstanceOf(JoiningRefused.class)
                .hasMessageContaining("guardian.same");
        var minor = minor(Optional.empty());
        Actors.runAs(minor, () -> {
            for (int i = 0; i < 3; i++) consents.ask(freshAddress(), Locale.FRENCH);
            assertThatThrownBy(() -> consents.ask(freshAddress(), Locale.FRENCH))
                    .hasMessage("guardian.wait");
            return true;
        });
    }

    @Test
    void a_centre_answers_for_its_own_minors_and_for_no_others() throws Exception {
        var minor = minor(Optional.empty());
        var stranger = somebody("TRAINER");
        assertThatThrownBy(() -> stranger.does(() -> {
                    consents.vouch(minor.requirePerson());
                    return true;
                }))
                .isInstanceOf(AccessRefused.class);

        var admin = somebody("PEDAGOGICAL_ADMIN");
        admin.does(() -> {
            consents.vouch(minor.requirePerson());
            return true;
        });

        assertThat(waits(minor)).isFalse();
    }

    @Test
    void the_restriction_ends_by_itself_when_the_person_is_old_enough() {
        var minor = minor(Optional.empty());
        assertThat(sql.sql(
                                "select valid_to from rights.assignment where person_id = ? and profile = 'AWAITING_CONSENT'")
                        .param(minor.requirePerson().value())
                        .query(java.time.OffsetDateTime.class)
                        .single()
                        .getYear())
                .isEqualTo(FOURTEEN + 16);
    }

    @Test
    void a_grown_up_needs_nobody() throws Exception {
        var who = new SignedIn(people.join(joining(ids.next(), Optional.empty(), false, PASSWORD))
                .id());
        assertThat(waits(Actor.of(who.person()))).isFalse();
    }

    @Test
    void whoever_is_younger_than_was_said_needs_a_guardian_for_longer() throws Exception {
        var admin = somebody("PEDAGOGICAL_ADMIN");
        var minor = somebody("LEARNER_A");
        correct(admin, minor, 0, "2012");
        var first = neededUntil(minor);
        correct(admin, minor, 1, "2013");

        assertThat(neededUntil(minor)).isAfter(first);
        assertThat(sql.sql(
                                "select valid_to from rights.assignment where person_id = ? and profile = 'AWAITING_CONSENT'")
                        .param(minor.id().value())
                        .query(java.sql.Timestamp.class)
                        .single()
                        .toInstant())
                .isEqualTo(neededUntil(minor));
        correct(admin, minor, 2, "1990");
        assertThat(neededUntil(minor)).as("and never for less by a correction").isAfter(first);
    }

    private void correct(Somebody admin, Somebody minor, long version, String year) throws Exception {
        admin.does(() -> {
            desk.correct(minor.id(), version, new PeopleDesk.Facts("Awa Test", year, "FR"));
            return true;
        });
    }

    private java.time.Instant neededUntil(Somebody minor) {
        return sql.sql("select needed_until from identity.consent where person_id = ?")
                .param(minor.id().value())
                .query(java.sql.Timestamp.class)
                .single()
                .toInstant();
    }
}
