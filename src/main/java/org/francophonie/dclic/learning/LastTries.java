package org.francophonie.dclic.learning;

import java.time.Instant;
import java.util.Optional;
import org.francophonie.dclic.platform.ids.CourseId;

/** What the module of quizzes tells of a learner's tries, where her courses are shown. */
public interface LastTries {
    /**
     * A try that did not pass.
     *
     * @param passMark in per cent
     */
    record LastTry(double points, double outOf, int passMark, Instant at) {}

    /** The signed-in learner's last try at the quiz of a course, while none has passed. */
    Optional<LastTry> failed(CourseId course);

    /** Until when the signed-in learner's open try at the quiz of a course is to be handed in, where a time was given. */
    Optional<Instant> runsUntil(CourseId course);
}
