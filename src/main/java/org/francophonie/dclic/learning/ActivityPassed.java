package org.francophonie.dclic.learning;

import java.time.Instant;
import java.util.UUID;
import org.francophonie.dclic.platform.ids.CourseId;
import org.francophonie.dclic.platform.ids.PersonId;

/** A step of a course beside its lessons was passed; modules above send events that implement it. */
public interface ActivityPassed {
    PersonId learner();

    CourseId course();

    /** The step, by the id it has in the publication. */
    UUID step();

    Instant at();
}
