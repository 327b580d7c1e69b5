package org.francophonie.dclic.platform.access;

import java.util.Optional;
import org.francophonie.dclic.platform.ids.PersonId;

/**
 * Who acts: a signed-in person, a visitor, or the platform itself (a job, the demo loader).
 *
 * @param job the name of the job when the platform itself acts
 * @param proof what the person has proved in the session
 * @param acting the one of her profiles by which she acts; nothing when by all
 */
public record Actor(Optional<PersonId> person, Optional<String> job, Proof proof, Optional<String> acting) {
    public static final Actor VISITOR = new Actor(Optional.empty(), Optional.empty(), Proof.NONE, Optional.empty());

    /** Somebody for whom the platform goes on by itself: who she is was proved before. */
    public static Actor of(PersonId person) {
        return new Actor(Optional.of(person), Optional.empty(), Proof.WHOLE, Optional.empty());
    }

    /** Whoever is signed in. */
    static Actor of(SignedIn who) {
        return new Actor(Optional.of(who.person()), Optional.empty(), who.proof(), Optional.ofNullable(who.acting()));
    }

    public static Actor job(String name) {
        return new Actor(Optional.empty(), Optional.of(name), Proof.WHOLE, Optional.empty());
    }

    /** The same, where the platform goes on beside the screen: what had to be proved was proved before. */
    public Actor goingOn() {
        return new Actor(person, job, Proof.WHOLE, acting);
    }

    public boolean isVisitor() {
        return person.isEmpty() && job.isEmpty();
    }

    public boolean is(PersonId somebody) {
        return person.filter(somebody::equals).isPresent();
    }

    /** The person who acts; visitors and jobs have none and are refused. */
    public PersonId requirePerson() {
        return person.orElseThrow(() -> new AccessRefused("a signed-in person is needed"));
    }
}
