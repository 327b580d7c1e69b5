package org.francophonie.dclic.platform.errors;

import com.vaadin.flow.router.NotFoundException;

/** What was asked for is not there, or not for this person: both look alike. */
public class NotFound extends NotFoundException {
    private static final long serialVersionUID = 1;

    public NotFound(String what) {
        super(what);
    }
}
