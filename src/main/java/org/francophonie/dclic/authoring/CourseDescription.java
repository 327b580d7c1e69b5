package org.francophonie.dclic.authoring;

import java.util.List;

/** What an author says of a course; the words of theme, level, type and licence are codes with translations. */
public record CourseDescription(
        String title,
        String summary,
        String audience,
        String prerequisite,
        List<String> objectives,
        List<String> authors,
        List<String> keywords,
        String theme,
        String level,
        String language,
        String type,
        String licence) {}
