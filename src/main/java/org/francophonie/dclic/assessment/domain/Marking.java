package org.francophonie.dclic.assessment.domain;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.francophonie.dclic.assessment.domain.QuestionDocument.Accepted;
import org.francophonie.dclic.assessment.domain.QuestionDocument.Choice;
import org.francophonie.dclic.assessment.domain.QuestionDocument.Pair;
import org.francophonie.dclic.authoring.exercise.Mark;
import org.francophonie.dclic.authoring.exercise.Question;
import org.francophonie.dclic.authoring.exercise.Response;

/** What an answer is worth. Only the server marks; the key never leaves it before. */
public final class Marking {
    private static final int LONGEST_ANSWER = 300;

    private Marking() {}

    /** Nothing when the answer does not fit the kind of question. */
    public static Optional<Mark> mark(QuestionDocument question, Response response) {
        if (!isAnswer(question, response)) return Optional.empty();
        return switch (response) {
            case Response.Chosen chosen
            when isChoice(question) && areOptions(question, chosen) -> Optional.of(choices(question, chosen));
            case Response.Written written
            when question.kind() == Question.Kind.SHORT -> Optional.of(words(question, written.text()));
            case Response.Written written
            when question.kind() == Question.Kind.NUMERIC -> Optional.of(number(question, written.text()));
            case Response.Matched matched
            when question.kind() == Question.Kind.MATCHING -> Optional.of(pairs(question, matched));
            default -> Optional.empty();
        };
    }

    /** What no browser of ours could have sent is not kept: a forged answer may be as long as it likes. */
    private static boolean isAnswer(QuestionDocument question, Response response) {
        return switch (response) {
            case Response.Chosen chosen ->
                chosen.options().size() <= question.choices().size();
            case Response.Written written -> written.text().length() <= LONGEST_ANSWER;
            case Response.Matched matched ->
                question.pairs().stream()
                                .map(Pair::leftId)
                                .toList()
                                .containsAll(matched.pairs().keySet())
                        && matched.pairs().values().stream()
                                .allMatch(id -> id.length() <= LONGEST_ANSWER && id.indexOf(0) < 0);
        };
    }

    /** No answer: no points, but what there was to know. */
    public static Mark unanswered(QuestionDocument question) {
        return new Mark(0, Map.of(), Map.of(), general(question), key(question));
    }

    private static boolean isChoice(QuestionDocument question) {
        return question.kind() == Question.Kind.SINGLE || question.kind() == Question.Kind.MULTIPLE;
    }

    private static boolean areOptions(QuestionDocument question, Response.Chosen chosen) {
        var known = question.choices().stream().map(Choice::id).collect(Collectors.toSet());
        return known.containsAll(chosen.options())
                && (question.kind() == Question.Kind.MULTIPLE
                        || chosen.options().size() <= 1);
    }

    private static Mark choices(QuestionDocument question, Response.Chosen chosen) {
        double sum = 0;
        var right = new LinkedHashMap<String, Boolean>();
        var feedback = new LinkedHashMap<String, String>();
        for (var choice : question.choices())
            if (chosen.options().contains(choice.id())) {
                sum += choice.fraction();
                right.put(choice.id(), choice.fraction() > 0);
                if (!choice.feedback().isEmpty()) feedback.put(choice.id(), choice.feedback());
            }
        return new Mark(Math.clamp(sum, 0, 1), right, feedback, general(question), key(question));
    }

    private static Mark words(QuestionDocument question, String typed) {
        var best = question.accepted().stream().filter(fits(typed)).max(Comparator.comparingDouble(Accepted::fraction));
        return new Mark(
                best.map(Accepted::fraction)
                        .map(fraction -> Math.clamp(fraction, 0, 1))
                        .orElse(0.0),
                Map.of(),
                Map.of(),
                feedback(best.map(Accepted::feedback), question),
                key(question));
    }

    private static Predicate<Accepted> fits(String typed) {
        return accepted -> accepted.caseMatters()
                ? Glob.matches(Glob.spaces(accepted.pattern()), Glob.spaces(typed))
                : Glob.matches(Glob.fold(accepted.pattern()), Glob.fold(typed));
    }

    private static Mark number(QuestionDocument question, String typed) {
        var value = Decimal.answer(typed);
        var best = question.numbers().stream()
                .filter(number -> value.isPresent()
                        && Math.abs(value.getAsDouble() - number.value())
                                <= number.tolerance() + Math.ulp(number.value()))
                .max(Comparator.comparingDouble(QuestionDocument.Number::fraction));
        return new Mark(
                best.map(QuestionDocument.Number::fraction)
                        .map(fraction -> Math.clamp(fraction, 0, 1))
                        .orElse(0.0),
                Map.of(),
                Map.of(),
                feedback(best.map(QuestionDocument.Number::feedback), question),
                key(question));
    }

    /** Each left side is worth the same; two pairs may share the words of their right side. */
    private static Mark pairs(QuestionDocument question, Response.Matched matched) {
        var words = Stream.concat(
                        question.pairs().stream().map(pair -> Map.entry(pair.rightId(), pair.right())),
                        question.distractors().stream().map(choice -> Map.entry(choice.id(), choice.html())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a));
        var right = new LinkedHashMap<String, Boolean>();
        for (var pair : question.pairs()) {
            var given = matched.pairs().get(pair.leftId());
            if (given != null) right.put(pair.leftId(), pair.right().equals(words.get(given)));
        }
        long count = right.values().stream().filter(Boolean::booleanValue).count();
        return new Mark(
                question.pairs().isEmpty()
                        ? 0
                        : (double) count / question.pairs().size(),
                right,
                Map.of(),
                general(question),
                key(question));
    }

    /** The right answer in words, with what there is to say about it. */
    public static String solution(QuestionDocument question) {
        var why = question.choices().stream()
                .filter(choice -> choice.fraction() > 0)
                .map(Choice::feedback);
        return "<div class=\"right-answer\">" + key(question) + "</div>"
                + Stream.concat(why, Stream.of(question.general()))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining());
    }

    private static String key(QuestionDocument question) {
        return switch (question.kind()) {
            case SINGLE, MULTIPLE ->
                list(question.choices().stream()
                        .filter(choice -> choice.fraction() > 0)
                        .map(Choice::html)
                        .toList());
            case SHORT ->
                question.accepted().stream()
                        .max(Comparator.comparingDouble(Accepted::fraction))
                        .map(answer -> escape(answer.pattern()))
                        .orElse("");
            case NUMERIC ->
                question.numbers().stream()
                        .max(Comparator.comparingDouble(QuestionDocument.Number::fraction))
                        .map(number -> Decimal.write(number.value()))
                        .orElse("");
            case MATCHING -> list(question.pairs().stream().map(Marking::line).toList());
        };
    }

    private static String list(List<String> parts) {
        return parts.size() == 1
                ? parts.getFirst()
                : parts.stream().map(part -> "<li>" + part + "</li>").collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    private static String line(Pair pair) {
        return pair.left() + " → " + pair.right();
    }

    private static List<String> feedback(Optional<String> own, QuestionDocument question) {
        return Stream.concat(own.stream().filter(text -> !text.isEmpty()), general(question).stream())
                .toList();
    }

    private static List<String> general(QuestionDocument question) {
        return question.general().isEmpty() ? List.of() : List.of(question.general());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
