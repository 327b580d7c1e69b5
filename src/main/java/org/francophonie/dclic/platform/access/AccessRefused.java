package org.francophonie.dclic.platform.access;

import org.springframework.security.access.AccessDeniedException;

/** The gate stays shut: the person does not hold the right, or not for this object. */
public class AccessRefused extends AccessDeniedException {
    private static final long serialVersionUID = 1;

    public AccessRefused(String fact) {
        super(fact);
    }

    public AccessRefused(Right right) {
        super(right.name());
    }
}
