package org.francophonie.dclic.platform.access;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.start.StartRefused;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.util.ClassUtils;

/** Puts the gate around every service, outside its transaction, and refuses to start when a method forgot to say who may. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement(order = GuardConfiguration.TRANSACTION_ORDER, proxyTargetClass = true)
public class GuardConfiguration {
    static final int TRANSACTION_ORDER = 100;
    static final int TRACE_ORDER = 200;

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor guardAdvisor(
            ObjectProvider<Gate> gate, ObjectProvider<Freshness> freshness, ObjectProvider<Trail> trail) {
        var advisor = new DefaultPointcutAdvisor(services(), new GuardAdvice(gate, freshness, trail));
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor traceAdvisor(ObjectProvider<Trail> trail) {
        var advisor = new DefaultPointcutAdvisor(services(), new TraceAdvice(trail));
        advisor.setOrder(TRACE_ORDER);
        return advisor;
    }

    @Bean
    PlatformTransactionManager transactionManager(ObjectProvider<TransactionManagerCustomizers> customizers) {
        var manager = new SightedTransactions();
        customizers.ifAvailable(each -> each.customize(manager));
        return manager;
    }

    private static AnnotationMatchingPointcut services() {
        return AnnotationMatchingPointcut.forClassAnnotation(Service.class);
    }

    @Bean
    SmartInitializingSingleton everyServiceMethodSaysWhoMay(ApplicationContext context) {
        return () -> {
            var silent = Arrays.stream(context.getBeanNamesForAnnotation(Service.class))
                    .map(context::getType)
                    .flatMap(type -> type == null ? Stream.of() : guardable(ClassUtils.getUserClass(type)))
                    .filter(method ->
                            !method.isAnnotationPresent(Requires.class) && !method.isAnnotationPresent(Open.class))
                    .map(Method::toString)
                    .toList();
            if (!silent.isEmpty()) throw new StartRefused("Service methods without @Requires or @Open: " + silent);
        };
    }

    /** The methods of a service that callers can reach. */
    public static Stream<Method> guardable(Class<?> service) {
        if (!service.getName().startsWith("org.francophonie.dclic")) return Stream.of();
        return Arrays.stream(service.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic());
    }
}
