package org.francophonie.dclic.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The right that a service method asks of its caller; the gate checks it before anything else happens. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {
    Right value();

    /**
     * The name of the parameter that names the object concerned. Without it any scope but NONE opens the gate, and the
     * method itself keeps to what is the caller's own or filters by {@link Gate#filter}.
     */
    String on() default "";

    /**
     * Whether the method only looks, where the right is one to act: it changes nothing, so that no fresh secret is asked for
     * and no act is written down. What it shows of people it tells the trail itself.
     */
    boolean looksOnly() default false;

    /**
     * Whether the act depends on rows that lie beyond the caller's reach, such as whose address it is that was typed: the
     * database shows it everything, and the method alone answers for what it does and tells ({@link Sight}).
     */
    boolean seesAll() default false;
}
