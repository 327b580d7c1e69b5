package org.francophonie.dclic.authoring.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.francophonie.dclic.authoring.Publication;
import org.francophonie.dclic.platform.ids.CourseId;

/**
 * One of the courses that somebody works on.
 *
 * @param authors as the course names them
 * @param isDiscarded whether it lies in the bin
 * @param published the version that newcomers see
 * @param changedAt when the working copy was last changed
 * @param mayRewrite whether the person in front of the screen may bring a new working copy in
 * @param mayPublish whether the person in front of the screen may publish it
 * @param mayDiscard whether the person in front of the screen may put it into the bin, or take it out
 */
public record CourseLine(
        CourseId id,
        String code,
        String slug,
        String title,
        List<String> authors,
        boolean isDiscarded,
        Instant createdAt,
        Instant changedAt,
        Optional<Publication> published,
        boolean mayRewrite,
        boolean mayPublish,
        boolean mayDiscard) {

    /** The working copy holds what learners do not see yet. */
    public boolean isAhead() {
        return published
                .filter(version -> !version.publishedAt().isBefore(changedAt))
                .isEmpty();
    }
}
