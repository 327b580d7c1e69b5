package org.francophonie.dclic.authoring.imports;

import java.util.List;
import java.util.Optional;
import org.francophonie.dclic.authoring.CourseDescription;
import org.francophonie.dclic.authoring.exercise.ExerciseSource;

/** A whole course as it was read from a package; nothing of it is kept yet. */
record CoursePackage(CourseDescription description, List<RawLesson> lessons, Optional<RawQuiz> quiz) {

    /** @param text of the question file */
    record RawQuiz(String path, String text, ExerciseSource.Rules rules) {}
}
