package org.francophonie.dclic.platform.access;

import java.util.concurrent.Callable;
import org.springframework.security.core.context.SecurityContextHolder;

/** Tells who acts on the current thread. */
public final class Actors {
    private static final ScopedValue<Actor> AS = ScopedValue.newInstance();

    private Actors() {}

    public static Actor current() {
        if (AS.isBound()) return AS.get();
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.isAuthenticated()
                && authentication.getPrincipal() instanceof SignedIn signedIn) return Actor.of(signedIn);
        return Actor.VISITOR;
    }

    /** Runs the work as someone else: a job, or the person for whom a background thread goes on. */
    public static <T> T runAs(Actor actor, Callable<T> work) throws Exception {
        return ScopedValue.where(AS, actor).call(work::call);
    }

    public static void runAs(Actor actor, Runnable work) {
        ScopedValue.where(AS, actor).run(work);
    }
}
