package org.francophonie.dclic.platform.access;

import java.util.Optional;
import org.springframework.data.jpa.domain.Specification;

/** The one place that answers "may this person do that, to this?". */
public interface Gate {

    /** How far the current actor's right reaches; {@link Scope#NONE} when it is not held. */
    Scope reach(Right right);

    /** Is the right held at all? Screens are built from this: what is not allowed is not built. */
    default boolean allows(Right right) {
        return reach(right) != Scope.NONE;
    }

    /** What the current actor's right lets the database show; nothing said when it reaches everything. */
    Optional<Sight> sight(Right right);

    /** Does the signed-in person have to prove more than a secret first? Until then she holds nothing. */
    boolean needsSecondFactor();

    /** Is the right held for this object, named by its id? */
    boolean allows(Right right, Object target);

    /** Lets the act pass or throws {@link AccessRefused}. */
    void check(Right right, Object target);

    /** Keeps of a list what {@link #allows(Right, Object)} would allow one by one. */
    <E> Specification<E> filter(Right right, Class<E> entity);
}
