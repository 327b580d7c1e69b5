package org.francophonie.dclic.rights.service;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.rights.Cell;
import org.francophonie.dclic.rights.Profiles;
import org.francophonie.dclic.rights.RightsRefused;
import org.francophonie.dclic.rights.RightsRefused.Rule;
import org.francophonie.dclic.rights.domain.Assignment;
import org.francophonie.dclic.rights.domain.AssignmentRepository;
import org.francophonie.dclic.rights.domain.MatrixRepository;
import org.francophonie.dclic.rights.domain.Profile;
import org.francophonie.dclic.rights.domain.ProfileRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives profiles to people and takes them away, by hand and within the rules. */
@Service
@Transactional
public class AssignmentService {
    private final AssignmentRepository assignments;
    private final ProfileRepository profiles;
    private final MatrixRepository matrix;
    private final Giving giving;
    private final Gate gate;
    private final RightsCache cache;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;

    AssignmentService(
            AssignmentRepository assignments,
            ProfileRepository profiles,
            MatrixRepository matrix,
            Giving giving,
            Gate gate,
            RightsCache cache,
            Trail trail,
            Ids ids,
            Clock clock) {
        this.assignments = assignments;
        this.profiles = profiles;
        this.matrix = matrix;
        this.giving = giving;
        this.gate = gate;
        this.cache = cache;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A profile that somebody holds.
     *
     * @param through the group whose members hold it; nothing when it was given to the person
     * @param within the group beyond which it does not reach
     */
    public record Line(
            UUID id,
            String profile,
            Optional<GroupId> through,
            Optional<GroupId> within,
            Instant since,
            Optional<Instant> until) {}

    /** What somebody holds now, in the order of the codes. */
    @Requires(value = Right.READ_PERSON, on = "person")
    public List<Line> list(PersonId person) {
        trail.recordRead(AuditEntry.read(Right.READ_PERSON)
                .named("profiles")
                .on("PersonId", person)
                .about(person));
        return assignments.heldBy(person.value(), clock.instant()).stream()
                .map(AssignmentService::line)
                .sorted(Comparator.comparing(Line::profile))
                .toList();
    }

    private static Line line(Assignment held) {
        return new Line(
                held.id(),
                held.profile(),
                held.throughGroup().map(GroupId::new),
                held.scopeGroup().map(GroupId::new),
                held.beginning(),
                held.end());
    }

    /** What everybody holds who belongs to a group or to one below it, in the order of the codes. */
    @Requires(value = Right.READ_GROUP, on = "group")
    @Transactional(readOnly = true)
    public List<Line> ofGroup(GroupId group) {
        return assignments.findByGroupIdOrderByProfile(group.value()).stream()
                .filter(held ->
                        held.end().filter(end -> !end.isAfter(clock.instant())).isEmpty())
                .map(AssignmentService::line)
                .toList();
    }

    /**
     * Gives a profile to everybody who belongs to a group or to one below it, now or later; given again, it lasts until the
     * new end.
     *
     * @throws RightsRefused when it is one of the staff, holds more than the actor does, ends before now, or would come to
     *     the actor
     */
    @Requires(value = Right.ASSIGN_PROFILE, on = "group")
    public void assignTo(GroupId group, String profile, Optional<Instant> until) {
        checkByHand(profile);
        if (until.filter(end -> !end.isAfter(clock.instant())).isPresent()) throw new RightsRefused(Rule.ENDS_BEFORE);
        checkWithinMine(Optional.empty());
        if (isOfTheStaff(profile)) throw new RightsRefused(Rule.STAFF_BY_HAND);
        if (cache.belongs(Actors.current(), group)) throw new RightsRefused(Rule.YOURSELF);
        giving.check(Giving.scopes(matrix.findByProfile(profile), _ -> true), Optional.empty(), until);
        var same = assignments.findByGroupIdOrderByProfile(group.value()).stream()
                .filter(held -> held.profile().equals(profile))
                .findFirst();
        if (same.filter(held -> held.end().equals(until)).isPresent()) return;
        var before = same.flatMap(Assignment::end);
        assignments.saveAndFlush(same.orElseGet(() -> Assignment.toGroup(ids.next(), group, profile, clock.instant()))
                .lasting(until));
        giving.checkTwoRemain();
        cache.forgetAfterwards();
        trail.record(AuditEntry.command(Right.ASSIGN_PROFILE)
                .named("assign")
                .on("GroupId", group)
                .change("profile", same.isPresent() ? profile : null, profile)
                .change("until", before.orElse(null), until.orElse(null)));
    }

    /** By its name, or by a right with which much harm can be done to everybody. */
    private boolean isOfTheStaff(String profile) {
        return profiles.findByCode(profile).filter(Profile::isStaff).isPresent()
                || Giving.scopes(matrix.findByProfile(profile), cell -> !cell.prohibits()).entrySet().stream()
                        .anyMatch(each -> each.getKey().risk() == Right.Risk.HIGH && each.getValue() == Scope.ALL);
    }

    /**
     * Takes a profile away from a group. Doing it twice is doing it once.
     *
     * @throws RightsRefused when too few administrators would remain, or when what it forbids is more than the actor holds
     */
    @Requires(value = Right.ASSIGN_PROFILE, on = "group")
    public void takeFrom(GroupId group, UUID assignment) {
        assignments.findByIdAndGroupId(assignment, group.value()).ifPresent(held -> {
            checkWithinMine(Optional.empty());
            end(held);
            trail.record(AuditEntry.command(Right.ASSIGN_PROFILE)
                    .named("take")
                    .on("GroupId", group)
                    .change("profile", held.profile(), null));
        });
    }

    private void end(Assignment held) {
        giving.check(
                Giving.scopes(matrix.findByProfile(held.profile()), Cell::prohibits),
                Optional.empty(),
                Optional.empty());
        assignments.delete(held);
        assignments.flush();
        giving.checkTwoRemain();
        cache.forgetAfterwards();
    }

    /** For as long as it is not taken away, without limit to a group. Giving a profile twice is harmless. */
    @Requires(value = Right.ASSIGN_PROFILE, on = "person")
    public void assign(PersonId person, String profile) {
        assign(person, profile, Optional.empty(), Optional.empty());
    }

    /**
     * Gives a profile; given again, it lasts until the new end.
     *
     * @param within it reaches no further than that group and those below it
     * @throws RightsRefused when it holds more than the actor does, ends before now or is not given by hand
     */
    @Requires(value = Right.ASSIGN_PROFILE, on = "person")
    public void assign(PersonId person, String profile, Optional<GroupId> within, Optional<Instant> until) {
        checkByHand(profile);
        if (Actors.current().is(person)) throw new RightsRefused(Rule.YOURSELF);
        if (until.filter(end -> !end.isAfter(clock.instant())).isPresent()) throw new RightsRefused(Rule.ENDS_BEFORE);
        checkWithinMine(within);
        giving.check(Giving.scopes(matrix.findByProfile(profile), _ -> true), within, until);
        var same = assignments.findByPersonIdAndProfile(person.value(), profile).stream()
                .filter(held -> held.scopeGroup().equals(within.map(GroupId::value)))
                .findFirst();
        if (same.filter(held -> held.end().equals(until)).isPresent()) return;
        var before = same.flatMap(Assignment::end);
        var held = same.orElseGet(() -> fresh(person, profile, within)).lasting(until);
        assignments.saveAndFlush(held);
        giving.checkTwoRemain();
        cache.forgetAfterwards();
        trail.record(AuditEntry.command(Right.ASSIGN_PROFILE)
                .named("assign")
                .on("PersonId", person)
                .about(person)
                .change("profile", same.isPresent() ? profile : null, profile)
                .change("within", null, within.orElse(null))
                .change("until", before.orElse(null), until.orElse(null)));
    }

    /** A visitor is nobody, and the word of a guardian is not ours to give or to forget. */
    private void checkByHand(String profile) {
        if (profile.equals(Profiles.AWAITING_CONSENT)) throw new RightsRefused(Rule.BY_CONSENT);
        if (profile.equals(Profiles.VISITOR)
                || profiles.findByCode(profile).filter(Profile::isActive).isEmpty())
            throw new RightsRefused(Rule.UNKNOWN_PROFILE);
    }

    /** Whoever gives profiles in some groups only gives them for these groups only. */
    private void checkWithinMine(Optional<GroupId> within) {
        if (gate.reach(Right.ASSIGN_PROFILE) == Scope.ALL) return;
        if (within.filter(group -> gate.allows(Right.ASSIGN_PROFILE, group)).isEmpty())
            throw new RightsRefused(Rule.BEYOND_GROUPS);
    }

    private Assignment fresh(PersonId person, String profile, Optional<GroupId> within) {
        var assignment = Assignment.toPerson(ids.next(), person, profile, clock.instant());
        within.ifPresent(assignment::within);
        return assignment;
    }

    /**
     * Takes a profile away that was given to the person; what comes through a group stays. Doing it twice is doing it once.
     *
     * @throws RightsRefused when too few administrators would remain, or when what it forbids is more than the actor holds
     */
    @Requires(value = Right.ASSIGN_PROFILE, on = "person")
    public void take(PersonId person, UUID assignment) {
        var found = assignments.findByIdAndPersonId(assignment, person.value());
        if (found.isEmpty()) return;
        var held = found.get();
        if (held.profile().equals(Profiles.AWAITING_CONSENT)) throw new RightsRefused(Rule.BY_CONSENT);
        checkWithinMine(held.scopeGroup().map(GroupId::new));
        end(held);
        trail.record(AuditEntry.command(Right.ASSIGN_PROFILE)
                .named("take")
                .on("PersonId", person)
                .about(person)
                .change("profile", held.profile(), null));
    }
}
