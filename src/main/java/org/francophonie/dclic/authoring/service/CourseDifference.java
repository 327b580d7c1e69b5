package org.francophonie.dclic.authoring.service;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.francophonie.dclic.authoring.CourseDescription;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.francophonie.dclic.authoring.PublishedLesson;
import org.francophonie.dclic.authoring.QuizStep;
import org.francophonie.dclic.platform.text.HtmlSanitiser;

/**
 * What changed in one part of a course, word by word.
 *
 * @param title of the lesson, as it is called now or was last; nothing for what is said of the course as a whole
 * @param kind whether the part is new, gone or was changed
 * @param text runs of words, in their order
 * @param otherwise whether something changed that has no words: pictures, exercises, code
 */
public record CourseDifference(Optional<String> title, Kind kind, List<Run> text, boolean otherwise) {
    /** Words on each side of a change that are shown with it. */
    private static final int AROUND = 8;

    /** Of words of both texts, between the first and the last that changed. */
    private static final long MOST_PAIRS = 25_000_000;

    /** What became of a part. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** What became of some words. */
    public enum Change {
        SAME,
        ADDED,
        REMOVED,
        /** Words that stayed, too many to be shown. */
        LEFT_OUT
    }

    /** Some words one after the other; none for those left out. */
    public record Run(Change change, String words) {}

    static List<CourseDifference> between(PublishedCourse before, PublishedCourse after) {
        var differences = new ArrayList<CourseDifference>();
        var course = new CourseDifference(
                Optional.empty(),
                Kind.CHANGED,
                runs(words(before.description()), words(after.description())),
                !before.quiz().map(QuizStep::version).equals(after.quiz().map(QuizStep::version)));
        if (!course.isEmpty()) differences.add(course);
        var old = byId(before);
        for (var lesson : after.lessons()) {
            var was = Optional.ofNullable(old.remove(lesson.id()));
            var difference = was.map(known -> changed(known, lesson))
                    .orElseGet(() -> new CourseDifference(
                            Optional.of(lesson.title()), Kind.ADDED, runs("", lesson.text()), false));
            if (was.isEmpty() || !difference.isEmpty()) differences.add(difference);
        }
        for (var gone : old.values())
            differences.add(
                    new CourseDifference(Optional.of(gone.title()), Kind.REMOVED, runs(gone.text(), ""), false));
        return differences;
    }

    private static Map<UUID, PublishedLesson> byId(PublishedCourse course) {
        return course.lessons().stream()
                .collect(Collectors.toMap(
                        PublishedLesson::id, Function.identity(), (one, _) -> one, LinkedHashMap::new));
    }

    private static CourseDifference changed(PublishedLesson before, PublishedLesson after) {
        var text = runs(before.text(), after.text());
        return new CourseDifference(
                Optional.of(after.title()),
                Kind.CHANGED,
                text,
                text.isEmpty() && !before.blocks().equals(after.blocks()) || before.minutes() != after.minutes());
    }

    private boolean isEmpty() {
        return text.isEmpty() && !otherwise;
    }

    private static String words(CourseDescription said) {
        return HtmlSanitiser.text(String.join(
                " ",
                said.title(),
                said.summary(),
                said.audience(),
                said.prerequisite(),
                String.join(" ", said.objectives()),
                String.join(" ", said.authors()),
                String.join(" ", said.keywords()),
                said.licence()));
    }

    /** Nothing when not a word has changed. */
    static List<Run> runs(String before, String after) {
        var old = split(before);
        var now = split(after);
        var runs = new ArrayList<Run>();
        if (isTooMuch(old, now)) {
            add(runs, Change.REMOVED, old);
            add(runs, Change.ADDED, now);
            return runs;
        }
        int place = 0;
        for (var delta : DiffUtils.diff(old, now).getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) continue;
            same(runs, old.subList(place, delta.getSource().getPosition()), runs.isEmpty(), false);
            add(runs, Change.REMOVED, delta.getSource().getLines());
            add(runs, Change.ADDED, delta.getTarget().getLines());
            place = delta.getSource().getPosition() + delta.getSource().size();
        }
        if (!runs.isEmpty()) same(runs, old.subList(place, old.size()), false, true);
        return runs;
    }

    /** Texts so long and so different that comparing them word by word would hold everybody up. */
    private static boolean isTooMuch(List<String> before, List<String> after) {
        if (before.equals(after)) return false;
        int same = 0;
        int least = Math.min(before.size(), after.size());
        while (same < least && before.get(same).equals(after.get(same))) same++;
        int end = 0;
        while (end < least - same && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end)))
            end++;
        return (long) (before.size() - same - end) * (after.size() - same - end) > MOST_PAIRS;
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    private static void same(List<Run> runs, List<String> words, boolean first, boolean last) {
        int head = first ? 0 : AROUND;
        int tail = last ? 0 : AROUND;
        if (words.size() <= head + tail) {
            add(runs, Change.SAME, words);
            return;
        }
        add(runs, Change.SAME, words.subList(0, head));
        runs.add(new Run(Change.LEFT_OUT, ""));
        add(runs, Change.SAME, words.subList(words.size() - tail, words.size()));
    }

    private static void add(List<Run> runs, Change change, List<String> words) {
        if (!words.isEmpty()) runs.add(new Run(change, String.join(" ", words)));
    }
}
