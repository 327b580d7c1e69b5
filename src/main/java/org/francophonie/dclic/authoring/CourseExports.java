package org.francophonie.dclic.authoring;

import java.util.OptionalLong;

/** Published courses as packages to take along and to use again, where their licence says so. */
public interface CourseExports {

    /** About how many bytes the package of a course has; empty when its licence does not say that it may be passed on. */
    OptionalLong weight(PublishedCourse course);

    /**
     * A version without its quiz, whose key is nobody's to read before it is taken.
     *
     * @throws org.francophonie.dclic.platform.errors.NotFound when its licence does not say that it may be passed on
     */
    PackedCourse pack(Publication version);
}
