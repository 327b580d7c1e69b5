package org.francophonie.dclic.identity.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.platform.access.Actor;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Proof;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody who holds several profiles acts by one of them. */
@Requirement("F-047")
class ActingTest extends PlatformTest {
    @Autowired
    private ActingService acting;

    @Autowired
    private Sessions sessions;

    @Autowired
    private Gate gate;

    private static <T> T as(Somebody who, String profile, Callable<T> work) throws Exception {
        return Actors.runAs(
                new Actor(Optional.of(who.id()), Optional.empty(), Proof.WHOLE, Optional.of(profile)), work);
    }

    private Somebody trainerAndAuthor() throws Exception {
        var who = somebody("TRAINER");
        asPlatform(() -> {
            assignments.assign(who.id(), "AUTHOR");
            return true;
        });
        return who;
    }

    @Test
    void profiles_add_up_and_one_of_them_allows_what_it_allows_and_no_more() throws Exception {
        var who = trainerAndAuthor();

        assertThat(who.does(() -> gate.reach(Right.CREATE_COURSE))).isEqualTo(Scope.OWN);
        assertThat(who.does(() -> gate.reach(Right.CREATE_CLASS))).isEqualTo(Scope.OWN);
        assertThat(as(who, "AUTHOR", () -> gate.reach(Right.CREATE_COURSE))).isEqualTo(Scope.OWN);
        assertThat(as(who, "AUTHOR", () -> gate.reach(Right.CREATE_CLASS))).isEqualTo(Scope.NONE);
        assertThat(as(who, "TRAINER", () -> gate.reach(Right.CREATE_COURSE))).isEqualTo(Scope.NONE);
        assertThat(who.does(() -> acting.choices(Locale.FRENCH))).containsOnlyKeys("TRAINER", "AUTHOR");
    }

    @Test
    void what_is_forbidden_stays_forbidden_whatever_she_acts_by() throws Exception {
        var who = trainerAndAuthor();
        asPlatform(() -> {
            profiles.restrict(who.id(), Instant.now().plus(Duration.ofDays(30)));
            return true;
        });

        assertThat(as(who, "AUTHOR", () -> gate.reach(Right.CREATE_COURSE))).isEqualTo(Scope.NONE);
        assertThat(who.does(() -> acting.choices(Locale.FRENCH))).doesNotContainKey("AWAITING_CONSENT");
    }

    @Test
    void nobody_acts_by_a_profile_that_she_does_not_hold() throws Exception {
        var who = trainerAndAuthor();

        assertThat(who.does(() -> acting.choose(Optional.of("TECHNICAL_ADMIN"))))
                .isEmpty();
        assertThat(as(who, "TECHNICAL_ADMIN", () -> gate.reach(Right.CHANGE_SETTING)))
                .isEqualTo(Scope.NONE);
        assertThat(as(who, "TECHNICAL_ADMIN", () -> gate.reach(Right.CREATE_COURSE)))
                .as("then she acts by all of hers")
                .isEqualTo(Scope.OWN);
    }

    @Test
    void it_is_written_down_and_so_is_the_profile_by_which_she_does_things() throws Exception {
        var who = trainerAndAuthor();

        as(who, "AUTHOR", () -> acting.choose(Optional.of("TRAINER")));

        assertThat(sql.sql("""
                        select profile || ' ' || (changes -> 'acting' ->> 0) || ' ' || (changes -> 'acting' ->> 1)
                        from audit.audit_event where actor = ? and act = 'act-as'""").param(who.id().value()).query(String.class).single())
                .isEqualTo("AUTHOR AUTHOR TRAINER");
    }

    @Test
    void it_lasts_when_the_node_of_the_session_is_lost() throws Exception {
        var who = trainerAndAuthor();
        var session = Begun.session(sessions, who.id(), Optional.empty());

        sessions.actAs(session.id(), Optional.of("AUTHOR"));
        assertThat(sessions.resume(session.cookie()).orElseThrow().acting()).contains("AUTHOR");

        sessions.actAs(session.id(), Optional.empty());
        assertThat(sessions.resume(session.cookie()).orElseThrow().acting()).isEmpty();
    }
}
