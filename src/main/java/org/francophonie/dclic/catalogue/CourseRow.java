package org.francophonie.dclic.catalogue;

import org.francophonie.dclic.platform.ids.CourseId;

/** One line of a list of courses. */
public record CourseRow(
        CourseId id,
        String code,
        String slug,
        String title,
        String summary,
        String level,
        String theme,
        String licence,
        int minutes,
        long bytes,
        int lessons) {}
