package org.francophonie.dclic.authoring.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.platform.ids.CourseId;

/**
 * What came of an import, as it is kept.
 *
 * @param name of the archive
 * @param course empty when nothing was imported
 * @param title of the course, empty when nothing was imported
 * @param lines worst first
 */
public record FinishedImport(
        UUID id,
        String name,
        Optional<CourseId> course,
        String title,
        Instant finishedAt,
        List<ImportReport.Line> lines) {}
