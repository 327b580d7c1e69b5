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
        Optional<CourseId> course, String code, String title, Optional<QuizStep> quiz, ImportReport report) {

    /** Nothing was taken, as the report says. */
    static ImportResult nothing(ImportReport report) {
        return new ImportResult(Optional.empty(), "", "", Optional.empty(), report);
    }

    /**
     * Nothing was taken, for one reason.
     *
     * @param key of the message, after {@code import.line.}
     */
    static ImportResult refused(String file, String key, Object... arguments) {
        var report = new ImportReport();
        report.add(ImportReport.Level.ERROR, file, 0, key, arguments);
        return nothing(report);
    }
}
