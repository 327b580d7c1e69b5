package org.francophonie.dclic.authoring;

import java.util.Optional;
import org.francophonie.dclic.platform.files.StoredFile;
import org.francophonie.dclic.platform.ids.CourseId;

/** What was published, for whoever shows it. */
public interface Publications {

    /** The version of a course that newcomers see. */
    Optional<Publication> current(CourseId course);

    Optional<Publication> currentByCode(String code);

    /** A version that a result points at. */
    Optional<Publication> version(PublicationId id);

    /** A file that some publication of a course holds, of the kind that its author gave it. */
    Optional<StoredFile> file(CourseId course, String hash);
}
