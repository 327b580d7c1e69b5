package org.francophonie.dclic.rights.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.rights.service.Holdings.Reach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What a right reaches at most agrees with what it reaches for each object, whatever is allowed and prohibited. */
@Requirement("F-124")
class ReachTest {
    private static final List<UUID> GROUPS = List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3));

    /** An object: the person's own or not, in some group or in none. */
    private record Thing(boolean own, Set<UUID> groups) {
        boolean within(Scope scope, Set<UUID> reached) {
            return switch (scope) {
                case NONE -> false;
                case OWN -> own;
                case GROUP -> own || groups.stream().anyMatch(reached::contains);
                case ALL -> true;
            };
        }
    }

    @Test
    void a_prohibition_on_ones_own_things_counts_although_no_object_is_named() {
        assertThat(new Reach(Scope.OWN, Scope.OWN, Set.of(), Set.of()).outer()).isEqualTo(Scope.NONE);
        assertThat(new Reach(Scope.OWN, Scope.GROUP, Set.of(), Set.of()).outer())
                .isEqualTo(Scope.NONE);
    }

    @RepeatedTest(200)
    void a_right_is_held_exactly_when_some_object_can_be_reached(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var reach = new Reach(scope(random), scope(random), groups(random), groups(random));

        assertThat(reach.outer() != Scope.NONE).as(reach.toString()).isEqualTo(somethingIsReached(reach));
    }

    private static boolean somethingIsReached(Reach reach) {
        return List.of(true, false).stream().anyMatch(own -> {
            if (allowed(reach, new Thing(own, Set.of()))) return true;
            return GROUPS.stream().anyMatch(group -> allowed(reach, new Thing(own, Set.of(group))));
        });
    }

    private static boolean allowed(Reach reach, Thing thing) {
        return thing.within(reach.allowed(), reach.allowedGroups())
                && !thing.within(reach.prohibited(), reach.prohibitedGroups());
    }

    private static Scope scope(Random random) {
        return Scope.values()[random.nextInt(Scope.values().length)];
    }

    private static Set<UUID> groups(Random random) {
        var some = new HashSet<UUID>();
        for (var group : GROUPS) if (random.nextBoolean()) some.add(group);
        return some;
    }
}
