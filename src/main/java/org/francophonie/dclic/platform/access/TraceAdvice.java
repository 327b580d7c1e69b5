package org.francophonie.dclic.platform.access;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The innermost advice, inside the transaction: writes the event of an act that the service did not describe itself. A
 * service that knows values before and after describes its act with {@link Trail#record}; then nothing is added here.
 */
class TraceAdvice implements MethodInterceptor {
    private final ObjectProvider<Trail> trail;

    TraceAdvice(ObjectProvider<Trail> trail) {
        this.trail = trail;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        var guarded = GuardedMethod.of(call);
        var traced = guarded.requires()
                .filter(requires -> !requires.looksOnly())
                .map(Requires::value)
                .filter(right -> right.trace() == Right.Trace.COMMAND);
        if (traced.isEmpty() || Trail.Described.isOpen())
            return call.proceed(); // within another command: that one tells

        var described = Trail.Described.open();
        try {
            var result = call.proceed();
            if (!described.happened())
                trail.getObject()
                        .record(AuditEntry.command(traced.get())
                                .named(guarded.method().getName()));
            return result;
        } finally {
            described.close();
        }
    }
}
