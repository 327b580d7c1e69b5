package org.francophonie.dclic.platform.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One command of one person, which may span several transactions; its id ties their events and revisions together. */
public final class Operation {
    private static final ScopedValue<UUID> CURRENT = ScopedValue.newInstance();

    private Operation() {}

    /** The work of an operation. */
    public interface Work<X extends Throwable> {
        @Nullable
        Object run() throws X;
    }

    /** Runs within the operation under way, or within a new one. */
    public static <X extends Throwable> @Nullable Object within(Work<X> work) throws X {
        if (CURRENT.isBound()) return work.run();
        return ScopedValue.where(CURRENT, UUID.randomUUID()).call(work::run);
    }

    /** Goes on with an operation on another thread. */
    public static <X extends Throwable> @Nullable Object goingOn(UUID operation, Work<X> work) throws X {
        return ScopedValue.where(CURRENT, operation).call(work::run);
    }

    public static UUID current() {
        return CURRENT.isBound() ? CURRENT.get() : UUID.randomUUID();
    }
}
