package org.francophonie.dclic.assessment.service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.assessment.AttemptId;
import org.francophonie.dclic.assessment.domain.Attempt;
import org.francophonie.dclic.authoring.exercise.Mark;
import org.francophonie.dclic.authoring.exercise.Question;
import org.francophonie.dclic.authoring.exercise.Response;

/**
 * One try at a quiz as its learner sees it.
 *
 * @param answers the last answer to each question answered
 * @param result empty until handed in
 * @param marks of each question answered, once handed in
 */
public record QuizSheet(
        AttemptId attempt,
        String title,
        String courseCode,
        String courseTitle,
        int passMark,
        List<Question> questions,
        Map<UUID, Response> answers,
        Optional<Attempt.Result> result,
        Map<UUID, Mark> marks) {}
