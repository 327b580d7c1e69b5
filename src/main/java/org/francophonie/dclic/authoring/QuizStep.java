package org.francophonie.dclic.authoring;

import java.util.UUID;

/**
 * The quiz at the end of a course, by the version that was published with it.
 *
 * @param version of the quiz, an id of the assessment module
 */
public record QuizStep(UUID id, UUID version, String title, int minutes, int questions) {}
