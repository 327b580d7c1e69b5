package org.francophonie.dclic.authoring.service;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.francophonie.dclic.authoring.CourseExports;
import org.francophonie.dclic.authoring.PackedCourse;
import org.francophonie.dclic.authoring.Publication;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.francophonie.dclic.authoring.domain.CourseRepository;
import org.francophonie.dclic.authoring.exercise.ExerciseSource;
import org.francophonie.dclic.authoring.exports.PackageWriter;
import org.francophonie.dclic.authoring.imports.Licences;
import org.francophonie.dclic.platform.access.Open;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.cache.Kept;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.ids.CourseId;
import org.francophonie.dclic.platform.start.Platform;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives courses out as packages: to everybody what the licence lets everybody use again, to authors all that is theirs. */
@Service
public class CourseExportService implements CourseExports {
    /** Of texts, in bytes; files stay where they are. */
    private static final long MOST_KEPT = 16_000_000;

    private final CourseRepository courses;
    private final DraftReader drafts;
    private final ExerciseSource exercises;
    private final Platform platform;
    private final Trail trail;

    /** A version never changes, and whoever fetches it again on a poor link gets the same. */
    private final Kept<UUID, PackedCourse> packed = new Kept<>(MOST_KEPT, PackedCourse::written);

    CourseExportService(
            CourseRepository courses, DraftReader drafts, ExerciseSource exercises, Platform platform, Trail trail) {
        this.courses = courses;
        this.drafts = drafts;
        this.exercises = exercises;
        this.platform = platform;
        this.trail = trail;
    }

    private static boolean isFree(PublishedCourse course) {
        return Licences.KNOWN.contains(course.description().licence());
    }

    @Override
    @Open("computes from what was read already")
    public OptionalLong weight(PublishedCourse course) {
        return isFree(course) ? OptionalLong.of(PackageWriter.weight(course)) : OptionalLong.empty();
    }

    @Override
    @Requires(Right.READ_COURSE)
    public PackedCourse pack(Publication version) {
        if (!isFree(version.document())) throw new NotFound("course");
        return packed.get(
                version.id().value(),
                () -> PackageWriter.pack(
                        version.document(),
                        exercises.gift(questions(version.document())),
                        Optional.empty(),
                        address(version.document()),
                        version.publishedAt()));
    }

    /** The working copy with its quiz. */
    @Requires(value = Right.CREATE_COURSE, on = "course")
    @Transactional
    public PackedCourse whole(CourseId course) {
        var draft = courses.findById(course.value()).orElseThrow(() -> new NotFound("course"));
        var document = drafts.read(draft);
        trail.record(AuditEntry.export(Right.CREATE_COURSE).on("CourseId", course));
        return PackageWriter.pack(
                document,
                exercises.gift(questions(document)),
                document.quiz().map(quiz -> exercises.quizSource(course, quiz.version())),
                address(document),
                draft.changedAt());
    }

    private static Set<UUID> questions(PublishedCourse course) {
        return course.lessons().stream()
                .flatMap(lesson -> lesson.questions().stream())
                .collect(Collectors.toSet());
    }

    private String address(PublishedCourse course) {
        return platform.url("/formations/" + course.slug());
    }
}
