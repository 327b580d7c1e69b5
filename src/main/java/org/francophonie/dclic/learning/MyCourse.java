package org.francophonie.dclic.learning;

import java.time.Instant;
import java.util.Optional;
import org.francophonie.dclic.platform.ids.CourseId;

/**
 * One of a learner's courses, as listed.
 *
 * @param nextLesson number of the lesson to go on with, from 1; 0 when only the quiz or nothing is left
 */
public record MyCourse(
        EnrolmentId enrolment,
        CourseId course,
        String code,
        String title,
        Progress progress,
        int nextLesson,
        String nextTitle,
        Optional<Instant> completedAt,
        Instant lastAt) {}
