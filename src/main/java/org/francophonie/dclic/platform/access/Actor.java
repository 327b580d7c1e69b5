package org.francophonie.dclic.platform.access;

import java.util.Optional;
import org.francophonie.dclic.platform.ids.PersonId;

/**
 * Who acts: a signed-in person, a visitor, or the platform itself (a job, the demo loader).
 *
 * @param job the name of the job when the platform itself acts
 */
public record Actor(Optional<PersonId> person, Optional<String> job) {
    public static final Actor VISITOR = new Actor(Optional.empty(), Optional.empty());

    public static Actor of(PersonId person) {
        return new Actor(Optional.of(person), Optional.empty());
    }

    public static Actor job(String name) {
        return new Actor(Optional.empty(), Optional.of(name));
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
