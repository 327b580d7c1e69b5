package org.francophonie.dclic.authoring.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What an import took, changed and left out, line by line. */
public final class ImportReport {
    /** How bad it is. */
    public enum Level {
        /** Nothing was imported. */
        ERROR,
        /** Something is missing in the course. */
        LEFT_OUT,
        /** Something looks different from the source. */
        CHANGED,
        /** For information. */
        TAKEN
    }

    /**
     * @param line in the file, 0 for the whole of it
     * @param key of the message, after {@code import.}
     */
    public record Line(Level level, String file, int line, String key, List<String> arguments) {}

    private static final int MOST = 2_000;
    private static final int LONGEST = 200;
    private final List<Line> lines = new ArrayList<>();

    void add(Level level, String file, int line, String key, Object... arguments) {
        if (lines.size() >= MOST && level != Level.ERROR) return;
        var texts = Arrays.stream(arguments)
                .map(String::valueOf)
                .map(text -> text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…")
                .toList();
        lines.add(new Line(level, file, line, key, texts));
    }

    /** Worst first, then as they came. */
    public List<Line> lines() {
        return lines.stream().sorted(Comparator.comparing(Line::level)).toList();
    }

    public boolean hasErrors() {
        return lines.stream().anyMatch(line -> line.level() == Level.ERROR);
    }

    public long count(Level level) {
        return lines.stream().filter(line -> line.level() == level).count();
    }
}
