package org.francophonie.dclic.authoring;

import java.time.Instant;
import org.francophonie.dclic.platform.ids.CourseId;

/** One published version of a course. */
public record Publication(
        PublicationId id, CourseId course, int number, Instant publishedAt, PublishedCourse document) {}
