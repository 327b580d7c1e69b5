package org.francophonie.dclic.authoring.imports;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.francophonie.dclic.authoring.CourseDescription;
import org.francophonie.dclic.authoring.block.Companion;
import org.francophonie.dclic.authoring.exercise.ExerciseSource;
import org.francophonie.dclic.authoring.imports.CoursePackage.RawQuiz;
import org.francophonie.dclic.authoring.imports.ImportReport.Level;
import org.francophonie.dclic.platform.files.PackageFiles;
import org.francophonie.dclic.platform.text.HtmlSanitiser;

/**
 * Reads a package into a course: our own form with {@code cours.yaml} (docs/import.md), a folder with {@code meta.yml} and
 * numbered steps, or any tree of Markdown files, each a lesson in the order of its path.
 */
final class PackageReader {
    private static final Pattern NUMBERS = Pattern.compile("\\d+");
    private static final Set<String> THEMES = Set.of(
            "internet",
            "web",
            "bureautique",
            "securite",
            "communication",
            "donnees",
            "programmation",
            "image",
            "emploi",
            "autre");
    private static final Set<String> LEVELS = Set.of("debutant", "intermediaire", "avance");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> NOT_LESSONS =
            Set.of("license.md", "licence.md", "contributing.md", "code_of_conduct.md", "security.md", "changelog.md");
    /** Sorted before every name. */
    private static final String FIRST = " ";

    private static final int WORDS_A_MINUTE = 150;
    private static final int LONGEST_MINUTES = 600;

    /** In characters: the longest chapters of real courses have a third of that. */
    private static final int LONGEST_LESSON = 300_000;

    private final PackageFiles files;
    private final String name;
    private final HtmlSanitiser sanitiser;
    private final ImportReport report;
    private final Watch watch;
    private final Set<String> used = new HashSet<>();
    private final Map<String, List<String>> byName;
    private String root = "";
    private Map<String, Object> card = Map.of();
    private List<String> lessonPaths = List.of();
    private List<String> stepTitles = List.of();

    /** @param name of the archive or folder: the title of last resort */
    PackageReader(PackageFiles files, String name, HtmlSanitiser sanitiser, ImportReport report, Watch watch) {
        this.files = files;
        this.name = name;
        this.sanitiser = sanitiser;
        this.report = report;
        this.watch = watch;
        byName = files.paths().stream().collect(Collectors.groupingBy(PackageReader::lastPart));
    }

    /** Nothing when the report has errors. */
    Optional<CoursePackage> read() throws IOException {
        findForm();
        if (report.hasErrors()) return Optional.empty();
        if (lessonPaths.isEmpty()) {
            report.add(Level.ERROR, "", 0, "no-lesson");
            return Optional.empty();
        }
        var lessons = new ArrayList<RawLesson>();
        for (int i = 0; i < lessonPaths.size(); i++) {
            watch.check();
            lesson(lessonPaths.get(i), i).ifPresent(lessons::add);
        }
        var quiz = quiz();
        var description = description(lessons);
        if (report.hasErrors()) return Optional.empty();
        var beside = used.stream()
                .flatMap(path -> Stream.of(Companion.values()).map(companion -> companion.of(path)))
                .collect(Collectors.toSet());
        files.paths().stream()
                .filter(path -> !used.contains(path)
                        && !beside.contains(path)
                        && !lastPart(path).startsWith("."))
                .forEach(path -> report.add(Level.LEFT_OUT, path, 0, "file-not-used"));
        return Optional.of(new CoursePackage(description, lessons, quiz));
    }

    private void findForm() throws IOException {
        var card = files.paths().stream()
                .filter(path ->
                        path.equals("cours.yaml") || path.equals("cours.yml") || path.matches("[^/]+/cours\\.ya?ml"))
                .findFirst();
        var meta = files.paths().stream()
                .filter(path -> lastPart(path).equals("meta.yml"))
                .findFirst();
        if (card.isPresent()) {
            root = folder(card.get());
            readCard(card.get());
            lessonPaths = markdown(path -> folder(path).equals(root)
                    && !NOT_LESSONS.contains(lastPart(path).toLowerCase(Locale.ROOT)));
        } else if (meta.isPresent()) {
            root = folder(meta.get());
            readCard(meta.get());
            stepTitles = this.card.get("steps") instanceof List<?> steps
                    ? steps.stream()
                            .map(step -> step instanceof Map<?, ?> map ? String.valueOf(map.get("title")) : "")
                            .toList()
                    : List.of();
            lessonPaths =
                    markdown(path -> folder(path).equals(root) && lastPart(path).matches("step_\\d+\\.md"));
        } else
            lessonPaths = markdown(path -> !NOT_LESSONS.contains(lastPart(path).toLowerCase(Locale.ROOT)));
    }

    private void readCard(String path) throws IOException {
        used.add(path);
        try {
            card = FrontMatter.yaml(files.text(path));
        } catch (FrontMatter.Broken broken) {
            report.add(Level.ERROR, path, broken.line(), "yaml-broken");
        }
    }

