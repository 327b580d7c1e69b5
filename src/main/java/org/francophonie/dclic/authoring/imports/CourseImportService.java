package org.francophonie.dclic.authoring.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.authoring.CourseDescription;
import org.francophonie.dclic.authoring.QuizStep;
import org.francophonie.dclic.authoring.domain.Course;
import org.francophonie.dclic.authoring.domain.CourseRepository;
import org.francophonie.dclic.authoring.domain.Slug;
import org.francophonie.dclic.authoring.imports.ImportReport.Level;
import org.francophonie.dclic.authoring.service.DraftWriter;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.files.PackageFiles;
import org.francophonie.dclic.platform.files.PackageRefused;
import org.francophonie.dclic.platform.ids.CourseId;
import org.francophonie.dclic.platform.ids.HumanCode;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.text.HtmlSanitiser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Takes a whole course in, or nothing of it, and tells line by line what became of it. */
@Service
public class CourseImportService {
    private final CourseRepository courses;
    private final BlockMaker blocks;
    private final DraftWriter writer;
    private final HtmlSanitiser sanitiser;
    private final JdbcClient sql;
    private final JsonMapper json;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    CourseImportService(
            CourseRepository courses,
            BlockMaker blocks,
            DraftWriter writer,
            HtmlSanitiser sanitiser,
            JdbcClient sql,
            JsonMapper json,
            Trail trail,
            Ids ids,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.courses = courses;
        this.blocks = blocks;
        this.writer = writer;
        this.sanitiser = sanitiser;
        this.sql = sql;
        this.json = json;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        transaction = new TransactionTemplate(transactions);
    }

    /** @param name of the archive or folder, the title of last resort */
    @Requires(Right.CREATE_COURSE)
    public ImportResult take(PackageFiles files, String name, Progress progress) {
        return take(Optional.empty(), files, name, progress);
    }

    /** Puts the package in the place of the working copy of a course; learners see it once it is published. */
    @Requires(value = Right.CREATE_COURSE, on = "course")
    public ImportResult replace(CourseId course, PackageFiles files, String name, Progress progress) {
        return take(Optional.of(course), files, name, progress);
    }

    private ImportResult take(Optional<CourseId> place, PackageFiles files, String name, Progress progress) {
        var report = new ImportReport();
        try {
            var watch = new Watch(progress, clock);
            var read = new PackageReader(files, name, sanitiser, report, watch).read();
            if (read.isPresent()) {
                var result = Objects.requireNonNull(transaction.execute(status -> {
                    var course = place.map(this::known).orElseGet(() -> fresh(read.get()));
                    var kept = keep(course, read.get(), new Intake(course.id(), files, report, watch));
                    if (report.hasErrors()) status.setRollbackOnly();
                    return kept;
                }));
                if (!report.hasErrors()) return result;
            }
        } catch (PackageRefused refused) {
            report.add(Level.ERROR, refused.file(), 0, "refused." + refused.reason());
        } catch (Watch.Cancelled _) {
            report.add(Level.ERROR, "", 0, "cancelled");
        } catch (IOException | UncheckedIOException _) {
            report.add(Level.ERROR, "", 0, "refused.UNREADABLE");
        }
        trail.recordApart(AuditEntry.failure(Right.CREATE_COURSE)
                .named("import")
                .because(report.lines().getFirst().key()));
        return ImportResult.nothing(report);
    }

    private Course known(CourseId id) {
        return courses.findById(id.value()).orElseThrow(() -> new NotFound("course"));
    }

    private Course fresh(CoursePackage read) {
        var code = freshCode();
        return courses.saveAndFlush(new Course(
                ids.next(CourseId::new),
                code,
                Slug.of(code, read.description().title()),
                Actors.current().person(),
                json.writeValueAsString(read.description()),
                clock.instant()));
    }

    private ImportResult keep(Course course, CoursePackage read, Intake intake) {
        var title = read.description().title();
        var before = json.readValue(course.card(), CourseDescription.class).title();
        var quizBefore = course.quiz().map(text -> json.readValue(text, QuizStep.class));
        course.rewrite(Slug.of(course.code(), title), json.writeValueAsString(read.description()), clock.instant());
        var places = new LessonPlaces(sql, course.id());
        int total = read.lessons().size() + read.quiz().map(_ -> 1).orElse(0);
        for (int i = 0; i < read.lessons().size(); i++) {
            intake.watch().at(i, total);
            var lesson = read.lessons().get(i);
            keep(places.take(lesson.title()).orElseGet(ids::next), i, lesson, intake);
        }
        var quiz = read.quiz()
                .flatMap(raw -> blocks.quiz(intake, quizBefore.map(QuizStep::id).orElseGet(ids::next), raw));
        quiz.map(json::writeValueAsString).ifPresent(course::endWith);
        courses.save(course);
        intake.watch().at(total, total);
        if (!intake.report().hasErrors())
            trail.record(AuditEntry.command(Right.CREATE_COURSE)
                    .named("import")
                    .on("CourseId", course.id())
                    .change("title", places.isNew() ? null : before, title)
                    .change(
                            "lessons",
                            places.isNew() ? null : places.count(),
                            read.lessons().size()));
        return new ImportResult(Optional.of(course.id()), course.code(), title, quiz, intake.report());
    }

    private String freshCode() {
        String code;
        do code = HumanCode.course(random);
        while (courses.existsByCode(code));
        return code;
    }

    private void keep(UUID id, int position, RawLesson lesson, Intake intake) {
        writer.lesson(
                intake.course(),
                id,
                position,
                lesson.title(),
                lesson.minutes(),
                lesson.objective(),
                blocks.blocks(intake, lesson));
    }
}
