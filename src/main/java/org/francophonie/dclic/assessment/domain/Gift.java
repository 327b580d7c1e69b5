package org.francophonie.dclic.assessment.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.francophonie.dclic.authoring.exercise.ExerciseSource.Draft;
import org.francophonie.dclic.authoring.exercise.ExerciseSource.Problem;
import org.francophonie.dclic.authoring.exercise.ExerciseSource.Reading;
import org.francophonie.dclic.authoring.exercise.Question;

/**
 * Reads questions in GIFT: single and several right answers, true or false, short answer, numbers, matching, missing word.
 * Essays, descriptions and categories are told in the report.
 */
public final class Gift {
    /** A character that was escaped keeps out of the syntax until the text is taken. */
    private static final String ESCAPABLE = "~=#{}:\\n>";

    private static final char FIRST_HIDDEN = '\uE000';
    private static final Pattern FORMAT =
            Pattern.compile("^\\[(html|moodle|plain|markdown)]", Pattern.CASE_INSENSITIVE);
    private static final Pattern WEIGHT = Pattern.compile("^%(-?\\d{1,3}(?:[.,]\\d{1,7})?)%");
    private static final Pattern TRUTH = Pattern.compile("(?is)^(T|TRUE|F|FALSE|VRAI|FAUX)\\s*(?:#(.*))?$");
    private static final String DEFAULT_FORMAT = "moodle";

    private final Function<String, String> markdown;
    private final Function<String, String> clean;
    private final RandomGenerator random;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param markdown turns Markdown into HTML
     * @param clean lets only harmless HTML through
     */
    public Gift(Function<String, String> markdown, Function<String, String> clean, RandomGenerator random) {
        this.markdown = markdown;
        this.clean = clean;
        this.random = random;
    }

