package org.francophonie.dclic.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.authoring.CourseDescription;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.francophonie.dclic.authoring.PublishedLesson;
import org.francophonie.dclic.authoring.QuizStep;
import org.junit.jupiter.api.Test;

@Requirement("F-080")
class ProgressTest {
    private final PublishedLesson first = new PublishedLesson(UUID.randomUUID(), "Un", 10, "", 1000, List.of());
    private final PublishedLesson second = new PublishedLesson(UUID.randomUUID(), "Deux", 20, "", 2000, List.of());
    private final QuizStep quiz = new QuizStep(UUID.randomUUID(), UUID.randomUUID(), "Quiz", 5, 5, Optional.empty());
    private final PublishedCourse course = new PublishedCourse(
            1,
            "DCL-1",
            "dcl-1",
            new CourseDescription(
                    "T", "", "", "", List.of(), List.of(), List.of(), "web", "debutant", "fr", "cours", "MIT"),
            List.of(first, second),
            Optional.of(quiz));

    @Test
    void one_step_of_three_is_a_third_and_the_rest_is_named() {
        var progress = Progress.of(course, Set.of(first.id()));

        assertThat(progress.percent()).isEqualTo(33);
        assertThat(progress.minutesLeft()).isEqualTo(25);
        assertThat(progress.bytesLeft()).isEqualTo(2000);
        assertThat(progress.left()).extracting(Progress.Left::title).containsExactly("Deux", "Quiz");
    }

    @Test
    void a_hundred_percent_means_all_of_it() {
        assertThat(Progress.of(course, Set.of(first.id(), second.id())).percent())
                .isEqualTo(66);
        assertThat(Progress.of(course, Set.of(first.id(), second.id(), quiz.id()))
                        .isComplete())
                .isTrue();
    }
}
