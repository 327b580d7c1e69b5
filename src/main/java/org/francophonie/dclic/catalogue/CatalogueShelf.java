package org.francophonie.dclic.catalogue;

import java.util.Set;
import org.francophonie.dclic.platform.ids.CourseId;

/** Where authoring puts what it publishes. */
public interface CatalogueShelf {

    /** Shows a course, or shows its newer card. */
    void put(CourseCard card);

    /** Courses whose cards were put by an older version of the platform, and want to be put again. */
    Set<CourseId> outdated();
}
