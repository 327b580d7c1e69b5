package org.francophonie.dclic.rights.service;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.francophonie.dclic.platform.access.Actor;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.rights.Cell;
import org.francophonie.dclic.rights.Standing;
import org.francophonie.dclic.rights.domain.AssignmentRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says why somebody may do something, or why not: the gate's own reckoning, step by step. */
@Service
@Transactional(readOnly = true)
public class ExplanationService {
    private final AssignmentRepository assignments;
    private final RightsCache cache;
    private final Standing standing;
    private final Trail trail;
    private final Clock clock;

    ExplanationService(
            AssignmentRepository assignments, RightsCache cache, Standing standing, Trail trail, Clock clock) {
        this.assignments = assignments;
        this.cache = cache;
        this.standing = standing;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * One profile that somebody holds, and what it says of the right.
     *
     * @param through the group whose members hold it; nothing when it was given to the person
     * @param within the group beyond which it does not reach
     */
    public record Reason(
            String profile, Optional<GroupId> through, Optional<GroupId> within, Optional<Instant> until, Cell cell) {}

    /**
     * The answer of the gate, with its reasons.
     *
     * @param active whoever is suspended may do nothing, whatever the profiles say
     * @param reach how far the right reaches at most
     */
    public record Explanation(boolean active, Scope reach, List<Reason> reasons) {}

    @Requires(value = Right.READ_PERSON, on = "person")
    public Explanation explain(PersonId person, Right right) {
        var matrix = cache.matrix();
        var reasons = assignments.heldBy(person.value(), clock.instant()).stream()
                .map(held -> new Reason(
                        held.profile(),
                        held.throughGroup().map(GroupId::new),
                        held.scopeGroup().map(GroupId::new),
                        held.end(),
                        matrix.cell(held.profile(), right)))
                .toList();
        trail.recordRead(AuditEntry.read(Right.READ_PERSON)
                .named("explain")
                .on("PersonId", person)
                .about(person));
        return new Explanation(
                standing.isActive(person),
                cache.holdings(Actor.of(person)).reach(matrix, right).outer(),
                reasons);
    }
}
