package org.francophonie.dclic.authoring;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The immutable document of one publication.
 *
 * @param schema of the document, raised when its form changes; older ones are read through {@code Upcaster}
 */
public record PublishedCourse(
        int schema,
        String code,
        String slug,
        CourseDescription description,
        List<PublishedLesson> lessons,
        Optional<QuizStep> quiz) {
    public static final int SCHEMA = 1;

    public long bytes() {
        return lessons.stream().mapToLong(PublishedLesson::bytes).sum();
    }

    public int minutes() {
        return lessons.stream().mapToInt(PublishedLesson::minutes).sum()
                + quiz.map(QuizStep::minutes).orElse(0);
    }

    /** From 1, as it stands in addresses. */
    public Optional<PublishedLesson> lesson(int number) {
        return number >= 1 && number <= lessons.size() ? Optional.of(lessons.get(number - 1)) : Optional.empty();
    }

    public int number(LessonId lesson) {
        return IntStream.range(0, lessons.size())
                        .filter(i -> lessons.get(i).id().equals(lesson.value()))
                        .findFirst()
                        .orElse(-1)
                + 1;
    }
}
