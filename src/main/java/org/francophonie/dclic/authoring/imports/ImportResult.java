package org.francophonie.dclic.authoring.imports;

import java.util.Optional;
import org.francophonie.dclic.authoring.QuizStep;
import org.francophonie.dclic.platform.ids.CourseId;

/**
 * What came of an import.
 *
 * @param course empty when nothing was imported
 */
public record ImportResult(
        Optional<CourseId> course, String code, String title, Optional<QuizStep> quiz, ImportReport report) {}
