package org.francophonie.dclic.platform.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.francophonie.dclic.platform.ids.PersonId;

/**
 * Whose rows the database shows to the act under way, where the gate let it reach no further: the second line, should a
 * service forget to filter. Acts that reach everything, jobs and open methods have none.
 *
 * @param groups those for whose people the right is held
 */
public record Sight(PersonId person, Set<UUID> groups) {
    /** Bound, and perhaps to nothing, within the outermost act. */
    private static final ScopedValue<Optional<Sight>> CURRENT = ScopedValue.newInstance();

    static boolean isDecided() {
        return CURRENT.isBound();
    }

    /** What the transactions that begin now are confined to. */
    static Optional<Sight> current() {
        return isDecided() ? CURRENT.get() : Optional.empty();
    }

    static <T> T within(Optional<Sight> sight, ScopedValue.CallableOp<T, Throwable> work) throws Throwable {
        return ScopedValue.where(CURRENT, sight).call(work);
    }
}
