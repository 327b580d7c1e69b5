package org.francophonie.dclic.assessment;

import java.time.Instant;
import java.util.UUID;
import org.francophonie.dclic.learning.ActivityPassed;
import org.francophonie.dclic.platform.ids.CourseId;
import org.francophonie.dclic.platform.ids.PersonId;

/** A quiz was handed in and passed. */
public record AttemptGraded(PersonId learner, CourseId course, UUID step, Instant at) implements ActivityPassed {}
