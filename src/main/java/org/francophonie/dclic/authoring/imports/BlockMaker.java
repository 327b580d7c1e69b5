package org.francophonie.dclic.authoring.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.authoring.QuizStep;
import org.francophonie.dclic.authoring.block.Block;
import org.francophonie.dclic.authoring.block.Companion;
import org.francophonie.dclic.authoring.block.FileRef;
import org.francophonie.dclic.authoring.exercise.ExerciseSource;
import org.francophonie.dclic.authoring.imports.ImportReport.Level;
import org.francophonie.dclic.platform.files.FileStore;
import org.francophonie.dclic.platform.ids.Ids;
import org.springframework.stereotype.Component;

/** Turns what was read in a package into the blocks of a course: files and questions are kept, pictures made light. */
@Component
class BlockMaker {
    private static final long LARGEST_FILE = 200L * 1024 * 1024;
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

    private final ExerciseSource exercises;
    private final FileStore store;
    private final Pictures pictures;
    private final Ids ids;

    BlockMaker(ExerciseSource exercises, FileStore store, Pictures pictures, Ids ids) {
        this.exercises = exercises;
        this.store = store;
        this.pictures = pictures;
        this.ids = ids;
    }

    List<Block> blocks(Intake intake, RawLesson lesson) {
        var blocks = new ArrayList<Block>();
        for (var raw : lesson.blocks()) {
            intake.watch().check();
            blocks.addAll(blocks(intake, lesson.path(), raw));
        }
        return blocks;
    }

    private List<Block> blocks(Intake intake, String lesson, RawBlock raw) {
        try {
            return switch (raw) {
                case RawBlock.Ready ready -> List.of(ready.block());
                case RawBlock.Reflect reflect -> List.of(new Block.Reflection(ids.next(), reflect.promptHtml()));
                case RawBlock.Ask ask ->
                    questions(intake, lesson, ask.line(), "exercice.gift", ask.gift()).stream()
                            .<Block>map(Block.Exercise::new)
                            .toList();
                case RawBlock.Picture picture -> picture(intake, lesson, picture);
                case RawBlock.Sound sound -> {
                    var file = file(intake, sound.path());
                    yield List.of(new Block.Audio(
                            file, sound.title(), transcript(intake, sound.path()), light(intake, sound.path(), file)));
                }
                case RawBlock.Film film -> {
                    var file = file(intake, film.path());
                    yield List.of(new Block.Video(
                            file,
                            film.title(),
                            companion(intake, Companion.CAPTIONS, film.path()),
                            transcript(intake, film.path()),
                            light(intake, film.path(), file)));
                }
                case RawBlock.Attachment attachment -> {
                    var file = file(intake, attachment.path());
                    yield List.of(new Block.Download(file, attachment.label(), light(intake, attachment.path(), file)));
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The versions of the questions that could be read; the others are told. */
    private List<UUID> questions(Intake intake, String path, int firstLine, String name, String text) {
        var reading = exercises.read(name, text);
        for (var problem : reading.problems())
            intake.report()
                    .add(
                            Level.LEFT_OUT,
                            path,
                            firstLine + problem.line() - 1,
                            problem.key(),
                            problem.arguments().toArray());
        var versions = new ArrayList<UUID>();
        for (var draft : reading.drafts()) {
            intake.watch().check();
            versions.add(exercises.keep(intake.course(), ids.next(), draft));
        }
        return versions;
    }

    private List<Block> picture(Intake intake, String lesson, RawBlock.Picture raw) throws IOException {
        var picture = intake.pictures().get(raw.path());
        if (picture == null) {
            picture = readPicture(intake, raw.path());
            intake.pictures().put(raw.path(), picture);
        }
        if (picture.isEmpty())
            intake.report().add(Level.LEFT_OUT, lesson, raw.line(), "picture-unreadable", raw.path());
        if (picture.filter(Pictures.Picture::changed).isPresent())
            intake.report().add(Level.CHANGED, lesson, raw.line(), "drawing-cleaned", raw.path());
        return picture.<List<Block>>map(found -> List.of(found.block(raw.alternative(), raw.caption())))
                .orElse(List.of());
    }

    private Optional<Pictures.Picture> readPicture(Intake intake, String path) throws IOException {
        try (var in = intake.files().open(path)) {
            return pictures.take(path, in.readNBytes(Pictures.LARGEST + 1));
        }
    }

    private FileRef file(Intake intake, String path) throws IOException {
        var name = path.substring(path.lastIndexOf('/') + 1);
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        try (InputStream in = intake.files().open(path)) {
            var type = TYPES.getOrDefault(ending, "application/octet-stream");
            var kept = store.put(in, type, LARGEST_FILE);
            return new FileRef(kept.hash(), name, kept.size(), type);
        }
    }

    private Optional<FileRef> companion(Intake intake, Companion companion, String of) throws IOException {
        var path = companion.of(of);
        return intake.files().paths().contains(path) ? Optional.of(file(intake, path)) : Optional.empty();
    }

    private Optional<FileRef> light(Intake intake, String path, FileRef whole) throws IOException {
        var light = companion(intake, Companion.LIGHT, path);
        if (light.filter(file -> file.size() >= whole.size()).isEmpty()) return light;
        intake.report().add(Level.CHANGED, path, 0, "light-heavier", whole.name());
        return Optional.empty();
    }

    private static String transcript(Intake intake, String medium) throws IOException {
        var path = Companion.TRANSCRIPT.of(medium);
        return intake.files().paths().contains(path) ? intake.files().text(path) : "";
    }

    /** @param id of the quiz, which gets its first or its next version */
    Optional<QuizStep> quiz(Intake intake, UUID id, CoursePackage.RawQuiz raw) {
        var versions = questions(intake, raw.path(), 1, raw.path(), raw.text());
        if (versions.isEmpty()) {
            intake.report().add(Level.ERROR, raw.path(), 0, "quiz-empty");
            return Optional.empty();
        }
        raw.rules()
                .timeLimit()
                .ifPresentOrElse(
                        minutes -> intake.report()
                                .add(Level.TAKEN, raw.path(), 0, "quiz-taken-timed", versions.size(), minutes),
                        () -> intake.report().add(Level.TAKEN, raw.path(), 0, "quiz-taken", versions.size()));
        return Optional.of(exercises.keepQuiz(intake.course(), id, raw.rules(), versions));
    }
}
