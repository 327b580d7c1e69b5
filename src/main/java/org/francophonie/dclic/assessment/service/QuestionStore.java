package org.francophonie.dclic.assessment.service;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.francophonie.dclic.assessment.domain.QuestionDocument;
import org.francophonie.dclic.platform.cache.Kept;
import org.francophonie.dclic.platform.ids.CourseId;
import org.francophonie.dclic.platform.ids.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps versions of questions and quizzes; they never change, so questions in use stay in memory for all. */
@Component
class QuestionStore {
    private static final int KEPT = 5_000;
    private final JdbcClient sql;
    private final JsonMapper json;
    private final Ids ids;
    private final Clock clock;
    private final Kept<UUID, QuestionDocument> kept = new Kept<>(KEPT);

    /**
     * One version of a quiz.
     *
     * @param timeLimit in minutes, empty for as long as one likes
     */
    record Quiz(UUID id, String title, int passMark, Optional<Integer> timeLimit, List<UUID> questions) {}

    QuestionStore(JdbcClient sql, JsonMapper json, Ids ids, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    UUID keep(CourseId course, UUID question, QuestionDocument document) {
        var now = Timestamp.from(clock.instant());
        sql.sql(
                        "insert into assessment.question (id, course_id, created_at) values (?, ?, ?) on conflict (id) do nothing")
                .param(question)
                .param(course.value())
                .param(now)
                .update();
        var version = ids.next();
        sql.sql("""
                insert into assessment.question_version (id, question_id, number, schema, document, created_at)
                select ?, ?, coalesce(max(number), 0) + 1, ?, cast(? as jsonb), ?
                from assessment.question_version where question_id = ?""")
                .param(version)
                .param(question)
                .param(QuestionDocument.SCHEMA)
                .param(json.writeValueAsString(document))
                .param(now)
                .param(question)
                .update();
        return version;
    }

    /** Unknown versions are left out. */
    Map<UUID, QuestionDocument> documents(Set<UUID> versions) {
        var found = new HashMap<UUID, QuestionDocument>();
        for (var version : versions) kept.find(version).ifPresent(known -> found.put(version, known));
        var missing =
                versions.stream().filter(version -> !found.containsKey(version)).toList();
        if (missing.isEmpty()) return found;
        sql.sql("select id, document from assessment.question_version where id in (:ids)")
                .param("ids", missing)
                .query((java.sql.ResultSet row) -> {
                    found.put(
                            row.getObject("id", UUID.class),
                            json.readValue(row.getString("document"), QuestionDocument.class));
                });
        missing.forEach(version -> {
            var read = found.get(version);
            if (read != null) kept.keep(version, read);
        });
        return found;
    }

    Quiz quiz(UUID version) {
        return sql.sql(
                        "select quiz_id, title, pass_mark, time_limit, questions from assessment.quiz_version where id = ?")
                .param(version)
                .query((row, _) -> new Quiz(
                        row.getObject("quiz_id", UUID.class),
                        row.getString("title"),
                        row.getInt("pass_mark"),
                        Optional.ofNullable(row.getObject("time_limit", Integer.class)),
                        List.of((UUID[]) row.getArray("questions").getArray())))
                .single();
    }
}
