package org.francophonie.dclic.assessment.service;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.francophonie.dclic.assessment.AttemptId;
import org.francophonie.dclic.assessment.domain.Attempt;
import org.francophonie.dclic.authoring.exercise.Mark;
import org.francophonie.dclic.authoring.exercise.Question;
import org.francophonie.dclic.authoring.exercise.Response;

/**
 * One try at a quiz as its learner sees it.
 *
 * @param number of the try, from 1
 * @param answers the last answer to each question answered
 * @param flagged questions that the learner wants to look at again
 * @param timeLeft of the time given, negative when it is over; empty for as long as one likes
 * @param result empty until handed in
 * @param marks of each question, once handed in
 */
public record QuizSheet(
        AttemptId attempt,
        int number,
        String title,
        String courseCode,
        String courseTitle,
        int passMark,
        List<Question> questions,
        Map<UUID, Answered> answers,
        Set<UUID> flagged,
        Optional<Duration> timeLeft,
        Optional<Attempt.Result> result,
        Map<UUID, Mark> marks) {
    /**
     * An answer as the server holds it.
     *
     * @param count grows with each answer, so that two devices can tell which one is newer
     */
    public record Answered(Response response, long count) {}

    /** Numbers of the questions without an answer, from 1. */
    public List<Integer> missing() {
        return numbers(question -> !answers.containsKey(question));
    }

    /** Numbers of the questions to look at again, from 1. */
    public List<Integer> toReview() {
        return numbers(flagged::contains);
    }

    private List<Integer> numbers(Predicate<UUID> wanted) {
        return IntStream.rangeClosed(1, questions.size())
                .filter(number -> wanted.test(questions.get(number - 1).version()))
                .boxed()
                .toList();
    }
}
