package org.francophonie.dclic.identity.bulk;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.francophonie.dclic.identity.bulk.Bulk.Outcome;
import org.francophonie.dclic.identity.bulk.Bulk.State;
import org.francophonie.dclic.identity.service.PeopleRefused;
import org.francophonie.dclic.identity.service.PeopleSearch;
import org.francophonie.dclic.identity.service.PeopleService;
import org.francophonie.dclic.identity.service.SuspensionService;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Freshness;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Open;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.text.HtmlSanitiser;
import org.francophonie.dclic.platform.work.WorkThreads;
import org.springframework.stereotype.Service;

/**
 * One act for many people: looked at first, then done beside the screen for one after the other by the same services as for
 * one alone, so that the same rules hold and each person's trail tells of it. It may be stopped and goes on, and is taken
 * back as a whole but for what somebody has changed since.
 */
@Service
public class BulkService {
    /** People of one act. */
    public static final int MOST = 10_000;

    private static final Duration UNDONE_WITHIN = Duration.ofDays(30);
    private static final Duration LOOK_GOOD_FOR = Duration.ofDays(1);
    private static final int PORTION = 50;

    /** People whom somebody picks one by one. */
    private static final int CHOSEN = 100;

    private static final int LISTED = 10;

    private final BulkStore store;
    private final BulkDoer doer;
    private final PeopleService people;
    private final WorkThreads threads;
    private final Freshness freshness;
    private final Gate gate;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;

