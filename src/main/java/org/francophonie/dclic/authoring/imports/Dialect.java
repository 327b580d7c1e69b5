package org.francophonie.dclic.authoring.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.francophonie.dclic.authoring.imports.ImportReport.Level;

/**
 * Turns the marks that some writers put around Markdown into Markdown: attribute lists of kramdown ({@code {:target=…}}) go,
 * sections such as {@code --- task ---} lose their marks, {@code --- code ---} becomes a fence, {@code --- collapse ---} a
 * heading. Lines are replaced one for one, so that line numbers in the report stay right.
 */
final class Dialect {
    private static final Pattern ATTRIBUTES = Pattern.compile("\\{:[^{}\\n]{0,200}}");
    private static final Pattern MARK = Pattern.compile("\\s*---\\s+(/?[a-z-]+)\\s+---\\s*");

    private final String file;
    private final ImportReport report;
    private final List<String> out = new ArrayList<>();
    private final java.util.Set<String> told = new java.util.HashSet<>();

    private Dialect(String file, ImportReport report) {
        this.file = file;
        this.report = report;
    }

    static String plain(String text, String file, ImportReport report) {
        var dialect = new Dialect(file, report);
        dialect.read(text.split("\n", -1));
        return String.join("\n", dialect.out);
    }

    private void read(String[] lines) {
        boolean fenced = false;
        for (int i = 0; i < lines.length; i++) {
            var line = lines[i];
            if (line.stripLeading().startsWith("```")) fenced = !fenced;
            var mark = fenced ? null : MARK.matcher(line);
            if (mark == null || !mark.matches()) {
                out.add(fenced ? line : ATTRIBUTES.matcher(line).replaceAll(""));
                continue;
            }
            i = switch (mark.group(1)) {
                case "code" -> code(lines, i);
                case "collapse" -> collapse(lines, i);
                default -> {
                    tell(i, mark.group(1));
                    out.add("");
                    yield i;
                }
            };
        }
    }

    private void tell(int line, String mark) {
        var name = mark.replace("/", "");
        if (told.add(name)) report.add(Level.CHANGED, file, line + 1, "mark-removed", name);
    }

    /** A head in YAML with the language, then the code, up to {@code --- /code ---}. */
    private int code(String[] lines, int start) {
        int end = end(lines, start, "/code");
        int head = start + 1;
        while (head < end && lines[head].isBlank()) head++;
        var language = "";
        int first = start + 1;
        if (head < end && lines[head].strip().equals("---")) {
            int close = head + 1;
            while (close < end && !lines[close].strip().equals("---")) {
                if (lines[close].strip().startsWith("language:"))
                    language = lines[close]
                            .substring(lines[close].indexOf(':') + 1)
                            .strip();
                close++;
            }
            first = close + 1;
        }
        for (int i = start; i < first - 1; i++) out.add("");
        out.add("```" + language);
        for (int i = first; i < end; i++) out.add(lines[i]);
        if (end < lines.length) out.add("```");
        return end;
    }

    /** A head in YAML with the title: it becomes a heading. */
    private int collapse(String[] lines, int start) {
        out.add("");
        int head = start + 1;
        while (head < lines.length && lines[head].isBlank()) {
            out.add("");
            head++;
        }
        if (head >= lines.length || !lines[head].strip().equals("---")) return head - 1;
        out.add("");
        int i = head + 1;
        for (; i < lines.length && !lines[i].strip().equals("---"); i++) {
            var line = lines[i].strip();
            out.add(line.startsWith("title:") ? "### " + line.substring(6).strip() : "");
        }
        if (i < lines.length) out.add("");
        return i;
    }

    private static int end(String[] lines, int start, String mark) {
        for (int i = start; i < lines.length; i++) {
            var matcher = MARK.matcher(lines[i]);
            if (matcher.matches() && matcher.group(1).equals(mark)) return i;
        }
        return lines.length;
    }
}
