package org.francophonie.dclic.platform.access;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;
import org.francophonie.dclic.platform.ids.PersonId;

/**
 * The principal of a signed-in session. It holds the id alone: names and rights are read when needed, so that a change
 * takes effect at once.
 */
public record SignedIn(UUID id) implements Principal, Serializable {

    public PersonId person() {
        return new PersonId(id);
    }

    @Override
    public String getName() {
        return id.toString();
    }
}
