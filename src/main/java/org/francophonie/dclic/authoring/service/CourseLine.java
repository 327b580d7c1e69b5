package org.francophonie.dclic.authoring.service;

import java.time.Instant;
import java.util.Optional;
import org.francophonie.dclic.authoring.Publication;
import org.francophonie.dclic.platform.ids.CourseId;

/**
 * One of the courses that somebody works on.
 *
 * @param published the version that newcomers see
 * @param mayPublish whether the person in front of the screen may publish it
 */
public record CourseLine(
        CourseId id,
        String code,
        String slug,
        String title,
        Instant createdAt,
        Optional<Publication> published,
        boolean mayPublish) {}
