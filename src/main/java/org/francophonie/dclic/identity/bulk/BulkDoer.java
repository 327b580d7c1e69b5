package org.francophonie.dclic.identity.bulk;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.francophonie.dclic.identity.bulk.Bulk.Outcome;
import org.francophonie.dclic.identity.bulk.BulkStore.Line;
import org.francophonie.dclic.identity.groups.GroupPeopleService;
import org.francophonie.dclic.identity.groups.GroupRefused;
import org.francophonie.dclic.identity.service.PeopleRefused;
import org.francophonie.dclic.identity.service.SuspensionService;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.rights.RightsRefused;
import org.francophonie.dclic.rights.service.AssignmentService;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does the act for one person, by the same service as for one person alone, and takes it back. */
@Component
class BulkDoer {
    /** Why somebody is suspended again, for the trail. */
    private static final String TAKEN_BACK = "annulation d’une réouverture en nombre";

    private final BulkStore store;
    private final AssignmentService assignments;
    private final GroupPeopleService members;
    private final SuspensionService suspensions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BulkDoer(
            BulkStore store,
            AssignmentService assignments,
            GroupPeopleService members,
            SuspensionService suspensions,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.assignments = assignments;
        this.members = members;
        this.suspensions = suspensions;
        transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What is noted is done, and what is done is noted: both in one transaction. */
    void act(Bulk bulk, PersonId person) {
        attempt(bulk, person, Outcome.FAILED, () -> {
            var standing = store.hold(bulk.id(), person, Outcome.WAITING);
            if (standing.isEmpty()) return; // another worker was faster
            if (standing.get().equals("ERASED")) throw new NotFound("person");
            if (store.holds(bulk, person)) { // somebody did it since the look: it is not ours to take back
                store.outcome(bulk.id(), person, Outcome.ALREADY, null);
                return;
            }
            checkAlone(bulk.order(), person, standing.get());
            var before = bulk.order().profile().flatMap(profile -> store.given(person, profile));
            act(bulk.order(), person, before);
            store.done(bulk.id(), person, before);
        });
    }

    /** What the screen for one person would not do either. */
    private static void checkAlone(BulkOrder order, PersonId person, String standing) {
        if (order.act() == BulkAct.TAKE_PROFILE && Actors.current().is(person))
            throw new RightsRefused(RightsRefused.Rule.YOURSELF);
        if (order.act() == BulkAct.ADD_TO_GROUP && !standing.equals("ACTIVE"))
            throw new GroupRefused("bulk.problem.suspended");
    }

    private void act(BulkOrder order, PersonId person, Optional<BulkStore.Given> before) {
        switch (order.act()) {
            case GIVE_PROFILE ->
                assignments.assign(person, order.profile().orElseThrow(), Optional.empty(), order.until());
            case TAKE_PROFILE -> before.ifPresent(given -> assignments.take(person, given.id()));
            case ADD_TO_GROUP -> members.take(order.group().orElseThrow(), person);
            case SUSPEND -> suspensions.suspend(person, order.reason());
            case READMIT -> suspensions.readmit(person);
        }
    }

    /** What somebody has changed since is left as it is. */
    void takeBack(Bulk bulk, Line line) {
        attempt(bulk, line.person(), Outcome.KEPT, () -> {
            if (store.hold(bulk.id(), line.person(), Outcome.DONE).isEmpty()) return; // another worker was faster
            if (!store.isAsLeft(bulk, line.person())) {
                store.outcome(bulk.id(), line.person(), Outcome.KEPT, "bulk.problem.changed");
                return;
            }
            takeBack(bulk.order(), line);
            store.outcome(bulk.id(), line.person(), Outcome.UNDONE, null);
        });
    }

    private void takeBack(BulkOrder order, Line line) {
        var person = line.person();
        switch (order.act()) {
            case GIVE_PROFILE, TAKE_PROFILE -> restore(person, order.profile().orElseThrow(), line);
            case ADD_TO_GROUP -> members.remove(order.group().orElseThrow(), person);
            case SUSPEND -> suspensions.readmit(person);
            case READMIT -> suspensions.suspend(person, TAKEN_BACK);
        }
    }

    /** As it was held before; what has ended meanwhile is not given anew. */
    private void restore(PersonId person, String profile, Line line) {
        if (line.held() && !isOver(line.heldUntil()))
            assignments.assign(person, profile, Optional.empty(), line.heldUntil());
        else store.given(person, profile).ifPresent(given -> assignments.take(person, given.id()));
    }

    private boolean isOver(Optional<Instant> end) {
        return end.filter(last -> !last.isAfter(clock.instant())).isPresent();
    }

    private void attempt(Bulk bulk, PersonId person, Outcome otherwise, Runnable work) {
        String problem;
        try {
            try {
                transaction.executeWithoutResult(_ -> work.run());
            } catch (ConcurrencyFailureException _) { // she changed something herself in this moment
                transaction.executeWithoutResult(_ -> work.run());
            }
            return;
        } catch (ConcurrencyFailureException | DataIntegrityViolationException _) {
            problem = "bulk.problem.busy";
        } catch (RightsRefused refused) {
            problem = "rights.refused." + refused.rule();
        } catch (PeopleRefused refused) {
            problem = refused.problems().values().iterator().next();
        } catch (GroupRefused refused) {
            problem = refused.key();
        } catch (AccessRefused _) {
            problem = "bulk.problem.refused";
        } catch (NotFound _) {
            problem = "bulk.problem.gone";
        }
        store.outcome(bulk.id(), person, otherwise, problem);
    }
}