    private List<String> markdown(java.util.function.Predicate<String> wanted) {
        return files.paths().stream()
                .filter(path -> path.toLowerCase(Locale.ROOT).endsWith(".md"))
                .filter(wanted)
                .sorted(Comparator.comparing(PackageReader::order))
                .toList();
    }

    /**
     * 2 before 10; what a folder is about before what is in it. A translation stands where its original does.
     */
    private static String order(String path) {
        var place = path.toLowerCase(Locale.ROOT).replace("translations/", "");
        var name = lastPart(place);
        var opens = name.matches("(readme|index)(\\.[a-z]{2})?\\.md");
        return NUMBERS.matcher(folder(place) + (opens ? FIRST : name))
                .replaceAll(number -> "0".repeat(Math.max(0, 9 - number.group().length())) + number.group());
    }

    private Optional<RawLesson> lesson(String path, int index) throws IOException {
        used.add(path);
        var text = files.text(path);
        if (text.indexOf('\uFFFD') >= 0) report.add(Level.CHANGED, path, 0, "not-utf-8");
        if (text.length() > LONGEST_LESSON) {
            report.add(Level.LEFT_OUT, path, 0, "lesson-too-long");
            return Optional.empty();
        }
        FrontMatter head;
        try {
            head = FrontMatter.of(text.replace("\r\n", "\n").replace('\r', '\n'));
        } catch (FrontMatter.Broken broken) {
            report.add(Level.ERROR, path, broken.line(), "yaml-broken");
            return Optional.empty();
        }
        var title = FrontMatter.text(head.values(), "titre")
                .or(() -> FrontMatter.text(head.values(), "title"))
                .or(() -> index < stepTitles.size()
                        ? Optional.of(stepTitles.get(index)).filter(step -> !step.isBlank())
                        : Optional.empty())
                .map(HtmlSanitiser::line);
        var body = Dialect.plain(head.body(), path, report);
        var reader = new MarkdownReader(sanitiser, report, this::file, this::lessonNumber);
        int minutes = FrontMatter.number(head.values(), "duree").orElse(0);
        var lesson = reader.read(
                path,
                body,
                head.bodyLine(),
                title,
                minutes > 0 ? Math.min(minutes, LONGEST_MINUTES) : readingTime(body),
                FrontMatter.text(head.values(), "objectif").orElse(""));
        if (lesson.blocks().isEmpty()) {
            report.add(Level.LEFT_OUT, path, 0, "lesson-empty");
            return Optional.empty();
        }
        report.add(
                Level.TAKEN,
                path,
                0,
                "lesson-taken",
                lesson.title(),
                lesson.blocks().size());
        return Optional.of(lesson);
    }

    private static int readingTime(String text) {
        return Math.clamp(text.split("\\s+").length / WORDS_A_MINUTE, 1, LONGEST_MINUTES);
    }

    private Optional<String> file(String lesson, String destination) {
        var wanted = decode(destination.split("[?#]", 2)[0]);
        if (wanted.isEmpty()) return Optional.empty();
        var folder = folder(lesson);
        var candidates = new ArrayList<Optional<String>>();
        if (wanted.startsWith("/")) {
            candidates.add(normal(wanted.substring(1)));
            candidates.add(normal(root + wanted.substring(1)));
        } else {
            candidates.add(normal(folder + wanted));
            if (folder.endsWith("translations/"))
                candidates.add(normal(folder.substring(0, folder.length() - "translations/".length()) + wanted));
        }
        for (var candidate : candidates)
            if (candidate.filter(files.paths()::contains).isPresent()) {
                used.add(candidate.get());
                return candidate;
            }
        for (var candidate : candidates) {
            var translated = candidate.flatMap(this::translation);
            if (translated.isPresent()) return translated;
        }
        var sameName = byName.getOrDefault(lastPart(wanted), List.of());
        if (sameName.size() != 1 || wanted.endsWith(".md")) return Optional.empty();
        used.add(sameName.getFirst());
        return Optional.of(sameName.getFirst());
    }

    /** The French lesson of which a link names the original, or the folder. */
    private Optional<String> translation(String path) {
        var folder = path.endsWith(".md") ? folder(path) : path.isEmpty() || path.endsWith("/") ? path : path + "/";
        var name = path.endsWith(".md") ? lastPart(path).replaceAll("(\\.fr)?\\.md$", "") : "README";
        for (var candidate :
                List.of(folder + "translations/" + name + ".fr.md", folder + name + ".fr.md", folder + name + ".md"))
            if (files.paths().contains(candidate)) return Optional.of(candidate);
        return Optional.empty();
    }

