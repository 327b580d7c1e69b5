package org.francophonie.dclic.rights.service;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.francophonie.dclic.platform.access.Actor;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.rights.Profiles;
import org.francophonie.dclic.rights.Standing;
import org.francophonie.dclic.rights.domain.Assignment;
import org.francophonie.dclic.rights.domain.AssignmentRepository;
import org.francophonie.dclic.rights.domain.MatrixRepository;
import org.francophonie.dclic.rights.service.Holdings.Holding;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The matrix and what people hold, as of a version that is compared with the database at most once a second: a change
 * made on any node counts everywhere within two seconds.
 */
@Component
class RightsCache {
    private static final long MILLISECONDS_BETWEEN_LOOKS = 1000;
    private static final int PEOPLE = 20_000;

    /** @param staff codes of the profiles that are the staff's by name */
    private record Snapshot(long version, Matrix matrix, Set<String> staff, Map<PersonId, Kept> people) {}

    private static final Snapshot NOTHING = new Snapshot(-1, Matrix.of(List.of()), Set.of(), Map.of());

    /** Holdings begin and end by themselves: they are read again after a minute, or when the first of them ends. */
    private record Kept(Holdings holdings, boolean staff, boolean needsSecondFactor, Instant until) {}

    private final MatrixRepository matrix;
    private final AssignmentRepository assignments;
    private final Standing standing;
    private final JdbcClient sql;
    private final Clock clock;
    private final TransactionTemplate apart;
    private volatile Snapshot snapshot = NOTHING;
    private volatile long looked;

    RightsCache(
            MatrixRepository matrix,
            AssignmentRepository assignments,
            Standing standing,
            JdbcClient sql,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.matrix = matrix;
        this.assignments = assignments;
        this.standing = standing;
        this.sql = sql;
        this.clock = clock;
        apart = new TransactionTemplate(transactions);
        apart.setReadOnly(true);
        // Joins the transaction under way: its own uncommitted grants count for it, and no second connection is held.
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRED);
    }

    Matrix matrix() {
        return fresh().matrix();
    }

    Holdings holdings(Actor actor) {
        if (actor.job().isPresent()) return Holdings.OF_A_JOB;
        var person = actor.person();
        if (person.isEmpty())
            return new Holdings(
                    List.of(new Holding(Profiles.VISITOR, Set.of(), false, Optional.empty())), false, Optional.empty());
        if (needsSecondFactor(actor)) return Holdings.NOTHING;
        var all = holdings(person.get());
        return actor.acting().map(all::as).orElse(all);
    }

    /** A session in which too little was proved gives nothing, however the profile came to the person. */
    boolean needsSecondFactor(Actor actor) {
        return !actor.proof().secondFactor()
                && actor.person()
                        .filter(person -> kept(person).needsSecondFactor())
                        .isPresent();
    }

    Holdings holdings(PersonId person) {
        return kept(person).holdings();
    }

    private Kept kept(PersonId person) {
        var current = fresh();
        var people = current.people();
        var kept = people.get(person);
        if (kept != null && kept.until().isAfter(clock.instant())) return kept;
        if (people.size() > PEOPLE) people.clear();
        var holdings = read(person);
        var staff = isStaff(holdings, current);
        var minute = clock.instant().plusSeconds(60);
        var read = new Kept(
                holdings,
                staff,
                standing.needsSecondFactor(person, staff),
                holdings.firstEnd().filter(minute::isAfter).orElse(minute));
        people.put(person, read);
        return read;
    }

    /** Forgets everything once the change under way is committed or undone: what was read within it may never have been. */
    void forgetAfterwards() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            forget();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                forget();
            }
        });
    }

    private void forget() {
        snapshot = NOTHING;
    }

    private Snapshot fresh() {
        var now = System.nanoTime() / 1_000_000;
        var current = snapshot;
        if (current.version() >= 0 && now - looked < MILLISECONDS_BETWEEN_LOOKS) return current;
        looked = now;
        long version = sql.sql("select version from rights.matrix_version")
                .query(Long.class)
                .single();
        if (version == current.version()) return current;
        var cells = apart.execute(_ -> matrix.inForce());
        var next = new Snapshot(
                version,
                Matrix.of(cells == null ? List.of() : cells),
                Set.copyOf(sql.sql("select code from rights.profile where staff")
                        .query(String.class)
                        .list()),
                new ConcurrentHashMap<>());
        snapshot = next;
        return next;
    }

    boolean isStaff(PersonId person) {
        return kept(person).staff();
    }

    /** By the name of a profile, or by what it gives: a copy of another one may be called as it likes. */
    private static boolean isStaff(Holdings holdings, Snapshot current) {
        return holdings.profiles().stream().anyMatch(current.staff()::contains)
                || Arrays.stream(Right.values())
                        .filter(right -> right.risk() == Right.Risk.HIGH)
                        .anyMatch(
                                right -> holdings.reach(current.matrix(), right).outer() == Scope.ALL);
    }

    private Holdings read(PersonId person) {
        if (!standing.isActive(person)) return Holdings.NOTHING;
        var held = apart.execute(_ -> assignments.heldBy(person.value(), clock.instant()));
        if (held == null) return Holdings.NOTHING;
        var managed = groups("select group_id from rights.reach where person_id = ?", person.value());
        return new Holdings(
                held.stream().map(assignment -> holding(assignment, managed)).toList(), false, Optional.empty());
    }

    private Holding holding(Assignment assignment, Set<UUID> managed) {
        return assignment
                .scopeGroup()
                .map(group -> new Holding(
                        assignment.profile(),
                        groups("select group_id from rights.branch where ancestor_id = ?", group),
                        true,
                        assignment.end()))
                .orElseGet(() -> new Holding(assignment.profile(), managed, false, assignment.end()));
    }

    /** To the group itself, or to one below it. */
    boolean belongs(Actor actor, GroupId group) {
        return actor.person()
                .filter(person -> sql.sql("""
                                select exists (select from rights.member m join rights.branch b on b.group_id = m.group_id
                                    where m.person_id = ? and b.ancestor_id = ?)""")
                        .param(person.value())
                        .param(group.value())
                        .query(Boolean.class)
                        .single())
                .isPresent();
    }

    private Set<UUID> groups(String query, UUID key) {
        return Set.copyOf(sql.sql(query).param(key).query(UUID.class).list());
    }
}
