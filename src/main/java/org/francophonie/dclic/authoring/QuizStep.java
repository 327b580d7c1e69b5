package org.francophonie.dclic.authoring;

import java.util.Optional;
import java.util.UUID;

/**
 * The quiz at the end of a course, by the version that was published with it.
 *
 * @param version of the quiz, an id of the assessment module
 * @param minutes that it takes, at a guess
 * @param timeLimit in minutes, empty for as long as one likes
 */
public record QuizStep(UUID id, UUID version, String title, int minutes, int questions, Optional<Integer> timeLimit) {}
