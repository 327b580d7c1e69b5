package org.francophonie.dclic.platform.access;

import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;
import org.francophonie.dclic.platform.ids.PersonId;

/**
 * The principal of a signed-in session. It holds the id and what was proved: names and rights are read when needed, so that a
 * change takes effect at once.
 */
public record SignedIn(UUID id, Proof proof) implements Principal, Serializable {

    /** Somebody of whom nothing more is known than that a device brought her. */
    public SignedIn(UUID id) {
        this(id, Proof.NONE);
    }

    public SignedIn with(Proof more) {
        return new SignedIn(id, more);
    }

    public PersonId person() {
        return new PersonId(id);
    }

    @Override
    public String getName() {
        return id.toString();
    }
}
