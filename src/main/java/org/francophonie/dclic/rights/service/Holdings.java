package org.francophonie.dclic.rights.service;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.rights.Cell.Effect;

/**
 * What one person holds: profiles, each with the groups over which it reaches. Profiles add up; a prohibition wins.
 *
 * @param everything the platform's own jobs: nothing is refused to them
 * @param acting the profile that allows alone, while the person acts by it; the others go on forbidding
 */
record Holdings(List<Holding> holdings, boolean everything, Optional<String> acting) {

    /**
     * @param groups the groups over which GROUP reaches
     * @param confined the profile was given for these groups only: even ALL reaches no further
     * @param until when it ends; nothing when it does not
     */
    record Holding(String profile, Set<UUID> groups, boolean confined, Optional<Instant> until) {}

    /** How far a right reaches, what is taken away from it, and over which groups each. */
    record Reach(Scope allowed, Scope prohibited, Set<UUID> allowedGroups, Set<UUID> prohibitedGroups) {
        /** How far the right reaches at most: nowhere when nothing that is allowed escapes the prohibition. */
        Scope outer() {
            return escapes() ? allowed : Scope.NONE;
        }

        private boolean escapes() {
            if (allowed == Scope.GROUP && prohibited == Scope.GROUP)
                return !prohibitedGroups.containsAll(allowedGroups);
            // without a group, GROUP takes in no more than what is one's own
            var widest = allowed == Scope.GROUP && allowedGroups.isEmpty() ? Scope.OWN : allowed;
            return widest.compareTo(prohibited) > 0;
        }
    }

    static final Holdings NOTHING = new Holdings(List.of(), false, Optional.empty());

    static final Holdings OF_A_JOB = new Holdings(List.of(), true, Optional.empty());

    /** What is held at least until then; for ever, when no end is said. Prohibitions count however short they are. */
    Holdings lasting(Matrix matrix, Right right, Optional<Instant> end) {
        return new Holdings(
                holdings.stream()
                        .filter(holding -> matrix.cell(holding.profile(), right).prohibits()
                                || holding.until().isEmpty()
                                || end.filter(last ->
                                                !last.isAfter(holding.until().get()))
                                        .isPresent())
                        .toList(),
                everything,
                acting);
    }

    /** When the first of them ends; nothing when none does. */
    Optional<Instant> firstEnd() {
        return holdings.stream().flatMap(holding -> holding.until().stream()).min(Comparator.naturalOrder());
    }

    /** Whoever does not hold that profile any more acts by all. */
    Holdings as(String profile) {
        return profiles().contains(profile) ? new Holdings(holdings, everything, Optional.of(profile)) : this;
    }

    /** Those that have this effect on the right. */
    private Stream<Holding> of(Matrix matrix, Right right, Effect effect) {
        return holdings.stream()
                .filter(holding -> matrix.cell(holding.profile(), right).effect() == effect)
                .filter(holding -> effect == Effect.PROHIBIT
                        || acting.isEmpty()
                        || acting.get().equals(holding.profile()));
    }

    Reach reach(Matrix matrix, Right right) {
        if (everything) return new Reach(Scope.ALL, Scope.NONE, Set.of(), Set.of());
        return new Reach(
                scope(matrix, right, Effect.ALLOW),
                scope(matrix, right, Effect.PROHIBIT),
                groups(matrix, right, Effect.ALLOW),
                groups(matrix, right, Effect.PROHIBIT));
    }

    /** Is the right held at least so far, for everything that lies within that scope? Only then may it be given on. */
    boolean covers(Matrix matrix, Right right, Scope scope) {
        var reach = reach(matrix, right);
        return scope == Scope.NONE
                || reach.prohibited() == Scope.NONE && reach.allowed().compareTo(scope) >= 0;
    }

    private Scope scope(Matrix matrix, Right right, Effect effect) {
        return of(matrix, right, effect)
                .map(holding -> scope(matrix, right, holding))
                .reduce(Scope.NONE, Scope::max);
    }

    private static Scope scope(Matrix matrix, Right right, Holding holding) {
        var cell = matrix.cell(holding.profile(), right);
        return holding.confined() && !cell.prohibits() ? confined(right, cell.scope()) : cell.scope();
    }

    /** What a right that was given for some groups only is good for: nothing, when it knows no groups. */
    static Scope confined(Right right, Scope scope) {
        if (scope != Scope.ALL) return scope;
        return right.scopes().contains(Scope.GROUP) ? Scope.GROUP : Scope.NONE;
    }

    private Set<UUID> groups(Matrix matrix, Right right, Effect effect) {
        return of(matrix, right, effect)
                .filter(holding -> scope(matrix, right, holding) == Scope.GROUP)
                .flatMap(holding -> holding.groups().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    Set<String> profiles() {
        return holdings.stream().map(Holding::profile).collect(Collectors.toCollection(java.util.TreeSet::new));
    }
}
