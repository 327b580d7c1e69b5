package org.francophonie.dclic.assessment.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.francophonie.dclic.platform.text.MarkdownText;

/** Writes questions in the GIFT that {@link Gift} reads as the same questions. */
public final class GiftWriter {
    private static final int PERCENT = 100;
    private static final double WHOLE = 0.999;

    private static final Pattern LIKE_WEIGHT = Pattern.compile("^(<p>)?\\s*%-?[0-9]");

    private GiftWriter() {}

    public static String write(QuestionDocument question) {
        var general =
                question.general().isEmpty() ? Stream.<String>empty() : Stream.of("####" + text(question.general()));
        return "::" + escape(question.title()) + "::" + text(question.html()) + " {\n  "
                + Stream.concat(answers(question), general).collect(Collectors.joining("\n  ")) + "\n}";
    }

    private static Stream<String> answers(QuestionDocument question) {
        return switch (question.kind()) {
            case SINGLE -> single(question.choices());
            case MULTIPLE ->
                question.choices().stream()
                        .map(choice -> "~" + weighed(choice.fraction(), choice.html()) + feedback(choice.feedback()));
            case SHORT ->
                question.accepted().stream()
                        .map(answer -> "=" + (answer.fraction() >= WHOLE ? "" : weight(answer.fraction()))
                                + escape(answer.pattern()).replace("->", "-\\>") + feedback(answer.feedback()));
            case NUMERIC ->
                Stream.concat(Stream.of("#"), question.numbers().stream().map(GiftWriter::number));
            case MATCHING ->
                Stream.concat(
                        question.pairs().stream().map(pair -> "=" + side(pair.left()) + " -> " + side(pair.right())),
                        question.distractors().stream().map(choice -> "= -> " + side(choice.html())));
        };
    }

    /** One sign of right answer, or it would be a question with several. */
    private static Stream<String> single(List<QuestionDocument.Choice> choices) {
        var right =
                choices.stream().filter(choice -> choice.fraction() >= WHOLE).findFirst();
        return choices.stream().map(choice -> {
            var isRight = right.filter(choice::equals).isPresent();
            var answer = isRight && !LIKE_WEIGHT.matcher(choice.html()).find()
                    ? text(choice.html())
                    : weighed(choice.fraction(), choice.html());
            return (isRight ? "=" : "~") + answer + feedback(choice.feedback());
        });
    }

    /** No weight stands for none, but where the words look like one. */
    private static String weighed(double fraction, String html) {
        var plain = fraction == 0 && !LIKE_WEIGHT.matcher(html).find();
        return (plain ? "" : weight(fraction)) + text(html);
    }

    private static String number(QuestionDocument.Number number) {
        var sign = number.fraction() == 0 ? "~" : "=" + (number.fraction() >= WHOLE ? "" : weight(number.fraction()));
        return sign + plain(number.value()) + ":" + plain(number.tolerance()) + feedback(number.feedback());
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(Decimal.exact(value)).stripTrailingZeros().toPlainString();
    }

    private static String weight(double fraction) {
        return "%"
                + BigDecimal.valueOf(fraction * PERCENT)
                        .setScale(5, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }

    private static String feedback(String html) {
        return html.isEmpty() ? "" : " #" + text(html);
    }

    private static String side(String html) {
        return text(html).replace("->", "-&gt;");
    }

    private static String text(String html) {
        return escape(MarkdownText.of(html));
    }

    private static String escape(String text) {
        return text.replaceAll("[\\\\~=#{}:]", "\\\\$0").replace("\n", "\\n");
    }
}
