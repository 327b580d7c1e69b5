package org.francophonie.dclic.learning;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.francophonie.dclic.authoring.PublishedLesson;
import org.francophonie.dclic.authoring.QuizStep;

/**
 * How far a learner has come in a course, and what is left. This is the one place where it is computed, wherever it is
 * shown: steps done divided by all steps, each lesson being a step and the final quiz being one; rounded down, so that 100
 * means all.
 *
 * @param percent from 0 to 100
 * @param minutesLeft estimated by the authors for the steps left
 * @param bytesLeft what the lessons left weigh
 * @param left the steps that are not done, in order: why it is not 100
 */
public record Progress(int percent, int stepsDone, int steps, int minutesLeft, long bytesLeft, List<Left> left) {

    /**
     * A step not done.
     *
     * @param number of the lesson from 1, 0 for the quiz
     */
    public record Left(int number, String title, int minutes) {}

    /** @param done ids of lessons read and of other steps passed */
    public static Progress of(PublishedCourse course, Set<UUID> done) {
        var lessonsLeft = course.lessons().stream()
                .filter(lesson -> !done.contains(lesson.id()))
                .toList();
        var quizLeft = course.quiz().filter(quiz -> !done.contains(quiz.id()));
        int steps = course.lessons().size() + (course.quiz().isPresent() ? 1 : 0);
        int stepsDone = steps - lessonsLeft.size() - (quizLeft.isPresent() ? 1 : 0);
        var left = new java.util.ArrayList<Left>();
        for (var lesson : lessonsLeft)
            left.add(new Left(course.number(lesson.lessonId()), lesson.title(), lesson.minutes()));
        quizLeft.ifPresent(quiz -> left.add(new Left(0, quiz.title(), quiz.minutes())));
        return new Progress(
                steps == 0 ? 0 : stepsDone * 100 / steps,
                stepsDone,
                steps,
                lessonsLeft.stream().mapToInt(PublishedLesson::minutes).sum()
                        + quizLeft.map(QuizStep::minutes).orElse(0),
                lessonsLeft.stream().mapToLong(PublishedLesson::bytes).sum(),
                List.copyOf(left));
    }

    public boolean isComplete() {
        return stepsDone == steps && steps > 0;
    }
}
