package org.francophonie.dclic.authoring.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.francophonie.dclic.platform.files.PackageFiles;
import org.francophonie.dclic.platform.ids.CourseId;

/**
 * One import under way.
 *
 * @param pictures those already taken in, by their path: a logo on every page is read once
 */
record Intake(
        CourseId course,
        PackageFiles files,
        ImportReport report,
        Watch watch,
        Map<String, Optional<Pictures.Picture>> pictures) {

    Intake(CourseId course, PackageFiles files, ImportReport report, Watch watch) {
        this(course, files, report, watch, new HashMap<>());
    }
}
