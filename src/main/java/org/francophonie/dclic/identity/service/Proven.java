package org.francophonie.dclic.identity.service;

import java.time.Instant;
import java.util.Optional;
import org.francophonie.dclic.platform.access.Proof;
import org.francophonie.dclic.platform.ids.PersonId;

/** What a signed-in person has shown just now; only what checked it makes one. */
public final class Proven {
    private final PersonId person;
    private final Optional<Instant> secretAt;

    private Proven(PersonId person, Optional<Instant> secretAt) {
        this.person = person;
        this.secretAt = secretAt;
    }

    static Proven secondFactor(PersonId person) {
        return new Proven(person, Optional.empty());
    }

    static Proven secret(PersonId person, Instant at) {
        return new Proven(person, Optional.of(at));
    }

    PersonId person() {
        return person;
    }

    Proof beside(Proof before) {
        return secretAt.map(before::withSecret).orElseGet(before::withSecondFactor);
    }
}