    private Optional<String> lessonNumber(String path) {
        int index = lessonPaths.indexOf(path);
        return index < 0 ? Optional.empty() : Optional.of(Integer.toString(index + 1));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    /** Without "." and ".."; nothing when it climbs out of the package. */
    private static Optional<String> normal(String path) {
        var parts = new ArrayList<String>();
        for (var part : path.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.isEmpty()) return Optional.empty();
                parts.removeLast();
            } else if (!part.equals(".")) parts.add(part);
        }
        return Optional.of(String.join("/", parts));
    }

    private Optional<RawQuiz> quiz() throws IOException {
        if (!(card.get("quiz") instanceof Map<?, ?> wanted)) return Optional.empty();
        var values = new LinkedHashMap<String, Object>();
        wanted.forEach((key, value) -> values.put(String.valueOf(key), value));
        var path = root + FrontMatter.text(values, "fichier").orElse("quiz.gift");
        if (!files.paths().contains(path)) {
            report.add(Level.ERROR, path, 0, "quiz-missing");
            return Optional.empty();
        }
        used.add(path);
        var pass = FrontMatter.number(values, "reussite").orElse(60);
        return Optional.of(new RawQuiz(
                path,
                files.text(path),
                new ExerciseSource.Rules(
                        FrontMatter.text(values, "titre").orElse("Quiz final"),
                        Math.clamp(pass, 0, 100),
                        timeLimit(values))));
    }

    private Optional<Integer> timeLimit(Map<String, Object> quiz) {
        if (!quiz.containsKey("duree")) return Optional.empty();
        var minutes = FrontMatter.number(quiz, "duree")
                .filter(number -> number >= 1 && number <= ExerciseSource.Rules.LONGEST);
        if (minutes.isEmpty())
            report.add(Level.CHANGED, root + "cours.yaml", 0, "quiz-time-unclear", ExerciseSource.Rules.LONGEST);
        return minutes;
    }

    private CourseDescription description(List<RawLesson> lessons) throws IOException {
        var title = FrontMatter.text(card, "titre")
                .or(() -> FrontMatter.text(card, "title"))
                .or(() -> lessons.stream()
                        .filter(lesson -> folder(lesson.path())
                                .replace("translations/", "")
                                .equals(root))
                        .map(RawLesson::title)
                        .findFirst())
                .map(HtmlSanitiser::line)
                .filter(text -> !text.isEmpty())
                .orElse(name);
        return new CourseDescription(
                shorten(title, 160),
                shorten(
                        HtmlSanitiser.line(FrontMatter.text(card, "resume")
                                .or(() -> FrontMatter.text(card, "description"))
                                .orElse("")),
                        300),
                shorten(HtmlSanitiser.line(FrontMatter.text(card, "public").orElse("")), 500),
                shorten(HtmlSanitiser.line(FrontMatter.text(card, "prerequis").orElse("")), 500),
                lines("objectifs"),
                lines("auteurs"),
                lines("mots-cles"),
                code("theme", THEMES, "autre"),
                level(),
                code("langue", LANGUAGES, "fr"),
                code("type", Set.of("cours", "ressource"), "cours"),
                licence());
    }

    private String level() {
        if (FrontMatter.text(card, "niveau").isEmpty())
            report.add(Level.CHANGED, root + "cours.yaml", 0, "level-missing");
        return code("niveau", LEVELS, "debutant");
    }

    /** The code of a licence however it is written; one we do not know stays as its author wrote it, and is told. */
    private String licence() throws IOException {
        var written = FrontMatter.text(card, "licence").map(String::strip).orElse("");
        if (written.isEmpty()) {
            var found = licenceFile();
            if (found.isPresent()) return found.get();
        }
        var code = written.replaceAll("[\\s_]+", "-").toUpperCase(Locale.ROOT);
        if (Licences.KNOWN.contains(code)) return code;
        if (written.matches("[A-Za-z0-9 .+-]{2,40}")) {
            report.add(Level.CHANGED, root + "cours.yaml", 0, "licence-unknown", written);
            return written;
        }
        report.add(
                Level.CHANGED,
                root + "cours.yaml",
                0,
                written.isEmpty() ? "licence-missing" : "licence-unusable",
                shorten(written, 80));
        return "non-precisee";
    }

    /** Of a package whose card says nothing: the file that people put beside their work. */
    private Optional<String> licenceFile() throws IOException {
        var file = files.paths().stream()
                .filter(path -> folder(path).equals(root) || folder(path).isEmpty())
                .filter(path -> lastPart(path).toLowerCase(Locale.ROOT).matches("licen[cs]e(\\.(md|txt))?"))
                .findFirst();
        if (file.isEmpty()) return Optional.empty();
        used.add(file.get());
        var found = Licences.in(files.text(file.get()));
        found.ifPresent(code -> report.add(Level.TAKEN, file.get(), 0, "licence-found", code));
        return found;
    }

    private List<String> lines(String key) {
        return FrontMatter.texts(card, key).stream()
                .map(HtmlSanitiser::line)
                .filter(line -> !line.isEmpty())
                .map(line -> shorten(line, 300))
                .limit(20)
                .toList();
    }

    private String code(String key, Set<String> known, String standard) {
        var value = FrontMatter.text(card, key);
        if (value.isPresent() && !known.contains(value.get()))
            report.add(Level.CHANGED, root + "cours.yaml", 0, "value-unknown", key, value.get(), standard);
        return value.filter(known::contains).orElse(standard);
    }

    private static String shorten(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
