package org.francophonie.dclic.assessment.domain;

import org.francophonie.dclic.authoring.exercise.ExerciseSource;

/** A question that was read from a file and is not kept yet. */
public record QuestionDraft(int line, QuestionDocument document) implements ExerciseSource.Draft {
    @Override
    public String title() {
        return document.title();
    }
}
