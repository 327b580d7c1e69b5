package org.francophonie.dclic.identity.service;

import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.platform.ids.PersonId;

/** Sessions of people whose sign-in is not what a test is about. */
final class Begun {
    private Begun() {}

    static Sessions.Opened session(Sessions sessions, PersonId person, Optional<UUID> series) {
        return sessions.begin(person, new Sessions.Proof(Optional.empty(), series, Optional.empty(), false))
                .orElseThrow();
    }
}
