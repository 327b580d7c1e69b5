package org.francophonie.dclic.rights.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.identity.service.ClassService;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.rights.RightsRefused;
import org.francophonie.dclic.rights.RightsRefused.Rule;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Requirement({"F-026", "F-047", "F-126", "F-127"})
class AssignmentTest extends PlatformTest {
    @Autowired
    private Gate gate;

    @Autowired
    private ClassService classes;

    @Autowired
    private ExplanationService explanations;

    private void give(Somebody admin, Somebody to, String profile, Optional<GroupId> within, Optional<Instant> until)
            throws Exception {
        admin.does(() -> {
            assignments.assign(to.id(), profile, within, until);
            return true;
        });
    }

    @Test
    void an_expert_from_outside_is_an_author_until_a_date_and_not_longer() throws Exception {
        var admin = somebody("PEDAGOGICAL_ADMIN");
        var expert = somebody("LEARNER_A");
        var end = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.MILLIS);

        give(admin, expert, "AUTHOR", Optional.empty(), Optional.of(end));

        assertThat(expert.does(() -> gate.reach(Right.CREATE_COURSE))).isEqualTo(Scope.OWN);
        assertThat(admin.does(() -> assignments.list(expert.id())))
                .as("several profiles add up")
                .extracting(AssignmentService.Line::profile)
                .containsExactly("AUTHOR", "LEARNER_A");
        assertThat(admin.does(() -> assignments.list(expert.id())).getFirst().until())
                .contains(end);

