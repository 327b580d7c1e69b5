package org.francophonie.dclic.learning.service;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.francophonie.dclic.authoring.Publication;
import org.francophonie.dclic.learning.EnrolmentId;
import org.francophonie.dclic.learning.Progress;

/**
 * A learner in a course: the version followed and what was done of it.
 *
 * @param done ids of lessons read and other steps passed
 * @param resume number of the lesson to go on with, from 1
 * @param resumeBlock the block of that lesson that was last in sight
 */
public record CourseVisit(
        EnrolmentId enrolment,
        Publication publication,
        Set<UUID> done,
        Progress progress,
        int resume,
        int resumeBlock,
        Optional<Instant> completedAt) {}
