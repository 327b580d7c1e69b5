package org.francophonie.dclic.authoring.service;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.francophonie.dclic.authoring.Publication;
import org.francophonie.dclic.authoring.PublicationId;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.francophonie.dclic.authoring.domain.Course;
import org.francophonie.dclic.authoring.domain.CourseRepository;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.ids.CourseId;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.rights.Directory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What a course was in each of its versions, what one changed, and the way back to it. */
@Service
@Transactional(readOnly = true)
public class CourseHistoryService {
    private final CourseRepository courses;
    private final PublicationStore publications;
    private final DraftReader drafts;
    private final DraftWriter writer;
    private final Directory directory;
    private final JdbcClient sql;
    private final JsonMapper json;
    private final Trail trail;
    private final Clock clock;

    CourseHistoryService(
            CourseRepository courses,
            PublicationStore publications,
            DraftReader drafts,
            DraftWriter writer,
            Directory directory,
            JdbcClient sql,
            JsonMapper json,
            Trail trail,
            Clock clock) {
        this.courses = courses;
        this.publications = publications;
        this.drafts = drafts;
        this.writer = writer;
        this.directory = directory;
        this.sql = sql;
        this.json = json;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * One version of a course, without what stands in it.
     *
     * @param by who published it; nothing when nobody knows (any more)
     * @param current whether newcomers see it
     */
    public record Version(int number, Instant at, Optional<String> by, String title, boolean current) {}

    private record Row(PublicationId id, int number, Instant at, Optional<PersonId> by, String title) {}

    /**
     * What a course's author has in hand.
     *
     * @param ahead whether the working copy holds what was not published yet
     */
    public record History(CourseId course, String title, boolean ahead, Instant changedAt, List<Version> versions) {}

    /** Newest first. */
    @Requires(value = Right.READ_DRAFT_COURSE, on = "course")
    public History of(CourseId course) {
        var draft = find(course);
        var rows = sql.sql("""
                        select id, number, published_at, published_by, document -> 'description' ->> 'title' as title
                        from authoring.publication where course_id = ? order by number desc""")
                .param(course.value())
                .query((row, _) -> new Row(
                        new PublicationId(row.getObject("id", UUID.class)),
                        row.getInt("number"),
                        row.getTimestamp("published_at").toInstant(),
                        Optional.ofNullable(row.getObject("published_by", UUID.class))
                                .map(PersonId::new),
                        row.getString("title")))
                .list();
        var names =
                directory.people(rows.stream().flatMap(row -> row.by().stream()).collect(Collectors.toSet()));
        var current = draft.publication();
        return new History(
                course,
                drafts.read(draft).description().title(),
                rows.stream().noneMatch(row -> !row.at().isBefore(draft.changedAt())),
                draft.changedAt(),
                rows.stream()
                        .map(row -> new Version(
                                row.number(),
                                row.at(),
                                row.by().map(names::get).map(Directory.Named::displayName),
                                row.title(),
                                current.filter(row.id()::equals).isPresent()))
                        .toList());
    }

    private Course find(CourseId course) {
        return courses.findById(course.value()).orElseThrow(() -> new NotFound("course"));
    }

    /**
     * What changed from one version to another.
     *
     * @param newer its number; nothing for the working copy
     */
    @Requires(value = Right.READ_DRAFT_COURSE, on = "course")
    public List<CourseDifference> compare(CourseId course, int older, Optional<Integer> newer) {
        var after = newer.map(number -> version(course, number)).orElseGet(() -> drafts.read(find(course)));
        return CourseDifference.between(version(course, older), after);
    }

    private PublishedCourse version(CourseId course, int number) {
        return sql.sql("select id from authoring.publication where course_id = ? and number = ?")
                .param(course.value())
                .param(number)
                .query(UUID.class)
                .optional()
                .flatMap(id -> publications.version(new PublicationId(id)))
                .map(Publication::document)
                .orElseThrow(() -> new NotFound("version"));
    }

    /**
     * Makes the working copy what a version was; learners see it once it is published again, as a new version. What the
     * working copy held, and was never published, is gone.
     *
     * @param seen when the working copy that the author saw was last changed
     * @throws OptimisticLockingFailureException when somebody has changed it since
     */
    @Requires(value = Right.CREATE_COURSE, on = "course")
    @Transactional
    public void restore(CourseId course, int number, Instant seen) {
        var draft = find(course);
        if (!draft.changedAt().equals(seen)) throw new OptimisticLockingFailureException("course");
        var before = drafts.read(draft).description().title();
        var document = version(course, number);
        draft.rewrite(draft.slug(), json.writeValueAsString(document.description()), clock.instant());
        document.quiz().map(json::writeValueAsString).ifPresent(draft::endWith);
        courses.saveAndFlush(draft);
        sql.sql("delete from authoring.lesson where course_id = ?")
                .param(course.value())
                .update();
        int place = 0;
        for (var lesson : document.lessons()) {
            writer.lesson(
                    course,
                    lesson.id(),
                    place++,
                    lesson.title(),
                    lesson.minutes(),
                    lesson.objective(),
                    lesson.blocks());
        }
        trail.record(AuditEntry.command(Right.CREATE_COURSE)
                .named("restore-version")
                .on("CourseId", course)
                .change("title", before, document.description().title())
                .change("version", null, number));
    }
}
