package org.francophonie.dclic.platform.access;

import java.io.Serializable;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The principal of a signed-in session. It holds the id and what was proved: names and rights are read when needed, so that a
 * change takes effect at once.
 *
 * @param acting the one of her profiles by which she acts; null when by all
 */
public record SignedIn(UUID id, Proof proof, @Nullable String acting) implements Principal, Serializable {

    /** Somebody of whom nothing more is known than that a device brought her. */
    public SignedIn(UUID id) {
        this(id, Proof.NONE);
    }

    /** Somebody who acts by all her profiles. */
    public SignedIn(UUID id, Proof proof) {
        this(id, proof, null);
    }

    public SignedIn with(Proof more) {
        return new SignedIn(id, more, acting);
    }

    /** @param profile nothing for all of them */
    public SignedIn actingAs(Optional<String> profile) {
        return new SignedIn(id, proof, profile.orElse(null));
    }

    public PersonId person() {
        return new PersonId(id);
    }

    @Override
    public String getName() {
        return id.toString();
    }
}
