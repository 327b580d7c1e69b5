package org.francophonie.dclic.platform.access;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * What a service method asks of its caller, looked up once.
 *
 * @param target place among the arguments of the object concerned; -1 when none is named
 */
record GuardedMethod(Method method, Optional<Requires> requires, int target) {
    private static final Map<Key, GuardedMethod> KNOWN = new ConcurrentHashMap<>();

    private record Key(Method called, Class<?> bean) {}

    static GuardedMethod of(MethodInvocation call) {
        var bean = call.getThis();
        var key = new Key(call.getMethod(), bean == null ? call.getMethod().getDeclaringClass() : bean.getClass());
        var known = KNOWN.get(key);
        return known != null ? known : KNOWN.computeIfAbsent(key, GuardedMethod::read);
    }

    private static GuardedMethod read(Key key) {
        var method = AopUtils.getMostSpecificMethod(key.called(), key.bean());
        var requires = Optional.ofNullable(AnnotationUtils.findAnnotation(method, Requires.class));
        return new GuardedMethod(
                method,
                requires,
                requires.map(found -> place(method, found.on())).orElse(-1));
    }

    private static int place(Method method, String name) {
        if (name.isEmpty()) return -1;
        var parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) if (parameters[i].getName().equals(name)) return i;
        throw new IllegalStateException(method + " has no parameter " + name);
    }

    @Nullable
    Object target(@Nullable Object[] arguments) {
        return target < 0 ? null : arguments[target];
    }
}
