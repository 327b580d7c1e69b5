package org.francophonie.dclic.identity.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.identity.bulk.Bulk.Outcome;
import org.francophonie.dclic.identity.bulk.Bulk.State;
import org.francophonie.dclic.identity.domain.PersonGroup;
import org.francophonie.dclic.identity.groups.GroupTreeService;
import org.francophonie.dclic.identity.service.PeopleRefused;
import org.francophonie.dclic.identity.service.PeopleSearch;
import org.francophonie.dclic.identity.service.SuspensionService;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.access.Actor;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Proof;
import org.francophonie.dclic.platform.access.SecretNeeded;
import org.francophonie.dclic.platform.ids.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An administrator does one thing for many people, and takes it back. */
@Requirement({"F-051", "F-132"})
class BulkTest extends PlatformTest {
    @Autowired
    private BulkService bulks;

    @Autowired
    private SuspensionService suspensions;

    @Autowired
    private GroupTreeService groups;

    private Somebody admin;
    private List<Somebody> learners;

    @BeforeEach
    void people() throws Exception {
        admin = somebody("PEDAGOGICAL_ADMIN");
        learners = new ArrayList<>();
        for (int i = 0; i < 4; i++) learners.add(somebody("LEARNER_A"));
    }

    private static List<PersonId> ids(List<Somebody> people) {
        return people.stream().map(Somebody::id).toList();
    }

    private UUID begin(BulkOrder order, List<PersonId> people) throws Exception {
        var id = UUID.randomUUID();
        admin.does(() -> {
            bulks.begin(id, order, people);
            return true;
        });
        return id;
    }

    private Bulk find(UUID id) throws Exception {
        return admin.does(() -> bulks.find(id)).orElseThrow();
    }

    private Bulk run(UUID id) throws Exception {
        admin.does(() -> {
            bulks.run(id);
            return true;
        });
        return until(id, State.DONE);
    }

    private Bulk undo(UUID id) throws Exception {
        admin.does(() -> {
            bulks.undo(id);
            return true;
        });
        return until(id, State.UNDONE);
    }

    private Bulk until(UUID id, State state) throws Exception {
        for (int i = 0; i < 200 && find(id).state() != state; i++) Thread.sleep(50);
        assertThat(find(id).state()).isEqualTo(state);
        return find(id);
    }

    private List<String> held(Somebody who) throws Exception {
        return asPlatform(() -> assignments.list(who.id())).stream()
                .map(line -> line.profile()
                        + line.until().map(end -> " until " + end).orElse(""))
                .toList();
    }

    private String status(Somebody who) {
        return sql.sql("select status from identity.person where id = ?")
                .param(who.id().value())
                .query(String.class)
                .single();
    }

    @Test
    void a_profile_is_given_to_many_after_a_look_and_taken_back_as_it_was_before() throws Exception {
        var end = Instant.now().plus(Duration.ofDays(40)).truncatedTo(ChronoUnit.MILLIS);
        var sooner = end.minus(Duration.ofDays(10));
        asPlatform(() -> {
            assignments.assign(learners.get(0).id(), "MENTOR", Optional.empty(), Optional.of(sooner));
            assignments.assign(learners.get(1).id(), "MENTOR", Optional.empty(), Optional.of(end));
            return true;
        });

        var id = begin(BulkOrder.give("MENTOR", Optional.of(end)), ids(learners));

        assertThat(find(id).state()).isEqualTo(State.READY);
        assertThat(find(id).number(Outcome.WAITING)).isEqualTo(3);
        assertThat(find(id).number(Outcome.ALREADY)).isEqualTo(1);
        assertThat(held(learners.get(2))).as("nothing is done yet").containsExactly("LEARNER_A");

        assertThat(run(id).number(Outcome.DONE)).isEqualTo(3);
        for (var learner : learners) assertThat(held(learner)).contains("MENTOR until " + end);
        assertThat(sql.sql("""
                        select count(distinct operation_id) from audit.audit_event
                        where actor = ? and right_name = 'ASSIGN_PROFILE' and act in ('assign', 'bulk-run')""").param(admin.id().value()).query(Long.class).single())
                .as("the trail tells it as one operation")
                .isEqualTo(1);

        assertThat(undo(id).number(Outcome.UNDONE)).isEqualTo(3);
        assertThat(held(learners.get(0))).containsExactly("LEARNER_A", "MENTOR until " + sooner);
        assertThat(held(learners.get(1))).as("held before").containsExactly("LEARNER_A", "MENTOR until " + end);
        assertThat(held(learners.get(2))).containsExactly("LEARNER_A");
    }

    @Test
    void what_somebody_has_changed_since_is_told_before_and_left_as_it_is() throws Exception {
        var id = begin(BulkOrder.suspend("ménage de fin d’année"), ids(learners));
        run(id);
        assertThat(status(learners.get(0))).isEqualTo("SUSPENDED");
        admin.does(() -> {
            suspensions.readmit(learners.get(0).id());
            return true;
        });

        assertThat(admin.does(() -> bulks.changedSince(id))).isEqualTo(1);
        var undone = undo(id);

        assertThat(undone.number(Outcome.UNDONE)).isEqualTo(3);
        assertThat(undone.number(Outcome.KEPT)).isEqualTo(1);
        assertThat(admin.does(() -> bulks.problems(id))).containsEntry("bulk.problem.changed", 1);
        for (var learner : learners) assertThat(status(learner)).isEqualTo("ACTIVE");
    }

