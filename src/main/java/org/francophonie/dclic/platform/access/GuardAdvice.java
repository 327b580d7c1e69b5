package org.francophonie.dclic.platform.access;

import java.util.Optional;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Operation;
import org.francophonie.dclic.platform.audit.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The outermost advice of every service: asks the gate, and leaves a trace of each refusal after all has been undone. */
public class GuardAdvice implements MethodInterceptor {
    private final ObjectProvider<Gate> gate;
    private final ObjectProvider<Freshness> freshness;
    private final ObjectProvider<Trail> trail;

    GuardAdvice(ObjectProvider<Gate> gate, ObjectProvider<Freshness> freshness, ObjectProvider<Trail> trail) {
        this.gate = gate;
        this.freshness = freshness;
        this.trail = trail;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        var guarded = GuardedMethod.of(call);
        if (guarded.requires().isEmpty()) return Operation.within(call::proceed);

        var requires = guarded.requires().get();
        var right = requires.value();
        var target = guarded.target(call.getArguments());
        try {
            if (target == null) {
                if (!gate.getObject().allows(right)) throw new AccessRefused(right);
            } else gate.getObject().check(right, target);
            if (right.needsFreshSecret() && !requires.looksOnly())
                freshness.getObject().check();
            return confined(requires, call);
        } catch (AccessRefused refused) {
            recordOnce(refused, right, target);
            throw refused;
        }
    }

    /** The outermost act decides: its transaction is the one that those within it work in. */
    private @Nullable Object confined(Requires requires, MethodInvocation call) throws Throwable {
        if (Sight.isDecided()) return Operation.within(call::proceed);
        var sight =
                requires.seesAll() ? Optional.<Sight>empty() : gate.getObject().sight(requires.value());
        return Sight.within(sight, () -> Operation.within(call::proceed));
    }

    /** A refusal passes every service it leaves on its way up; only the innermost writes it down, with the right that was wanting. */
    private void recordOnce(AccessRefused refused, Right right, @Nullable Object target) {
        if (refused.getSuppressed().length > 0) return;
        refused.addSuppressed(new Recorded());
        trail.getObject().recordApart(AuditEntry.refusal(refused.right().orElse(right), target));
    }

    private static final class Recorded extends Exception {
        private static final long serialVersionUID = 1;

        Recorded() {
            super("recorded", null, false, false);
        }
    }
}
