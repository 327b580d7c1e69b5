package org.francophonie.dclic.authoring.exercise;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.francophonie.dclic.authoring.QuizStep;
import org.francophonie.dclic.platform.ids.CourseId;

/** The engine that keeps questions and marks answers, as authoring and learning need it. Assessment provides it. */
public interface ExerciseSource {

    /**
     * Reads questions written by others.
     *
     * @param name of the file, whose ending tells GIFT ({@code .gift}, {@code .txt}) from Moodle XML ({@code .xml})
     */
    Reading read(String name, String text);

    /** Questions that were understood, and what was not. */
    record Reading(List<Draft> drafts, List<Problem> problems) {}

    /** A question not yet kept; the engine knows what is in it. */
    interface Draft {
        int line();

        String title();
    }

    /** @param key of the message, after {@code import.} */
    record Problem(int line, String key, List<String> arguments) {}

    /** Keeps a question, as version 1 or as the next version of the one that the same place of the same course had. */
    UUID keep(CourseId course, UUID place, Draft draft);

    /** Keeps a quiz of these question versions. */
    QuizStep keepQuiz(CourseId course, UUID quiz, Rules rules, List<UUID> questionVersions);

    /**
     * How a quiz is taken.
     *
     * @param passMark in percent
     * @param timeLimit in minutes, from 1 to {@link #LONGEST}; empty for as long as one likes
     */
    record Rules(String title, int passMark, Optional<Integer> timeLimit) {
        public static final int LONGEST = 600;
    }

    /** The questions as they are asked, by version; the order of options depends on the seed alone. */
    Map<UUID, Question> questions(Set<UUID> versions, long seed);

    /** The right answers in words, as HTML, for exercises that are not marked: readers without an account look them up. */
    Map<UUID, String> solutions(Set<UUID> versions);

    /** Questions with their key, each in GIFT: for what everybody may look up anyway. */
    Map<UUID, String> gift(Set<UUID> versions);

    /** A version of the quiz of a course as its author wrote it, key and all. */
    QuizSource quizSource(CourseId course, UUID version);

    /** @param gift all its questions, in order */
    record QuizSource(Rules rules, String gift) {}

    /** Marks an answer; nothing when it does not fit the question. */
    Optional<Mark> mark(UUID version, Response response);
}
