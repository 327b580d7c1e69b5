package org.francophonie.dclic.authoring.service;

import java.time.Instant;
import java.util.Optional;
import org.francophonie.dclic.authoring.Publication;
import org.francophonie.dclic.platform.ids.CourseId;

/**
 * One of the courses that somebody works on.
 *
 * @param published the version that newcomers see
 * @param changedAt when the working copy was last changed
 * @param mayRewrite whether the person in front of the screen may bring a new working copy in
 * @param mayPublish whether the person in front of the screen may publish it
 */
public record CourseLine(
        CourseId id,
        String code,
        String slug,
        String title,
        Instant createdAt,
        Instant changedAt,
        Optional<Publication> published,
        boolean mayRewrite,
        boolean mayPublish) {

    /** The working copy holds what learners do not see yet. */
    public boolean isAhead() {
        return published
                .filter(version -> !version.publishedAt().isBefore(changedAt))
                .isEmpty();
    }
}
