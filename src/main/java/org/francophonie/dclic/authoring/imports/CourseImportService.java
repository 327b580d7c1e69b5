package org.francophonie.dclic.authoring.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.authoring.QuizStep;
import org.francophonie.dclic.authoring.block.Block;
import org.francophonie.dclic.authoring.block.FileRef;
import org.francophonie.dclic.authoring.domain.Course;
import org.francophonie.dclic.authoring.domain.CourseRepository;
import org.francophonie.dclic.authoring.domain.Slug;
import org.francophonie.dclic.authoring.exercise.ExerciseSource;
import org.francophonie.dclic.authoring.imports.ImportReport.Level;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.files.FileStore;
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
    private static final long LARGEST_FILE = 200L * 1024 * 1024;
    private static final int LARGEST_PICTURE = 20 * 1024 * 1024;
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("opus", "audio/ogg"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("wav", "audio/wav"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("webm", "video/webm"),
            Map.entry("vtt", "text/vtt"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("zip", "application/zip"));

    private final CourseRepository courses;
    private final ExerciseSource exercises;
    private final FileStore store;
    private final Pictures pictures;
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
            ExerciseSource exercises,
            FileStore store,
            Pictures pictures,
            HtmlSanitiser sanitiser,
            JdbcClient sql,
            JsonMapper json,
            Trail trail,
            Ids ids,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.courses = courses;
        this.exercises = exercises;
        this.store = store;
        this.pictures = pictures;
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
        var report = new ImportReport();
        try {
            var read = new PackageReader(files, name, sanitiser, report).read();
            if (read.isEmpty()) return nothing(report);
            var result = transaction.execute(status -> {
                var kept = keep(read.get(), files, report, progress);
                if (progress.isCancelled() || report.hasErrors()) status.setRollbackOnly();
                return kept;
            });
            if (result == null || progress.isCancelled() || report.hasErrors()) {
                if (progress.isCancelled()) report.add(Level.ERROR, "", 0, "cancelled");
                return nothing(report);
            }
            return result;
        } catch (PackageRefused refused) {
            report.add(Level.ERROR, refused.file(), 0, "refused." + refused.reason());
            return nothing(report);
        } catch (IOException | UncheckedIOException _) {
            report.add(Level.ERROR, "", 0, "refused.UNREADABLE");
            return nothing(report);
        }
    }

    private static ImportResult nothing(ImportReport report) {
        return new ImportResult(Optional.empty(), "", "", Optional.empty(), report);
    }

    private ImportResult keep(CoursePackage read, PackageFiles files, ImportReport report, Progress progress) {
        var id = ids.next(CourseId::new);
        var code = freshCode();
        var title = read.description().title();
        var course = courses.saveAndFlush(new Course(
                id,
                code,
                Slug.of(code, title),
                Actors.current().person(),
                json.writeValueAsString(read.description()),
                clock.instant()));
        int total = read.lessons().size() + read.quiz().map(_ -> 1).orElse(0);
        for (int i = 0; i < read.lessons().size() && !progress.isCancelled(); i++) {
            progress.at(i, total);
            keep(id, i, read.lessons().get(i), files, report);
        }
        var quiz = read.quiz().flatMap(raw -> quiz(id, raw, report));
        quiz.map(json::writeValueAsString).ifPresent(course::endWith);
        courses.save(course);
        progress.at(total, total);
        if (!report.hasErrors() && !progress.isCancelled())
            trail.record(AuditEntry.command(Right.CREATE_COURSE)
                    .named("import")
                    .on("CourseId", id)
                    .change("title", null, title)
                    .change("lessons", null, read.lessons().size()));
        return new ImportResult(Optional.of(id), code, title, quiz, report);
    }

    private String freshCode() {
        String code;
        do code = HumanCode.course(random);
        while (courses.existsByCode(code));
        return code;
    }

    private void keep(CourseId course, int position, RawLesson lesson, PackageFiles files, ImportReport report) {
        var id = ids.next();
        sql.sql(
                        "insert into authoring.lesson (id, course_id, position, title, minutes, objective) values (?, ?, ?, ?, ?, ?)")
                .param(id)
                .param(course.value())
                .param(position)
                .param(lesson.title())
                .param(lesson.minutes())
                .param(lesson.objective())
                .update();
        int place = 0;
        for (var raw : lesson.blocks())
            for (var block : blocks(course, raw, lesson.path(), files, report))
                sql.sql(
                                "insert into authoring.block (id, lesson_id, position, content) values (?, ?, ?, cast(? as jsonb))")
                        .param(ids.next())
                        .param(id)
                        .param(place++)
                        .param(json.writerFor(Block.class).writeValueAsString(block))
                        .update();
    }

    private List<Block> blocks(CourseId course, RawBlock raw, String lesson, PackageFiles files, ImportReport report) {
        try {
            return switch (raw) {
                case RawBlock.Ready ready -> List.of(ready.block());
                case RawBlock.Reflect reflect -> List.of(new Block.Reflection(ids.next(), reflect.promptHtml()));
                case RawBlock.Ask ask -> questions(course, ask, lesson, report);
                case RawBlock.Picture picture -> picture(picture, lesson, files, report);
                case RawBlock.Sound sound ->
                    List.of(new Block.Audio(
                            file(sound.path(), files), sound.title(), companion(sound.path(), ".txt", files)));
                case RawBlock.Film film ->
                    List.of(new Block.Video(
                            file(film.path(), files),
                            film.title(),
                            captions(film.path(), files),
                            companion(film.path(), ".txt", files)));
                case RawBlock.Attachment attachment ->
                    List.of(new Block.Download(file(attachment.path(), files), attachment.label()));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Block> questions(CourseId course, RawBlock.Ask ask, String lesson, ImportReport report) {
        var reading = exercises.read("exercice.gift", ask.gift());
        for (var problem : reading.problems())
            report.add(
                    Level.LEFT_OUT,
                    lesson,
                    ask.line() + problem.line() - 1,
                    problem.key(),
                    problem.arguments().toArray());
        var blocks = new ArrayList<Block>();
        for (var draft : reading.drafts()) blocks.add(new Block.Exercise(exercises.keep(course, ids.next(), draft)));
        return blocks;
    }

    private List<Block> picture(RawBlock.Picture picture, String lesson, PackageFiles files, ImportReport report)
            throws IOException {
        byte[] bytes;
        try (var in = files.open(picture.path())) {
            bytes = in.readNBytes(LARGEST_PICTURE + 1);
        }
        var image = pictures.take(picture.path(), bytes, picture.alternative(), picture.caption());
        if (image.isEmpty()) report.add(Level.LEFT_OUT, lesson, picture.line(), "picture-unreadable", picture.path());
        return image.<List<Block>>map(List::of).orElse(List.of());
    }

    private FileRef file(String path, PackageFiles files) throws IOException {
        var name = path.substring(path.lastIndexOf('/') + 1);
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        try (InputStream in = files.open(path)) {
            var kept = store.put(in, TYPES.getOrDefault(ending, "application/octet-stream"), LARGEST_FILE);
            return new FileRef(kept.hash(), name, kept.size(), kept.mediaType());
        }
    }

    private Optional<FileRef> captions(String film, PackageFiles files) throws IOException {
        var path = withEnding(film, ".vtt");
        return files.paths().contains(path) ? Optional.of(file(path, files)) : Optional.empty();
    }

    private static String companion(String medium, String ending, PackageFiles files) throws IOException {
        var path = withEnding(medium, ending);
        return files.paths().contains(path) ? files.text(path) : "";
    }

    private static String withEnding(String path, String ending) {
        return path.replaceAll("\\.[A-Za-z0-9]+$", "") + ending;
    }

    private Optional<QuizStep> quiz(CourseId course, CoursePackage.RawQuiz raw, ImportReport report) {
        var reading = exercises.read(raw.path(), raw.text());
        for (var problem : reading.problems())
            report.add(
                    Level.LEFT_OUT,
                    raw.path(),
                    problem.line(),
                    problem.key(),
                    problem.arguments().toArray());
        if (reading.drafts().isEmpty()) {
            report.add(Level.ERROR, raw.path(), 0, "quiz-empty");
            return Optional.empty();
        }
        var versions = new ArrayList<UUID>();
        for (var draft : reading.drafts()) versions.add(exercises.keep(course, ids.next(), draft));
        report.add(Level.TAKEN, raw.path(), 0, "quiz-taken", versions.size());
        return Optional.of(exercises.keepQuiz(course, ids.next(), raw.title(), raw.passMark(), versions));
    }
}
