package org.francophonie.dclic.authoring.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.francophonie.dclic.authoring.CourseDescription;
import org.francophonie.dclic.authoring.Publication;
import org.francophonie.dclic.authoring.PublicationId;
import org.francophonie.dclic.authoring.Publications;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.francophonie.dclic.authoring.PublishedLesson;
import org.francophonie.dclic.authoring.QuizStep;
import org.francophonie.dclic.authoring.block.Block;
import org.francophonie.dclic.authoring.block.FileRef;
import org.francophonie.dclic.authoring.block.LessonRenderer;
import org.francophonie.dclic.authoring.block.Look;
import org.francophonie.dclic.authoring.block.Piece;
import org.francophonie.dclic.authoring.domain.CourseRepository;
import org.francophonie.dclic.catalogue.CatalogueShelf;
import org.francophonie.dclic.catalogue.CourseCard;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.ids.CourseId;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Cuts the immutable version of a course that learners follow, and gives published versions to whoever shows them. */
@Service
@Transactional(readOnly = true)
public class PublicationService implements Publications {
    private final PublicationStore store;
    private final CourseRepository courses;
    private final CatalogueShelf shelf;
    private final LessonRenderer renderer;
    private final JdbcClient sql;
    private final JsonMapper json;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;

    PublicationService(
            PublicationStore store,
            CourseRepository courses,
            CatalogueShelf shelf,
            LessonRenderer renderer,
            JdbcClient sql,
            JsonMapper json,
            Trail trail,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.courses = courses;
        this.shelf = shelf;
        this.renderer = renderer;
        this.sql = sql;
        this.json = json;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Requires(Right.READ_COURSE)
    public Optional<Publication> current(CourseId course) {
        return store.current(course);
    }

    @Override
    @Requires(Right.READ_COURSE)
    public Optional<Publication> currentByCode(String code) {
        return store.currentByCode(code);
    }

    @Override
    @Requires(Right.READ_COURSE)
    public Optional<Publication> version(PublicationId id) {
        return store.version(id);
    }

    @Override
    @Requires(Right.READ_COURSE)
    public boolean holdsFile(CourseId course, String hash) {
        return hash.matches("[0-9a-f]{64}") && store.holdsFile(course, hash);
    }

    /** Learners who are in the course stay on their version; newcomers get this one. */
    @Transactional
    @Requires(value = Right.PUBLISH_COURSE, on = "course")
    public PublicationId publish(CourseId course) {
        var draft = courses.findById(course.value()).orElseThrow(() -> new NotFound("course"));
        var description = json.readValue(draft.card(), CourseDescription.class);
        var quiz = draft.quiz().map(text -> json.readValue(text, QuizStep.class));
        var document = new PublishedCourse(
                PublishedCourse.SCHEMA, draft.code(), draft.slug(), description, lessons(course, draft.code()), quiz);
        var number = sql.sql("select coalesce(max(number), 0) + 1 from authoring.publication where course_id = ?")
                .param(course.value())
                .query(Integer.class)
                .single();
        var id = ids.next(PublicationId::new);
        insert(id, course, number, document);
        draft.publish(id);
        courses.save(draft);
        shelf.put(card(course, document));
        trail.record(AuditEntry.command(Right.PUBLISH_COURSE)
                .on("CourseId", course)
                .change("publication", number == 1 ? null : number - 1, number)
                .change("title", null, description.title()));
        return id;
    }

    private void insert(PublicationId id, CourseId course, int number, PublishedCourse document) {
        sql.sql(
                        "insert into authoring.publication (id, course_id, number, schema, document, published_at, published_by)"
                                + " values (:id, :course, :number, :schema, cast(:document as jsonb), :at, cast(:by as uuid))")
                .param("id", id.value())
                .param("course", course.value())
                .param("number", number)
                .param("schema", PublishedCourse.SCHEMA)
                .param("document", store.write(document))
                .param("at", Timestamp.from(clock.instant()))
                .param("by", Actors.current().person().map(PersonId::toString).orElse(null))
                .update();
        files(document).forEach((hash, name) -> sql.sql(
                        "insert into authoring.publication_file (publication_id, sha256, name) values (?, ?, ?)")
                .param(id.value())
                .param(HexFormat.of().parseHex(hash))
                .param(name)
                .update());
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
        for (var piece : renderer.render(blocks, new Look(Locale.FRENCH, code, false, false)))
            if (piece instanceof Piece.Markup markup) html.append(markup.markup());
        long pictures = blocks.stream()
                .filter(Block.Image.class::isInstance)
                .map(Block.Image.class::cast)
                .mapToLong(image -> image.light().isEmpty()
                        ? image.file().size()
                        : image.light().getFirst().file().size())
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

    private static Map<String, String> files(PublishedCourse document) {
        var files = new HashMap<String, String>();
        document.lessons().stream()
                .flatMap(lesson -> lesson.blocks().stream())
                .flatMap(PublicationService::files)
                .forEach(file -> files.put(file.hash(), file.name()));
        return files;
    }

    private static Stream<FileRef> files(Block block) {
        return switch (block) {
            case Block.Image image ->
                Stream.concat(Stream.of(image.file()), image.light().stream().map(Block.Rendition::file));
            case Block.Audio audio -> Stream.of(audio.file());
            case Block.Video video -> Stream.concat(Stream.of(video.file()), video.captions().stream());
            case Block.Download download -> Stream.of(download.file());
            default -> Stream.of();
        };
    }

    private CourseCard card(CourseId id, PublishedCourse course) {
        var said = course.description();
        return new CourseCard(
                id,
                course.code(),
                course.slug(),
                said.title(),
                said.summary(),
                said.audience(),
                said.prerequisite(),
                said.objectives(),
                said.authors(),
                said.keywords(),
                said.theme(),
                said.level(),
                said.language(),
                said.type(),
                said.licence(),
                course.minutes(),
                course.bytes(),
                course.lessons().stream().map(PublishedLesson::title).toList(),
                course.lessons().stream().map(PublishedLesson::text).collect(Collectors.joining(" ")),
                course.quiz().isPresent(),
                clock.instant());
    }
}
