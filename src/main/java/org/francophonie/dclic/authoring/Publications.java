package org.francophonie.dclic.authoring;

import java.util.Optional;
import org.francophonie.dclic.platform.ids.CourseId;

/** What was published, for whoever shows it. */
public interface Publications {

    /** The version of a course that newcomers see. */
    Optional<Publication> current(CourseId course);

    Optional<Publication> currentByCode(String code);

    /** A version that a result points at. */
    Optional<Publication> version(PublicationId id);

    /** Does some publication of a course hold this file? Only then may it be served with that course. */
    boolean holdsFile(CourseId course, String hash);
}