        owner().sql(
                        "update rights.assignment set valid_from = now() - interval '2 days', valid_to = now() - interval '1 day'"
                                + " where person_id = ? and profile = 'AUTHOR'")
                .param(expert.id().value())
                .update();
        var deadline = Instant.now().plusSeconds(2); // what is changed elsewhere counts within two seconds
        while (expert.does(() -> gate.allows(Right.CREATE_COURSE))
                && Instant.now().isBefore(deadline)) Thread.onSpinWait();
        assertThat(expert.does(() -> gate.reach(Right.CREATE_COURSE))).isEqualTo(Scope.NONE);
    }

    @Test
    void given_again_a_profile_lasts_until_the_new_end_and_is_held_once() throws Exception {
        var admin = somebody("PEDAGOGICAL_ADMIN");
        var learner = somebody("LEARNER_A");

        give(
                admin,
                learner,
                "MENTOR",
                Optional.empty(),
                Optional.of(Instant.now().plus(Duration.ofDays(1))));
        give(admin, learner, "MENTOR", Optional.empty(), Optional.empty());

        var mentor = admin.does(() -> assignments.list(learner.id())).stream()
                .filter(line -> line.profile().equals("MENTOR"))
                .toList();
        assertThat(mentor).hasSize(1);
        assertThat(mentor.getFirst().until()).isEmpty();
        assertThatThrownBy(() -> give(
                        admin,
                        learner,
                        "MENTOR",
                        Optional.empty(),
                        Optional.of(Instant.now().minusSeconds(5))))
                .isInstanceOfSatisfying(RightsRefused.class, refused -> assertThat(refused.rule())
                        .isEqualTo(Rule.ENDS_BEFORE));
    }

    @Test
    void a_profile_given_for_one_class_reaches_no_further() throws Exception {
        var admin = somebody("PEDAGOGICAL_ADMIN");
        var helper = somebody("LEARNER_A");
        var ours = admin.does(() -> classes.create(UUID.randomUUID(), "Kayes", "ML"));
        var others = admin.does(() -> classes.create(UUID.randomUUID(), "Ségou", "ML"));

        give(admin, helper, "TRAINER", Optional.of(ours), Optional.empty());

        assertThat(helper.does(() -> gate.allows(Right.TEACH_CLASS, ours))).isTrue();
        assertThat(helper.does(() -> gate.allows(Right.TEACH_CLASS, others))).isFalse();
    }

    @Test
    void nobody_gives_a_profile_to_themselves_or_for_longer_than_they_hold_it() throws Exception {
        var admin = somebody("PEDAGOGICAL_ADMIN");
        var helper = somebody("LEARNER_A");
        var friend = somebody("LEARNER_A");
        var end = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);
        give(admin, helper, "PEDAGOGICAL_ADMIN", Optional.empty(), Optional.of(end));

        isRefused(Rule.YOURSELF, () -> give(helper, helper, "PEDAGOGICAL_ADMIN", Optional.empty(), Optional.empty()));
        isRefused(Rule.NOT_HELD, () -> give(helper, friend, "TRAINER", Optional.empty(), Optional.empty()));
        isRefused(
                Rule.NOT_HELD,
                () -> give(helper, friend, "TRAINER", Optional.empty(), Optional.of(end.plusSeconds(60))));
        give(helper, friend, "TRAINER", Optional.empty(), Optional.of(end));

        assertThat(friend.does(() -> gate.allows(Right.CREATE_CLASS))).isTrue();
    }

    private static void isRefused(Rule rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(RightsRefused.class, refused -> assertThat(refused.rule())
                .isEqualTo(rule));
    }

    @Test
    void an_administrator_of_one_class_opens_no_door_of_the_whole_platform() throws Exception {
        var admin = somebody("PEDAGOGICAL_ADMIN");
        var head = somebody("LEARNER_A");
        var ours = admin.does(() -> classes.create(UUID.randomUUID(), "Kayes", "ML"));
        give(admin, head, "PEDAGOGICAL_ADMIN", Optional.of(ours), Optional.empty());

        for (var right : Right.values()) {
            var reach = head.does(() -> gate.reach(right));
            if (right.scopes().equals(Set.of(Scope.ALL)) && right.risk() != Right.Risk.LOW)
                assertThat(reach).as(right.name()).isEqualTo(Scope.NONE);
        }
        assertThat(head.does(() -> gate.allows(Right.VERIFY_AUDIT))).isFalse();
        assertThat(head.does(() -> gate.allows(Right.TEACH_CLASS, ours))).isTrue();
    }

    @Test
    void whoever_gives_profiles_in_some_groups_gives_them_for_these_groups_only() throws Exception {
        var admin = somebody("PEDAGOGICAL_ADMIN");
        var head = somebody("LEARNER_A");
        var learner = somebody("LEARNER_A");
        var ours = admin.does(() -> classes.create(UUID.randomUUID(), "Kayes", "ML"));
        var others = admin.does(() -> classes.create(UUID.randomUUID(), "Ségou", "ML"));
        give(admin, head, "PEDAGOGICAL_ADMIN", Optional.of(ours), Optional.empty());
        assertThatThrownBy(() -> give(head, learner, "TRAINER", Optional.of(ours), Optional.empty()))
                .as("somebody of no group of hers")
                .isInstanceOf(AccessRefused.class);
        asPlatform(() -> {
            profiles.joined(learner.id(), ours, false);
            return true;
        });

        for (var group : List.of(Optional.<GroupId>empty(), Optional.of(others)))
            assertThatThrownBy(() -> give(head, learner, "TRAINER", group, Optional.empty()))
                    .isInstanceOfSatisfying(RightsRefused.class, refused -> assertThat(refused.rule())
                            .isEqualTo(Rule.BEYOND_GROUPS));
        give(head, learner, "MENTOR", Optional.of(ours), Optional.empty());

        assertThat(learner.does(() -> gate.allows(Right.READ_PERSON, head.id())))
                .isFalse();
        assertThat(learner.does(() -> gate.reach(Right.READ_PERSON))).isEqualTo(Scope.GROUP);
    }

    @Test
    void why_somebody_may_or_may_not_is_told_profile_by_profile() throws Exception {
        var admin = somebody("PEDAGOGICAL_ADMIN");
        var minor = somebody("AWAITING_CONSENT");
        give(admin, minor, "AUTHOR", Optional.empty(), Optional.empty());

        var why = admin.does(() -> explanations.explain(minor.id(), Right.CREATE_COURSE));

        assertThat(why.reach()).isEqualTo(Scope.NONE);
        assertThat(why.reasons()).extracting(ExplanationService.Reason::profile).contains("AUTHOR", "AWAITING_CONSENT");
        assertThat(why.reasons().stream().filter(reason -> reason.cell().prohibits()))
                .singleElement()
                .extracting(ExplanationService.Reason::profile)
                .isEqualTo("AWAITING_CONSENT");
    }
}
