package org.francophonie.dclic.platform.access;

import java.lang.reflect.Method;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Operation;
import org.francophonie.dclic.platform.audit.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotationUtils;

/** The outermost advice of every service: asks the gate, and leaves a trace of each refusal after all has been undone. */
public class GuardAdvice implements MethodInterceptor {
    private final ObjectProvider<Gate> gate;
    private final ObjectProvider<Trail> trail;

    GuardAdvice(ObjectProvider<Gate> gate, ObjectProvider<Trail> trail) {
        this.gate = gate;
        this.trail = trail;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        var method = concrete(call);
        var requires = AnnotationUtils.findAnnotation(method, Requires.class);
        if (requires == null) return Operation.within(call::proceed);

        var target = requires.on().isEmpty() ? null : argument(method, call.getArguments(), requires.on());
        try {
            if (target == null) {
                if (!gate.getObject().allows(requires.value())) throw new AccessRefused(requires.value());
            } else gate.getObject().check(requires.value(), target);
            return Operation.within(call::proceed);
        } catch (AccessRefused refused) {
            recordOnce(refused, requires.value(), target);
            throw refused;
        }
    }

    /** A refusal passes every service it leaves on its way up; only the innermost writes it down. */
    private void recordOnce(AccessRefused refused, Right right, @Nullable Object target) {
        if (refused.getSuppressed().length > 0) return;
        refused.addSuppressed(new Recorded());
        trail.getObject().recordApart(AuditEntry.refusal(right, target));
    }

    private static Method concrete(MethodInvocation call) {
        var bean = call.getThis();
        return bean == null ? call.getMethod() : AopUtils.getMostSpecificMethod(call.getMethod(), bean.getClass());
    }

    private static @Nullable Object argument(Method method, @Nullable Object[] arguments, String name) {
        var parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) if (parameters[i].getName().equals(name)) return arguments[i];
        throw new IllegalStateException(method + " has no parameter " + name);
    }

    private static final class Recorded extends Exception {
        private static final long serialVersionUID = 1;

        Recorded() {
            super("recorded", null, false, false);
        }
    }
}
