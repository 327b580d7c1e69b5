package org.francophonie.dclic.authoring.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.francophonie.dclic.authoring.CourseDescription;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.francophonie.dclic.authoring.PublishedLesson;
import org.francophonie.dclic.authoring.QuizStep;
import org.francophonie.dclic.authoring.block.Block;
import org.francophonie.dclic.authoring.block.LessonRenderer;
import org.francophonie.dclic.authoring.block.Look;
import org.francophonie.dclic.authoring.block.Piece;
import org.francophonie.dclic.authoring.domain.Course;
import org.francophonie.dclic.platform.files.StoredFile;
import org.francophonie.dclic.platform.ids.CourseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads the working copy of a course as the document it would be, if it were published now. */
@Component
class DraftReader {
    private final LessonRenderer renderer;
    private final JdbcClient sql;
    private final JsonMapper json;

    DraftReader(LessonRenderer renderer, JdbcClient sql, JsonMapper json) {
        this.renderer = renderer;
        this.sql = sql;
        this.json = json;
    }

    PublishedCourse read(Course draft) {
        return new PublishedCourse(
                PublishedCourse.SCHEMA,
                draft.code(),
                draft.slug(),
                json.readValue(draft.card(), CourseDescription.class),
                lessons(draft.id(), draft.code()),
                draft.quiz().map(text -> json.readValue(text, QuizStep.class)));
    }

    /** A file that a block of the working copy refers to, of the kind that its author gave it. */
    Optional<StoredFile> file(CourseId course, String hash) {
        return sql.sql("""
                        select f ->> 'mediaType' as type, (f ->> 'size')::bigint as size
                        from authoring.block b join authoring.lesson l on l.id = b.lesson_id,
                        lateral jsonb_path_query(b.content, '$.** ? (@.hash == $hash)', jsonb_build_object('hash', cast(:hash as text))) f
                        where l.course_id = :course and jsonb_exists(f, 'mediaType') limit 1""")
                .param("hash", hash)
                .param("course", course.value())
                .query((row, _) -> new StoredFile(hash, row.getLong("size"), row.getString("type")))
                .optional();
    }

    private List<PublishedLesson> lessons(CourseId course, String code) {
        var blocks = new HashMap<UUID, List<Block>>();
        sql.sql("select b.lesson_id, b.content from authoring.block b join authoring.lesson l on l.id = b.lesson_id"
                        + " where l.course_id = ? order by b.lesson_id, b.position")
                .param(course.value())
                .query((java.sql.ResultSet row) -> {
                    blocks.computeIfAbsent(row.getObject("lesson_id", UUID.class), _ -> new ArrayList<>())
                            .add(json.readValue(row.getString("content"), Block.class));
                });
        return sql.sql(
                        "select id, title, minutes, objective from authoring.lesson where course_id = ? order by position")
                .param(course.value())
                .query((row, _) -> {
                    var id = row.getObject("id", UUID.class);
                    var own = blocks.getOrDefault(id, List.of());
                    return new PublishedLesson(
                            id,
                            row.getString("title"),
                            row.getInt("minutes"),
                            row.getString("objective"),
                            weight(own, code),
                            own);
                })
                .list();
    }

    /** Compressed text and the lightest version of each picture: what a phone fetches. */
    private long weight(List<Block> blocks, String code) {
        var html = new StringBuilder();
        for (var piece : renderer.render(blocks, new Look(Locale.FRENCH, Look.published(code), false, false)))
            if (piece instanceof Piece.Markup markup) html.append(markup.markup());
        long pictures = blocks.stream()
                .filter(Block.Image.class::isInstance)
                .map(Block.Image.class::cast)
                .mapToLong(image -> image.lightest().size())
                .sum();
        return gzip(html.toString()) + pictures;
    }

    private static long gzip(String text) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.size();
    }
}
