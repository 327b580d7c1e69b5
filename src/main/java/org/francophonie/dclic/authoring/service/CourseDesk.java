package org.francophonie.dclic.authoring.service;

import java.util.Optional;
import org.francophonie.dclic.authoring.CourseDescription;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.francophonie.dclic.authoring.domain.Course;
import org.francophonie.dclic.authoring.domain.CourseRepository;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.files.StoredFile;
import org.francophonie.dclic.platform.ids.CourseId;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.Sort;
import org.springframework.data.jpa.domain.Specification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The courses that somebody may work on. */
@Service
@Transactional(readOnly = true)
public class CourseDesk {
    /** Rows of one page. */
    public static final int PAGE = 20;

    private final CourseRepository courses;
    private final PublicationStore publications;
    private final DraftReader drafts;
    private final Gate gate;
    private final Trail trail;
    private final JsonMapper json;

    CourseDesk(
            CourseRepository courses,
            PublicationStore publications,
            DraftReader drafts,
            Gate gate,
            Trail trail,
            JsonMapper json) {
        this.courses = courses;
        this.publications = publications;
        this.drafts = drafts;
        this.gate = gate;
        this.trail = trail;
        this.json = json;
    }

    /**
     * Newest first.
     *
     * @param discarded what lies in the bin, or what does not
     */
    @Requires(Right.READ_DRAFT_COURSE)
    public Slice<CourseLine> page(boolean discarded, int page) {
        var asked = PageRequest.of(page, PAGE, Sort.by(Sort.Direction.DESC, "createdAt", "id"));
        Specification<Course> place = (course, _, build) -> discarded
                ? build.equal(course.get("status"), Course.Status.ARCHIVED)
                : build.notEqual(course.get("status"), Course.Status.ARCHIVED);
        return courses.findBy(
                        gate.filter(Right.READ_DRAFT_COURSE, Course.class).and(place),
                        query -> query.sortBy(asked.getSort()).slice(asked))
                .map(this::line);
    }

    /**
     * Puts a draft that was never published into the bin, or takes it out again; doing it twice is doing it once.
     *
     * @throws NotFound when there is no such draft, perhaps because somebody has published it since
     */
    @Transactional
    @Requires(value = Right.DELETE_DRAFT_COURSE, on = "course")
    public void discard(CourseId course, boolean discarded) {
        var draft = courses.findById(course.value())
                .filter(found -> found.publication().isEmpty())
                .orElseThrow(() -> new NotFound("draft"));
        if (draft.isDiscarded() == discarded) return;
        draft.discard(discarded);
        courses.save(draft);
        trail.record(AuditEntry.command(Right.DELETE_DRAFT_COURSE)
                .on("CourseId", course)
                .change("discarded", !discarded, discarded));
    }

    @Requires(value = Right.READ_DRAFT_COURSE, on = "course")
    public Optional<CourseLine> line(CourseId course) {
        return courses.findById(course.value()).map(this::line);
    }

    /** The id behind a code; a course that the person may not see looks like none. */
    @Requires(Right.READ_DRAFT_COURSE)
    public CourseId find(String code) {
        Specification<Course> named = (course, _, build) -> build.equal(course.get("code"), code);
        return courses.findOne(
                        gate.filter(Right.READ_DRAFT_COURSE, Course.class).and(named))
                .map(Course::id)
                .orElseThrow(() -> new NotFound("course"));
    }

    /** The course as it would be, if it were published now. */
    @Requires(value = Right.READ_DRAFT_COURSE, on = "course")
    public PublishedCourse preview(CourseId course) {
        return courses.findById(course.value()).map(drafts::read).orElseThrow(() -> new NotFound("course"));
    }

    /** @param hash of a file that the working copy shows */
    @Requires(value = Right.READ_DRAFT_COURSE, on = "course")
    public Optional<StoredFile> file(CourseId course, String hash) {
        return drafts.file(course, hash);
    }

    private CourseLine line(Course course) {
        var said = json.readValue(course.card(), CourseDescription.class);
        return new CourseLine(
                course.id(),
                course.code(),
                course.slug(),
                said.title(),
                said.authors(),
                course.isDiscarded(),
                course.createdAt(),
                course.changedAt(),
                course.publication().flatMap(publications::version),
                may(Right.CREATE_COURSE, course),
                may(Right.PUBLISH_COURSE, course),
                course.publication().isEmpty() && may(Right.DELETE_DRAFT_COURSE, course));
    }

    private boolean may(Right right, Course course) {
        return gate.allows(right) && gate.allows(right, course.id());
    }
}