    public Reading read(String text) {
        var lines = text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1);
        var question = new StringBuilder();
        int first = 0;
        int depth = 0;
        for (int i = 0; i <= lines.length; i++) {
            var line = i < lines.length ? lines[i] : "";
            var isComment = line.stripLeading().startsWith("//");
            if (i == lines.length || line.isBlank() && depth <= 0) {
                if (!question.isEmpty()) question(question.toString(), first + 1);
                question.setLength(0);
                depth = 0;
            } else if (!isComment) {
                if (question.isEmpty()) first = i;
                var hidden = hide(line);
                depth += count(hidden, '{') - count(hidden, '}');
                question.append(hidden).append('\n');
            }
        }
        return new Reading(drafts, problems);
    }

    private static int count(String text, char c) {
        return (int) text.chars().filter(each -> each == c).count();
    }

    private static String hide(String line) {
        var out = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            int which = c == '\\' && i + 1 < line.length() ? ESCAPABLE.indexOf(line.charAt(i + 1)) : -1;
            if (which >= 0) {
                out.append((char) (FIRST_HIDDEN + which));
                i++;
            } else out.append(c);
        }
        return out.toString();
    }

    private static String show(String text) {
        var out = new StringBuilder();
        for (char c : text.toCharArray()) {
            int which = c - FIRST_HIDDEN;
            if (which >= 0 && which < ESCAPABLE.length())
                out.append(ESCAPABLE.charAt(which) == 'n' ? '\n' : ESCAPABLE.charAt(which));
            else out.append(c);
        }
        return out.toString();
    }

    private void question(String text, int line) {
        var rest = text.strip();
        if (rest.startsWith("$CATEGORY")) return;
        var builder = new QuestionBuilder(random);
        if (rest.startsWith("::")) {
            int end = rest.indexOf("::", 2);
            if (end > 0) {
                builder.title = show(rest.substring(2, end)).strip();
                rest = rest.substring(end + 2).strip();
            }
        }
        var format = DEFAULT_FORMAT;
        var marked = FORMAT.matcher(rest);
        if (marked.find()) {
            format = marked.group(1).toLowerCase(Locale.ROOT);
            rest = rest.substring(marked.end());
        }
        int open = rest.indexOf('{');
        int close = rest.lastIndexOf('}');
        if (open < 0 || close < open) {
            problem(line, "question-description", builder.title.isEmpty() ? shorten(rest) : builder.title);
            return;
        }
        var tail = rest.substring(close + 1).strip();
        var words = rest.substring(0, open).strip() + (tail.isEmpty() ? "" : " _____ " + tail);
        builder.html = html(words, format);
        if (builder.title.isEmpty()) builder.title = shorten(show(words));
        answers(builder, rest.substring(open + 1, close).strip(), format, line);
    }

    private void answers(QuestionBuilder builder, String text, String format, int line) {
        var body = text;
        int general = body.indexOf("####");
        if (general >= 0) {
            builder.general = html(body.substring(general + 4).strip(), format);
            body = body.substring(0, general).strip();
        }
        if (body.isEmpty()) {
            problem(line, "question-essay", builder.title);
            return;
        }
        var truth = TRUTH.matcher(body);
        Optional<QuestionDocument> built;
        if (truth.matches()) built = truth(builder, truth.group(1), Optional.ofNullable(truth.group(2)), format);
        else if (body.startsWith("#"))
            built = numeric(builder, body.substring(1).strip(), format);
        else built = listed(builder, parts(body), format);
        if (built.isPresent()) drafts.add(new QuestionDraft(line, built.get()));
        else problem(line, "question-unusable", builder.title);
    }

    private Optional<QuestionDocument> truth(
            QuestionBuilder builder, String key, Optional<String> feedback, String format) {
        boolean isTrue = key.toUpperCase(Locale.ROOT).startsWith("T") || key.equalsIgnoreCase("vrai");
        var parts = feedback.map(text -> text.split("#", 2)).orElse(new String[] {});
        var whenWrong = parts.length > 0 ? html(parts[0].strip(), format) : "";
        var whenRight = parts.length > 1 ? html(parts[1].strip(), format) : "";
        builder.choice("Vrai", isTrue ? 1 : 0, isTrue ? whenRight : whenWrong);
        builder.choice("Faux", isTrue ? 0 : 1, isTrue ? whenWrong : whenRight);
        return builder.build(Question.Kind.SINGLE);
    }

    /** An answer with its sign. */
    private record Part(char sign, String text, String feedback) {}

    private static List<Part> parts(String body) {
        var parts = new ArrayList<Part>();
        int start = -1;
        for (int i = 0; i <= body.length(); i++) {
            boolean sign = i < body.length() && (body.charAt(i) == '=' || body.charAt(i) == '~');
            if (!sign && i < body.length()) continue;
            if (start >= 0) {
                var text = body.substring(start + 1, i);
                int feedback = text.indexOf('#');
                parts.add(new Part(
                        body.charAt(start),
                        (feedback < 0 ? text : text.substring(0, feedback)).strip(),
                        feedback < 0 ? "" : text.substring(feedback + 1).strip()));
            }
            start = i;
        }
        return parts;
    }

    private Optional<QuestionDocument> listed(QuestionBuilder builder, List<Part> parts, String format) {
        if (parts.isEmpty()) return Optional.empty();
        if (parts.stream().allMatch(part -> part.sign() == '=' && part.text().contains("->")))
            return matching(builder, parts, format);
        if (parts.stream().allMatch(part -> part.sign() == '=')) {
            for (var part : parts) {
                var weight = WEIGHT.matcher(part.text());
                var weighed = weight.find();
                builder.accept(
                        show(weighed ? part.text().substring(weight.end()) : part.text())
                                .strip(),
                        weighed ? percent(weight.group(1)) : 1,
                        html(part.feedback(), format),
                        false);
            }
            return builder.build(Question.Kind.SHORT);
        }
        return choices(builder, parts, format);
    }

    private Optional<QuestionDocument> choices(QuestionBuilder builder, List<Part> parts, String format) {
        boolean several = parts.stream().noneMatch(part -> part.sign() == '=')
                || parts.stream().filter(part -> part.sign() == '=').count() > 1;
        for (var part : parts) {
            var weight = WEIGHT.matcher(part.text());
            var weighed = weight.find();
            double fraction = weighed ? percent(weight.group(1)) : part.sign() == '=' ? 1 : 0;
            var text = weighed ? part.text().substring(weight.end()).strip() : part.text();
            builder.choice(inline(text, format), fraction, html(part.feedback(), format));
        }
        return builder.build(several ? Question.Kind.MULTIPLE : Question.Kind.SINGLE);
    }

    private Optional<QuestionDocument> matching(QuestionBuilder builder, List<Part> parts, String format) {
        for (var part : parts) {
            int arrow = part.text().indexOf("->");
            var left = inline(part.text().substring(0, arrow).strip(), format);
            var right = inline(part.text().substring(arrow + 2).strip(), format);
            if (left.isBlank()) builder.distract(right);
            else builder.pair(left, right);
        }
        return builder.build(Question.Kind.MATCHING);
    }

    private Optional<QuestionDocument> numeric(QuestionBuilder builder, String body, String format) {
        var answers = body.startsWith("=") || body.startsWith("~") ? parts(body) : parts("=" + body);
        for (var answer : answers) {
            var weight = WEIGHT.matcher(answer.text());
            var weighed = weight.find();
            var text = show(weighed ? answer.text().substring(weight.end()) : answer.text())
                    .strip();
            double fraction = answer.sign() == '~' && !weighed ? 0 : weighed ? percent(weight.group(1)) : 1;
            if (!number(builder, text, fraction, html(answer.feedback(), format)) && answer.sign() != '~')
                return Optional.empty();
        }
        return builder.build(Question.Kind.NUMERIC);
    }

    /** "12", "12:0.5" or "1..5". */
    private static boolean number(QuestionBuilder builder, String text, double fraction, String feedback) {
        var range = text.split("\\.\\.", 2);
        if (range.length == 2) {
            var low = Decimal.read(range[0]);
            var high = Decimal.read(range[1]);
            if (low.isEmpty() || high.isEmpty()) return false;
            builder.number(
                    Decimal.exact((low.getAsDouble() + high.getAsDouble()) / 2),
                    Decimal.exact(Math.abs(high.getAsDouble() - low.getAsDouble()) / 2),
                    fraction,
                    feedback);
            return true;
        }
        var parts = text.split(":", 2);
        var value = Decimal.read(parts[0]);
        var tolerance = parts.length == 2 ? Decimal.read(parts[1]) : java.util.OptionalDouble.of(0);
        if (value.isEmpty() || tolerance.isEmpty()) return false;
        builder.number(value.getAsDouble(), Math.abs(tolerance.getAsDouble()), fraction, feedback);
        return true;
    }

    private static double percent(String text) {
        return Math.clamp(Double.parseDouble(text.replace(',', '.')) / 100, -1, 1);
    }

    /** Texts of our own form are Markdown, so that `code` reads as code. */
    private String html(String text, String format) {
        var marked = FORMAT.matcher(text);
        var own = marked.find() ? marked.group(1).toLowerCase(Locale.ROOT) : format;
        var body = show(FORMAT.matcher(text).replaceFirst("")).strip();
        if (body.isEmpty()) return "";
        return clean.apply(
                switch (own) {
                    case "html" -> body;
                    case "plain" -> escape(body).replace("\n", "<br>");
                    default -> markdown.apply(body);
                });
    }

    /** Without the paragraph around a single line. */
    private String inline(String text, String format) {
        var html = html(text, format).strip();
        var inner = html.startsWith("<p>") && html.endsWith("</p>") ? html.substring(3, html.length() - 4) : html;
        return inner.contains("<p>") ? html : inner;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void problem(int line, String key, String argument) {
        problems.add(new Problem(line, key, List.of(argument)));
    }

    private static String shorten(String text) {
        var line = show(text).strip().replaceAll("\\s+", " ");
        return line.length() <= 60 ? line : line.substring(0, 59) + "…";
    }
}
