package org.francophonie.dclic.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.francophonie.dclic.platform.ids.CourseId;

/** The library as other modules use it. */
public interface Catalogue {

    Found search(Search search);

    Optional<CourseCard> card(CourseId course);

    Optional<CourseCard> cardByCode(String code);

    /** Newest first, without those named. */
    List<CourseRow> newest(int most, Set<CourseId> without);

    /** Rows of the courses named, in no order; unpublished ones are left out. */
    List<CourseRow> rows(Set<CourseId> courses);

    /** All addresses, for the sitemap. */
    List<CourseRow> all(int page);
}
