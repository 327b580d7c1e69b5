package org.francophonie.dclic.authoring.imports;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.platform.ids.CourseId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The lessons that a working copy had, taken out of it: one that comes back under its title is the same lesson, so that what
 * is known of it across versions stays together.
 */
final class LessonPlaces {
    private final Map<String, Deque<UUID>> byTitle = new HashMap<>();
    private int count;

    LessonPlaces(JdbcClient sql, CourseId course) {
        sql.sql("select id, title from authoring.lesson where course_id = ? order by position")
                .param(course.value())
                .query((java.sql.ResultSet row) -> {
                    count++;
                    byTitle.computeIfAbsent(row.getString("title"), _ -> new ArrayDeque<>())
                            .add(row.getObject("id", UUID.class));
                });
        sql.sql("delete from authoring.lesson where course_id = ?")
                .param(course.value())
                .update();
    }

    Optional<UUID> take(String title) {
        return Optional.ofNullable(
                byTitle.getOrDefault(title, new ArrayDeque<>()).poll());
    }

    int count() {
        return count;
    }

    boolean isNew() {
        return count == 0;
    }
}
