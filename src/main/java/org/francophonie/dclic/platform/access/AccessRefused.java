package org.francophonie.dclic.platform.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** The gate stays shut: the person does not hold the right, or not for this object. */
public class AccessRefused extends AccessDeniedException {
    private static final long serialVersionUID = 1;

    private final @Nullable Right right;

    public AccessRefused(String fact) {
        super(fact);
        right = null;
    }

    public AccessRefused(Right right) {
        super(right.name());
        this.right = right;
    }

    /** The right that is not held; nothing when it is about something else. */
    public Optional<Right> right() {
        return Optional.ofNullable(right);
    }
}
