package org.francophonie.dclic.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.access.Actor;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.GuardConfiguration;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Service;
import org.springframework.util.ClassUtils;

/** The shipped matrix against an independent table, and every service method against the matrix. */
@Requirement({"F-124", "F-125"})
class RightsMatrixTest extends PlatformTest {
    @Autowired
    private Gate gate;

    @Autowired
    private ApplicationContext context;

    private Actor actor(String profile) throws Exception {
        return profile.equals("VISITOR")
                ? Actor.VISITOR
                : Actor.of(somebody(profile).id());
    }

    @Test
    void every_right_of_every_profile_reaches_as_far_as_the_table_says() throws Exception {
        var wrong = new ArrayList<String>();
        for (var profile : ExpectedRights.table().entrySet()) {
            assertThat(profile.getValue().keySet())
                    .as("the table names every right")
                    .containsExactlyInAnyOrder(Right.values());
            var actor = actor(profile.getKey());
            for (var right : Right.values()) {
                var reach = Actors.runAs(actor, () -> gate.reach(right));
                if (reach != profile.getValue().get(right))
                    wrong.add(profile.getKey() + " " + right + " reaches " + reach);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_guarded_service_method_refuses_whoever_lacks_its_right_and_writes_it_down() throws Exception {
        var opened = new TreeSet<String>();
        int refusals = 0;
        for (var profile : ExpectedRights.table().entrySet()) {
            var actor = actor(profile.getKey());
            for (var method : guarded()) {
                var right = method.method().getAnnotation(Requires.class).value();
                if (profile.getValue().get(right) != Scope.NONE) continue;
                refusals++;
                if (!isRefused(actor, method)) opened.add(profile.getKey() + " " + method.method());
            }
        }
        assertThat(opened).isEmpty();
        assertThat(refusals).isGreaterThan(50);
        assertThat(sql.sql("select count(*) from audit.audit_event where outcome = 'REFUSED' and nature = 'COMMAND'")
                        .query(Long.class)
                        .single())
                .isGreaterThanOrEqualTo(refusals);
    }

    private record Guarded(Object bean, Method method) {}

    private List<Guarded> guarded() {
        var guarded = new ArrayList<Guarded>();
        context.getBeansWithAnnotation(Service.class).values().forEach(bean -> GuardConfiguration.guardable(
                        ClassUtils.getUserClass(bean))
                .filter(method -> method.isAnnotationPresent(Requires.class))
                .forEach(method -> guarded.add(new Guarded(bean, method))));
        assertThat(guarded).isNotEmpty();
        return guarded;
    }

    private static boolean isRefused(Actor actor, Guarded guarded) throws Exception {
        var arguments = Arrays.stream(guarded.method().getParameterTypes())
                .map(type -> type.isPrimitive()
                        ? java.lang.reflect.Array.get(java.lang.reflect.Array.newInstance(type, 1), 0)
                        : null)
                .toArray();
        return Actors.runAs(actor, () -> {
            try {
                guarded.method().invoke(guarded.bean(), arguments);
                return false;
            } catch (InvocationTargetException e) {
                return e.getCause() instanceof AccessRefused;
            }
        });
    }
}
