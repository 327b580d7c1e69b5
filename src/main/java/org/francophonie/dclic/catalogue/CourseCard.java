package org.francophonie.dclic.catalogue;

import java.time.Instant;
import java.util.List;
import org.francophonie.dclic.platform.ids.CourseId;

/**
 * One published course as the catalogue shows it.
 *
 * @param code human code, never reused
 * @param slug code and title as they stand in the address
 * @param minutes time that a learner needs, quiz included
 * @param bytes what all its lessons weigh with their light pictures
 * @param sections its lessons, for search; empty when read back
 */
public record CourseCard(
        CourseId id,
        String code,
        String slug,
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
        String licence,
        int minutes,
        long bytes,
        List<Section> sections,
        boolean hasQuiz,
        Instant publishedAt) {

    /**
     * One lesson as search reads it.
     *
     * @param text what it says, without markup
     */
    public record Section(String title, String text) {}
}