    @Test
    void the_rules_for_one_hold_for_many_and_tell_for_whom_it_was_not_possible() throws Exception {
        var people = new ArrayList<>(ids(learners));
        people.add(admin.id());

        var suspended = run(begin(BulkOrder.suspend("essai"), people));
        assertThat(suspended.number(Outcome.DONE)).isEqualTo(4);
        assertThat(suspended.number(Outcome.FAILED))
                .as("nobody suspends herself")
                .isEqualTo(1);
        assertThat(admin.does(() -> bulks.problems(suspended.id()))).containsEntry("people.yourself", 1);
        assertThat(status(admin)).isEqualTo("ACTIVE");

        var reopened = run(begin(BulkOrder.of(BulkAct.READMIT), ids(learners)));
        assertThat(reopened.number(Outcome.DONE)).isEqualTo(4);
        assertThat(undo(reopened.id()).number(Outcome.UNDONE)).isEqualTo(4);
        assertThat(status(learners.getFirst())).isEqualTo("SUSPENDED");

        var beyond = run(begin(BulkOrder.give("TECHNICAL_ADMIN", Optional.empty()), ids(learners)));
        assertThat(beyond.number(Outcome.FAILED))
                .as("nobody gives what she does not hold")
                .isEqualTo(4);
        assertThat(held(learners.getFirst())).doesNotContain("TECHNICAL_ADMIN");
    }

    @Test
    void people_come_into_a_group_and_leave_it_again_and_a_profile_that_was_taken_comes_back() throws Exception {
        var group = admin.does(() -> groups.create(
                UUID.randomUUID(), Optional.empty(), "Nombre " + ids.next(), PersonGroup.Kind.PROGRAMME, ""));
        var added = run(begin(BulkOrder.add(group), ids(learners)));
        assertThat(members(group.value())).isEqualTo(4);
        undo(added.id());
        assertThat(members(group.value())).isZero();

        var taken = run(begin(BulkOrder.take("LEARNER_A"), ids(learners)));
        assertThat(held(learners.getFirst())).isEmpty();
        undo(taken.id());
        assertThat(held(learners.getFirst())).containsExactly("LEARNER_A");
    }

    private long members(UUID group) {
        return sql.sql("select count(*) from identity.membership where group_id = ?")
                .param(group)
                .query(Long.class)
                .single();
    }

    @Test
    void a_search_says_for_whom_and_an_order_that_lacks_something_is_refused_before_anything_is_read()
            throws Exception {
        var name = learners.getFirst().email();
        var id = UUID.randomUUID();
        admin.does(() -> {
            bulks.begin(
                    id,
                    BulkOrder.give("MENTOR", Optional.empty()),
                    new PeopleSearch(name, Optional.empty(), Optional.empty()));
            return true;
        });
        assertThat(find(id).number(Outcome.WAITING)).isEqualTo(1);
        admin.does(() -> {
            bulks.stop(id);
            return true;
        });
        assertThat(admin.does(() -> bulks.find(id))).as("given up").isEmpty();

        assertThatThrownBy(() -> begin(BulkOrder.suspend(" "), ids(learners))).isInstanceOf(PeopleRefused.class);
        assertThatThrownBy(() -> begin(BulkOrder.of(BulkAct.GIVE_PROFILE), ids(learners)))
                .isInstanceOf(PeopleRefused.class);
        assertThatThrownBy(() -> begin(BulkOrder.of(BulkAct.READMIT), List.of()))
                .isInstanceOf(PeopleRefused.class);
        assertThatThrownBy(() ->
                        begin(BulkOrder.give("MENTOR", Optional.of(Instant.now().minusSeconds(5))), ids(learners)))
                .isInstanceOf(PeopleRefused.class);
    }

    @Test
    void nobody_does_for_many_what_she_may_not_do_for_one_nor_sees_the_acts_of_others() throws Exception {
        var trainer = somebody("TRAINER");
        var id = begin(BulkOrder.of(BulkAct.READMIT), ids(learners));

        assertThatThrownBy(() -> trainer.does(() -> {
                    bulks.begin(UUID.randomUUID(), BulkOrder.suspend("x"), ids(learners));
                    return true;
                }))
                .isInstanceOf(AccessRefused.class);
        assertThat(trainer.does(() -> bulks.find(id))).isEmpty();
        var longAgo = new Actor(
                Optional.of(admin.id()),
                Optional.empty(),
                new Proof(true, Instant.now().minus(Duration.ofDays(1))),
                Optional.empty());
        assertThatThrownBy(() -> Actors.runAs(longAgo, () -> {
                    bulks.run(id);
                    return true;
                }))
                .isInstanceOf(SecretNeeded.class);
    }
}
