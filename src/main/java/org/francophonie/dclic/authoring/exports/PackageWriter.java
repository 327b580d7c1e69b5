package org.francophonie.dclic.authoring.exports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.authoring.PackedCourse;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.francophonie.dclic.authoring.block.Block;
import org.francophonie.dclic.authoring.domain.Slug;
import org.francophonie.dclic.authoring.exercise.ExerciseSource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Puts a course together as a package in the form of docs/import.md. */
public final class PackageWriter {
    private static final String QUIZ = "quiz.gift";
    private static final int LONGEST_LINE = 200;

    /** Times that drawings shrink. */
    private static final int PACKED = 3;

    private PackageWriter() {}

    /**
     * @param questions those of the exercises in GIFT, by version
     * @param quiz empty where its key must not be read
     * @param source where the course is published, for whoever uses it elsewhere
     */
    public static PackedCourse pack(
            PublishedCourse course,
            Map<UUID, String> questions,
            Optional<ExerciseSource.QuizSource> quiz,
            String source,
            Instant at) {
        var folder = new PackageFolder();
        folder.write("cours.yaml", "# " + source + "\n" + yaml(card(course, quiz)));
        var paths = paths(course);
        var writer = new LessonWriter(folder, paths, questions);
        for (int i = 0; i < paths.size(); i++) {
            var lesson = course.lessons().get(i);
            var head = new LinkedHashMap<String, Object>();
            head.put("titre", lesson.title());
            head.put("duree", lesson.minutes());
            if (!lesson.objective().isEmpty()) head.put("objectif", lesson.objective());
            folder.write(paths.get(i), "---\n" + yaml(head) + "---\n\n" + writer.write(lesson.blocks()));
        }
        quiz.ifPresent(found -> folder.write(QUIZ, found.gift()));
        return new PackedCourse(PackedCourse.name(course), folder.contents(), at);
    }

    /** About how many bytes its package has. */
    public static long weight(PublishedCourse course) {
        var blocks = course.lessons().stream()
                .flatMap(lesson -> lesson.blocks().stream())
                .toList();
        long shown = blocks.stream()
                .filter(Block.Image.class::isInstance)
                .mapToLong(block -> ((Block.Image) block).lightest().size())
                .sum();
        return course.bytes()
                - shown
                + blocks.stream()
                        .flatMap(Block::files)
                        .distinct()
                        .mapToLong(file ->
                                file.mediaType().matches("image/svg.*|text/.*") ? file.size() / PACKED : file.size())
                        .sum();
    }

    private static List<String> paths(PublishedCourse course) {
        var paths = new ArrayList<String>();
        for (var lesson : course.lessons())
            paths.add("%02d-%s.md"
                    .formatted(paths.size() + 1, Slug.plain(lesson.title()))
                    .replace("-.md", ".md"));
        return paths;
    }

    private static Map<String, Object> card(PublishedCourse course, Optional<ExerciseSource.QuizSource> quiz) {
        var said = course.description();
        var card = new LinkedHashMap<String, Object>();
        card.put("titre", said.title());
        card.put("resume", said.summary());
        card.put("langue", said.language());
        card.put("niveau", said.level());
        card.put("theme", said.theme());
        card.put("type", said.type());
        card.put("licence", said.licence());
        card.put("auteurs", said.authors());
        card.put("mots-cles", said.keywords());
        card.put("public", said.audience());
        card.put("objectifs", said.objectives());
        card.put("prerequis", said.prerequisite());
        card.values().removeIf(value -> value.equals("") || value.equals(List.of()));
        quiz.ifPresent(found -> {
            var rules = new LinkedHashMap<String, Object>();
            rules.put("fichier", QUIZ);
            rules.put("titre", found.rules().title());
            rules.put("reussite", found.rules().passMark());
            found.rules().timeLimit().ifPresent(minutes -> rules.put("duree", minutes));
            card.put("quiz", rules);
        });
        return card;
    }

    private static String yaml(Map<String, Object> values) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        options.setWidth(LONGEST_LINE);
        return new Yaml(options).dump(values);
    }
}
