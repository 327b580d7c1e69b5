package org.francophonie.dclic.identity.service;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.francophonie.dclic.platform.access.Proof;
import org.francophonie.dclic.platform.ids.PersonId;

/** What a signed-in person has shown just now; only what checked it makes one. */
public final class Proven {
    private final PersonId person;
    private final UnaryOperator<Proof> change;

    private Proven(PersonId person, UnaryOperator<Proof> change) {
        this.person = person;
        this.change = change;
    }

    static Proven secondFactor(PersonId person) {
        return new Proven(person, Proof::withSecondFactor);
    }

    static Proven secret(PersonId person, Instant at) {
        return new Proven(person, before -> before.withSecret(at));
    }

    /** There is no second factor any more that was proved. */
    static Proven noSecondFactor(PersonId person) {
        return new Proven(person, before -> new Proof(false, before.secretAt()));
    }

    PersonId person() {
        return person;
    }

    Proof beside(Proof before) {
        return change.apply(before);
    }
}
