package org.francophonie.dclic.identity.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.identity.bulk.Bulk.Outcome;
import org.francophonie.dclic.identity.bulk.Bulk.State;
import org.francophonie.dclic.identity.domain.PersonGroup;
import org.francophonie.dclic.identity.groups.GroupTreeService;
import org.francophonie.dclic.identity.service.PeopleDesk;
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

    @Autowired
    private PeopleDesk desk;

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
    void what_others_did_meanwhile_is_not_taken_back_although_it_looks_the_same() throws Exception {
        var suspended = begin(BulkOrder.suspend("essai"), ids(learners));
        var given = begin(BulkOrder.give("MENTOR", Optional.empty()), ids(learners));
        admin.does(() -> {
            suspensions.suspend(learners.get(0).id(), "abus");
            return true;
        });
        assertThat(run(suspended).number(Outcome.ALREADY))
                .as("somebody was faster")
                .isEqualTo(1);
        admin.does(() -> {
            suspensions.readmit(learners.get(1).id());
            suspensions.suspend(learners.get(1).id(), "une vraie raison");
            return true;
        });
        run(given);
        admin.does(() -> {
            var line = assignments.list(learners.get(2).id()).stream()
                    .filter(held -> held.profile().equals("MENTOR"))
                    .findFirst()
                    .orElseThrow();
            assignments.take(learners.get(2).id(), line.id());
            assignments.assign(learners.get(2).id(), "MENTOR");
            return true;
        });

        assertThat(undo(suspended).number(Outcome.KEPT)).isEqualTo(1);
        assertThat(undo(given).number(Outcome.KEPT)).isEqualTo(1);

        assertThat(status(learners.get(0))).isEqualTo("SUSPENDED");
        assertThat(status(learners.get(1))).isEqualTo("SUSPENDED");
        assertThat(status(learners.get(3))).isEqualTo("ACTIVE");
        assertThat(held(learners.get(2))).contains("MENTOR");
        assertThat(held(learners.get(3))).doesNotContain("MENTOR");
        assertThat(sql.sql("select count(*) from identity.bulk where reason <> '' and by_person = ?")
                        .param(admin.id().value())
                        .query(Long.class)
                        .single())
                .as("reasons stand in the trail alone")
                .isZero();
    }

    @Test
    void whoever_loses_the_right_stops_and_what_is_left_waits() throws Exception {
        var id = begin(BulkOrder.of(BulkAct.READMIT), ids(learners));
        sql.sql("update identity.bulk_line set outcome = 'WAITING' where bulk_id = ?")
                .param(id)
                .update();
        var sheHerself =
                new Actor(Optional.of(admin.id()), Optional.empty(), Proof.WHOLE, Optional.of("PEDAGOGICAL_ADMIN"));
        owner().sql(
                        "delete from rights.matrix_cell where profile = 'PEDAGOGICAL_ADMIN' and right_name = 'SUSPEND_PERSON'")
                .update();
        try {
            Thread.sleep(1200); // what is changed elsewhere counts within two seconds
            Actors.runAs(sheHerself, () -> {
                bulks.run(id);
                return true;
            });
            var stopped = until(id, State.STOPPED);
            assertThat(stopped.number(Outcome.WAITING)).isEqualTo(4);
            assertThat(stopped.problem()).contains("bulk.problem.stopped");
        } finally {
            owner().sql(
                            "insert into rights.matrix_cell (profile, right_name, scope, effect) values ('PEDAGOGICAL_ADMIN', 'SUSPEND_PERSON', 'ALL', 'ALLOW')")
                    .update();
            Thread.sleep(1200);
        }
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
        var suspendedAgain =
                run(begin(BulkOrder.suspend("essai"), List.of(learners.get(3).id())));
        var group = admin.does(() -> groups.create(
                UUID.randomUUID(), Optional.empty(), "Règles " + ids.next(), PersonGroup.Kind.PROGRAMME, ""));
        var joined = run(begin(BulkOrder.add(group), ids(learners)));
        assertThat(joined.number(Outcome.FAILED))
                .as("who is suspended joins no group")
                .isEqualTo(1);
        undo(suspendedAgain.id());
        assertThat(undo(reopened.id()).number(Outcome.UNDONE))
                .as("one was changed since")
                .isEqualTo(3);
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

    @Test
    void a_search_may_find_more_people_than_anybody_would_pick_one_by_one() throws Exception {
        var mark = "Foule" + ids.next().toString().substring(24);
        admin.does(() -> {
            desk.create(IntStream.range(0, 130)
                    .mapToObj(n -> new PeopleDesk.NewAccount(
                            new PersonId(ids.next()),
                            new PeopleDesk.Facts(mark + " " + n, "1990", "SN"),
                            freshAddress(),
                            Locale.FRENCH))
                    .toList());
            return true;
        });
        var search = new PeopleSearch(mark, Optional.empty(), Optional.empty());
        var id = UUID.randomUUID();
        admin.does(() -> {
            bulks.begin(id, BulkOrder.give("MENTOR", Optional.empty()), search);
            return true;
        });

        assertThat(admin.does(() -> bulks.count(search))).isEqualTo(130);
        assertThat(run(id).number(Outcome.DONE)).isEqualTo(130);
        assertThat(undo(id).number(Outcome.UNDONE)).isEqualTo(130);
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
        assertThat(sql.sql("select right_name from audit.audit_event where actor = ? and outcome = 'REFUSED'")
                        .param(trainer.id().value())
                        .query(String.class)
                        .list())
                .as("the right that was wanting")
                .containsExactly("SUSPEND_PERSON");
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
