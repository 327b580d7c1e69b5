package org.francophonie.dclic.authoring.service;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.francophonie.dclic.authoring.Publication;
import org.francophonie.dclic.authoring.PublicationId;
import org.francophonie.dclic.authoring.Publications;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.francophonie.dclic.authoring.block.Block;
import org.francophonie.dclic.authoring.block.FileRef;
import org.francophonie.dclic.authoring.domain.CourseRepository;
import org.francophonie.dclic.catalogue.CatalogueShelf;
import org.francophonie.dclic.catalogue.CourseCard;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.files.StoredFile;
import org.francophonie.dclic.platform.ids.CourseId;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cuts the immutable version of a course that learners follow, and gives published versions to whoever shows them. */
@Service
@Transactional(readOnly = true)
public class PublicationService implements Publications {
    private final PublicationStore store;
    private final CourseRepository courses;
    private final CatalogueShelf shelf;
    private final DraftReader drafts;
    private final JdbcClient sql;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;

    PublicationService(
            PublicationStore store,
            CourseRepository courses,
            CatalogueShelf shelf,
            DraftReader drafts,
            JdbcClient sql,
            Trail trail,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.courses = courses;
        this.shelf = shelf;
        this.drafts = drafts;
        this.sql = sql;
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
    public Optional<StoredFile> file(CourseId course, String hash) {
        return hash.matches("[0-9a-f]{64}") ? store.file(course, hash) : Optional.empty();
    }

    /**
     * Learners who are in the course stay on their version; newcomers get this one. A second press of the button finds what
     * the first one published.
     */
    @Transactional
    @Requires(value = Right.PUBLISH_COURSE, on = "course")
    public PublicationId publish(CourseId course) {
        lock(course);
        var draft = courses.findById(course.value())
                .filter(found -> !found.isDiscarded())
                .orElseThrow(() -> new NotFound("course"));
        var known = draft.publication().flatMap(store::version).filter(version -> !version.publishedAt()
                .isBefore(draft.changedAt()));
        if (known.isPresent()) return known.get().id();
        var document = drafts.read(draft);
        var number = sql.sql("select coalesce(max(number), 0) + 1 from authoring.publication where course_id = ?")
                .param(course.value())
                .query(Integer.class)
                .single();
        var id = ids.next(PublicationId::new);
        var now = clock.instant();
        insert(id, course, number, document, now);
        draft.publish(id);
        courses.save(draft);
        shelf.put(card(course, document, now));
        trail.record(AuditEntry.command(Right.PUBLISH_COURSE)
                .on("CourseId", course)
                .change("publication", number == 1 ? null : number - 1, number)
                .change("title", null, document.description().title()));
        return id;
    }

    /** Puts a card of an older version of the platform on the shelf again, as search reads it today. */
    @Transactional
    @Requires(value = Right.PUBLISH_COURSE, on = "course")
    public void renewCard(CourseId course) {
        lock(course);
        store.current(course).ifPresent(version -> shelf.put(card(course, version.document(), version.publishedAt())));
    }

    private void lock(CourseId course) {
        sql.sql("select 1 from authoring.course where id = ? for update")
                .param(course.value())
                .query(Integer.class)
                .optional();
    }

    private void insert(PublicationId id, CourseId course, int number, PublishedCourse document, Instant now) {
        sql.sql(
                        "insert into authoring.publication (id, course_id, number, schema, document, published_at, published_by)"
                                + " values (:id, :course, :number, :schema, cast(:document as jsonb), :at, cast(:by as uuid))")
                .param("id", id.value())
                .param("course", course.value())
                .param("number", number)
                .param("schema", PublishedCourse.SCHEMA)
                .param("document", store.write(document))
                .param("at", Timestamp.from(now))
                .param("by", Actors.current().person().map(PersonId::toString).orElse(null))
                .update();
        files(document).forEach((hash, file) -> sql.sql(
                        "insert into authoring.publication_file (publication_id, sha256, name, media_type) values (?, ?, ?, ?)")
                .param(id.value())
                .param(HexFormat.of().parseHex(hash))
                .param(file.name())
                .param(file.mediaType())
                .update());
    }

    private static Map<String, FileRef> files(PublishedCourse document) {
        var files = new HashMap<String, FileRef>();
        document.lessons().stream()
                .flatMap(lesson -> lesson.blocks().stream())
                .flatMap(PublicationService::files)
                .forEach(file -> files.putIfAbsent(file.hash(), file));
        return files;
    }

    private static Stream<FileRef> files(Block block) {
        return block instanceof Block.Image image
                ? Stream.concat(block.files(), image.light().stream().map(Block.Rendition::file))
                : block.files();
    }

    private static CourseCard card(CourseId id, PublishedCourse course, Instant publishedAt) {
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
                course.lessons().stream()
                        .map(lesson -> new CourseCard.Section(lesson.title(), lesson.text()))
                        .toList(),
                course.quiz().isPresent(),
                publishedAt);
    }
}
