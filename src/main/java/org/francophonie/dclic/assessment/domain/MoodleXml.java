package org.francophonie.dclic.assessment.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.francophonie.dclic.authoring.exercise.ExerciseSource.Draft;
import org.francophonie.dclic.authoring.exercise.ExerciseSource.Problem;
import org.francophonie.dclic.authoring.exercise.ExerciseSource.Reading;
import org.francophonie.dclic.authoring.exercise.Question;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Reads questions in Moodle XML; kinds that are not understood are told in the report, never dropped in silence. */
public final class MoodleXml {
    private final Function<String, String> clean;
    private final RandomGenerator random;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /** @param clean lets only harmless HTML through */
    public MoodleXml(Function<String, String> clean, RandomGenerator random) {
        this.clean = clean;
        this.random = random;
    }

    public Reading read(Document document) {
        var questions = children(document.getDocumentElement(), "question").toList();
        for (int i = 0; i < questions.size(); i++) question(questions.get(i), i + 1);
        return new Reading(drafts, problems);
    }

    private void question(Element element, int number) {
        var type = element.getAttribute("type");
        if (type.equals("category")) return;
        var builder = new QuestionBuilder(random);
        builder.title = inner(element, "name");
        builder.html = html(element, "questiontext");
        builder.general = html(element, "generalfeedback");
        if (children(element, "questiontext")
                .anyMatch(text -> text.getElementsByTagName("file").getLength() > 0))
            problems.add(new Problem(number, "question-picture", List.of(builder.title)));
        var built =
                switch (type) {
                    case "multichoice" -> multichoice(builder, element);
                    case "truefalse" -> truefalse(builder, element);
                    case "shortanswer" -> shortanswer(builder, element);
                    case "numerical" -> numerical(builder, element);
                    case "matching" -> matching(builder, element);
                    default -> Optional.<QuestionDocument>empty();
                };
        if (built.isPresent()) drafts.add(new QuestionDraft(number, built.get()));
        else {
            var known = List.of("multichoice", "truefalse", "shortanswer", "numerical", "matching")
                    .contains(type);
            var key = known ? "question-unusable" : "question-kind";
            problems.add(new Problem(number, key, known ? List.of(builder.title) : List.of(builder.title, type)));
        }
    }

    private Optional<QuestionDocument> multichoice(QuestionBuilder builder, Element question) {
        children(question, "answer")
                .forEach(answer -> builder.choice(single(answer), fraction(answer), html(answer, "feedback")));
        var single = children(question, "single")
                .map(Element::getTextContent)
                .map(String::strip)
                .noneMatch("false"::equals);
        return builder.build(single ? Question.Kind.SINGLE : Question.Kind.MULTIPLE);
    }

    private Optional<QuestionDocument> truefalse(QuestionBuilder builder, Element question) {
        children(question, "answer")
                .forEach(answer -> builder.choice(
                        inner(answer).strip().equalsIgnoreCase("true") ? "Vrai" : "Faux",
                        fraction(answer),
                        html(answer, "feedback")));
        return builder.build(Question.Kind.SINGLE);
    }

    private Optional<QuestionDocument> shortanswer(QuestionBuilder builder, Element question) {
        var caseMatters = children(question, "usecase")
                .map(Element::getTextContent)
                .map(String::strip)
                .anyMatch("1"::equals);
        children(question, "answer")
                .filter(answer -> fraction(answer) > 0)
                .forEach(answer ->
                        builder.accept(inner(answer).strip(), fraction(answer), html(answer, "feedback"), caseMatters));
        return builder.build(Question.Kind.SHORT);
    }

    private Optional<QuestionDocument> numerical(QuestionBuilder builder, Element question) {
        children(question, "answer").forEach(answer -> {
            var value = Decimal.read(inner(answer));
            var tolerance = children(answer, "tolerance")
                    .map(Element::getTextContent)
                    .map(Decimal::read)
                    .findFirst();
            if (value.isPresent())
                builder.number(
                        value.getAsDouble(),
                        tolerance
                                .filter(java.util.OptionalDouble::isPresent)
                                .map(java.util.OptionalDouble::getAsDouble)
                                .orElse(0.0),
                        fraction(answer),
                        html(answer, "feedback"));
        });
        return builder.build(Question.Kind.NUMERIC);
    }

    private Optional<QuestionDocument> matching(QuestionBuilder builder, Element question) {
        Stream.concat(children(question, "subquestion"), children(question, "match"))
                .forEach(pair -> {
                    var left = single(pair);
                    var right = children(pair, "answer")
                            .map(MoodleXml::inner)
                            .findFirst()
                            .orElse("")
                            .strip();
                    if (right.isEmpty()) return;
                    if (left.isBlank()) builder.distract(escape(right));
                    else builder.pair(left, escape(right));
                });
        return builder.build(Question.Kind.MATCHING);
    }

    private static double fraction(Element answer) {
        return Decimal.read(answer.getAttribute("fraction")).orElse(0) / 100;
    }

    /** The text of an answer, as HTML unless it says that it is plain. */
    private String single(Element answer) {
        var text = inner(answer).strip();
        var html = answer.getAttribute("format").equals("plain_text") ? escape(text) : clean.apply(text);
        var inline = html.startsWith("<p>") && html.endsWith("</p>") ? html.substring(3, html.length() - 4) : html;
        return inline.contains("<p>") ? html : inline;
    }

    private String html(Element parent, String name) {
        return children(parent, name)
                .map(MoodleXml::inner)
                .map(String::strip)
                .map(clean)
                .findFirst()
                .orElse("");
    }

    private static String inner(Element parent, String name) {
        return children(parent, name)
                .map(MoodleXml::inner)
                .map(String::strip)
                .findFirst()
                .orElse("");
    }

    /** The content of {@code <text>} within, or the text itself in old files. */
    private static String inner(Element element) {
        return children(element, "text")
                .map(Element::getTextContent)
                .findFirst()
                .orElseGet(element::getTextContent);
    }

    private static Stream<Element> children(Element parent, String name) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(element -> element.getTagName().equals(name));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