    BulkService(
            BulkStore store,
            BulkDoer doer,
            PeopleService people,
            WorkThreads threads,
            Freshness freshness,
            Gate gate,
            Trail trail,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.doer = doer;
        this.people = people;
        this.threads = threads;
        this.freshness = freshness;
        this.gate = gate;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @Open("a random number")
    public UUID newAct() {
        return ids.next();
    }

    /** How many people a search finds, at most one more than an act takes. */
    @Requires(Right.READ_PERSON)
    public int count(PeopleSearch search) {
        var found = people.ids(search, MOST + 1);
        tellLooked(found);
        return found.size();
    }

    /**
     * Writes down what would be done, and for whom something would change.
     *
     * @throws PeopleRefused when there are too many, or nobody, or the order lacks something
     */
    @Requires(Right.READ_PERSON)
    public void begin(UUID id, BulkOrder order, PeopleSearch search) {
        write(id, order, people.ids(search, MOST + 1));
    }

    /** The same for those named; whom one may not see is left out. */
    @Requires(Right.READ_PERSON)
    public void begin(UUID id, BulkOrder order, List<PersonId> chosen) {
        if (chosen.size() > CHOSEN) throw refused("bulk.too-many");
        write(id, order, people.ids(chosen));
    }

    private void write(UUID id, BulkOrder order, Collection<PersonId> chosen) {
        if (!gate.allows(order.act().right()))
            throw new AccessRefused(order.act().right());
        check(order);
        if (chosen.isEmpty()) throw refused("bulk.nobody");
        if (chosen.size() > MOST) throw refused("bulk.too-many");
        tellLooked(chosen);
        store.begin(id, me(), order, chosen);
    }

    /** That somebody is among those found says something of her: few are named, of many the number is told. */
    private void tellLooked(Collection<PersonId> found) {
        var entry = AuditEntry.read(Right.READ_PERSON).named("bulk-look").change("found", null, found.size());
        if (found.size() <= CHOSEN) found.forEach(entry::about);
        trail.recordRead(entry);
    }

    private void check(BulkOrder order) {
        if (order.act().isAboutProfile() && order.profile().isEmpty()) throw refused("bulk.no-profile");
        if (order.act() == BulkAct.ADD_TO_GROUP && order.group().isEmpty()) throw refused("bulk.no-group");
        if (order.until().filter(end -> !end.isAfter(clock.instant())).isPresent())
            throw refused("rights.refused.ENDS_BEFORE");
        if (order.act() == BulkAct.SUSPEND && HtmlSanitiser.line(order.reason()).isEmpty())
            throw refused("people.reason.empty");
        if (order.reason().length() > SuspensionService.LONGEST_REASON) throw refused("people.reason.long");
    }

    private static PeopleRefused refused(String key) {
        return new PeopleRefused(PeopleRefused.Field.WHOLE, key);
    }

    /** One's own. */
    @Requires(Right.READ_PERSON)
    public Optional<Bulk> find(UUID id) {
        return store.find(id, me());
    }

    /** One's own, newest first. */
    @Requires(Right.READ_PERSON)
    public List<Bulk> last() {
        return store.last(me(), LISTED);
    }

    /** Why it was not done, or not taken back, for how many people; by message key. */
    @Requires(Right.READ_PERSON)
    public Map<String, Integer> problems(UUID id) {
        return store.problems(own(id).id());
    }

    private Bulk own(UUID id) {
        return store.find(id, me()).orElseThrow(() -> new NotFound("bulk"));
    }

    /**
     * Does it, or goes on. Told twice, it is done once.
     *
     * @throws PeopleRefused when the look at it was too long ago
     * @throws org.francophonie.dclic.platform.access.SecretNeeded when the secret was given too long ago
     */
    @Requires(Right.READ_PERSON)
    public void run(UUID id) {
        freshness.check();
        var bulk = own(id);
        if (bulk.state() == State.READY && bulk.createdAt().plus(LOOK_GOOD_FOR).isBefore(clock.instant()))
            throw refused("bulk.stale");
        store.work()
                .claim(id, EnumSet.of(State.READY, State.STOPPED), State.RUNNING)
                .ifPresent(worker -> aside(bulk, worker, State.RUNNING, State.DONE, Outcome.WAITING));
    }

    /** How many would be left as they are because somebody has changed them since. */
    @Requires(Right.READ_PERSON)
    public int changedSince(UUID id) {
        return store.changedSince(own(id));
    }

    @Requires(Right.READ_PERSON)
    public boolean isYoung(Bulk bulk) {
        return bulk.createdAt().plus(UNDONE_WITHIN).isAfter(clock.instant());
    }

    /**
     * Takes all of it back, but what somebody has changed since.
     *
     * @throws org.francophonie.dclic.platform.access.SecretNeeded when the secret was given too long ago
     */
    @Requires(Right.READ_PERSON)
    public void undo(UUID id) {
        freshness.check();
        var bulk = own(id);
        if (!isYoung(bulk)) throw new AccessRefused(bulk.order().act().right());
        store.work()
                .claim(id, EnumSet.of(State.DONE, State.STOPPED), State.UNDOING)
                .ifPresent(worker -> aside(bulk, worker, State.UNDOING, State.UNDONE, Outcome.DONE));
    }

    /** Stops after the person whose turn it is; what is not begun is forgotten. */
    @Requires(Right.READ_PERSON)
    public void stop(UUID id) {
        var bulk = own(id);
        if (store.work().move(id, EnumSet.of(State.RUNNING, State.UNDOING), State.STOPPED, null)) tell(bulk, "stop");
        else if (bulk.state() == State.READY) store.delete(id);
    }

    private void aside(Bulk bulk, UUID worker, State during, State then, Outcome todo) {
        var id = bulk.id();
        tell(bulk, during == State.RUNNING ? "run" : "undo"); // by whoever presses the button, where she does
        threads.begin(
                () -> {
                    for (var lines = store.lines(id, todo, PORTION);
                            !lines.isEmpty();
                            lines = store.lines(id, todo, PORTION))
                        for (var line : lines) {
                            if (!store.work().isStill(id, during, worker)) return;
                            if (!gate.allows(bulk.order().act().right())) { // the rest waits for whoever may
                                store.work().move(id, Set.of(during), State.STOPPED, "bulk.problem.stopped");
                                return;
                            }
                            if (todo == Outcome.WAITING) doer.act(bulk, line.person());
                            else doer.takeBack(bulk, line);
                        }
                    if (store.work().move(id, Set.of(during), then, null)) {
                        store.forgetReason(id);
                        tell(bulk, then == State.DONE ? "done" : "undone");
                    }
                },
                incident -> store.work().move(id, Set.of(during), State.STOPPED, "bulk.failed " + incident.number()),
                () -> store.work().leave(id, worker));
    }

    private void tell(Bulk bulk, String act) {
        var entry = AuditEntry.command(bulk.order().act().right())
                .named("bulk-" + act)
                .on("Bulk", bulk.id())
                .change("act", null, bulk.order().act());
        store.find(bulk.id(), me())
                .ifPresent(now -> now.lines().forEach((outcome, number) -> entry.change(outcome.name(), null, number)));
        trail.recordApart(entry);
    }

    private static PersonId me() {
        return Actors.current().requirePerson();
    }
}
