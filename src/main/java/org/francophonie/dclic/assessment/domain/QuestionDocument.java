package org.francophonie.dclic.assessment.domain;

import java.util.List;
import org.francophonie.dclic.authoring.exercise.Question;

/**
 * A question with its key, as one immutable version. What a kind does not use is empty.
 *
 * @param choices of SINGLE and MULTIPLE
 * @param accepted answers of SHORT
 * @param numbers answers of NUMERIC
 * @param pairs of MATCHING
 * @param distractors right sides of MATCHING that belong to no left side
 * @param general feedback whatever was answered
 */
public record QuestionDocument(
        Question.Kind kind,
        String title,
        String html,
        List<Choice> choices,
        List<Accepted> accepted,
        List<Number> numbers,
        List<Pair> pairs,
        List<Choice> distractors,
        String general) {
    /** Of this form of the document. */
    public static final int SCHEMA = 1;

    /** @param fraction of the points that choosing it gives, from -1 to 1 */
    public record Choice(String id, String html, double fraction, String feedback) {}

    /** @param pattern the words, in which {@code *} stands for anything */
    public record Accepted(String pattern, double fraction, String feedback, boolean caseMatters) {}

    /** @param tolerance how far from the value an answer may be, 0 for exactly */
    public record Number(double value, double tolerance, double fraction, String feedback) {}

    /** A left side and the right side that belongs to it. */
    public record Pair(String leftId, String left, String rightId, String right) {}
}
