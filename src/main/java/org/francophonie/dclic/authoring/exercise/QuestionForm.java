package org.francophonie.dclic.authoring.exercise;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.francophonie.dclic.authoring.block.LessonRenderer;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.RichText;

/**
 * A question with its fields, as lessons and quizzes show it: every choice is a target as wide as the question. The fields
 * are the browser's own; what they hold comes to the server as one line of text (frontend/dclic.js writes the same).
 */
@Tag("fieldset")
public final class QuestionForm extends Component {
    private static final long serialVersionUID = 1;
    private static final int LONGEST = 4_000;
    private static final String LINE = "window.dclicLine(element)";

    private final transient Question question;
    private final transient LessonRenderer renderer;
    private final transient Words words;
    private String line;

    /**
     * @param given the answer given before
     * @param changed told after each act of the learner, with the new answer in place
     */
    public QuestionForm(
            Question question, LessonRenderer renderer, Words words, Optional<Response> given, Runnable changed) {
        this.question = question;
        this.renderer = renderer;
        this.words = words;
        line = given.map(response -> line(question, response)).orElse("");
        getElement().setAttribute("class", "question");
        draw(Optional.empty(), false);
        getElement()
                .addEventListener("change", event -> {
                    var told = event.getEventData().get(LINE).asString().replace("\u0000", "");
                    line = told.length() <= LONGEST ? told : told.substring(0, LONGEST);
                    getElement().getClassList().add("changed"); // what was said of the former answer is over
                    changed.run();
                })
                .addEventData(LINE);
    }

    private void draw(Optional<Mark> mark, boolean closed) {
        getElement().getClassList().remove("changed");
        RichText.fill(
                getElement(), new QuestionMarkup(question, response(), mark, closed, renderer, words, getLocale()));
    }

    /** The answer as it stands; nothing while there is none. */
    public Optional<Response> response() {
        return line.isBlank() ? Optional.empty() : Optional.of(read(question, line));
    }

    /** An answer as one line: chosen options, the words written, or {@code left:right} pairs, in the order shown. */
    public static String line(Question question, Response response) {
        return switch (response) {
            case Response.Chosen chosen ->
                question.options().stream()
                        .map(Question.Option::id)
                        .filter(chosen.options()::contains)
                        .collect(Collectors.joining(" "));
            case Response.Written written -> written.text();
            case Response.Matched matched ->
                question.lefts().stream()
                        .map(Question.Option::id)
                        .filter(matched.pairs()::containsKey)
                        .map(left -> left + ":" + matched.pairs().get(left))
                        .collect(Collectors.joining(" "));
        };
    }

    /** What does not fit the question is found when it is marked. */
    private static Response read(Question question, String line) {
        var parts = List.of(line.strip().split(" +"));
        return switch (question.kind()) {
            case SINGLE, MULTIPLE -> new Response.Chosen(new LinkedHashSet<>(parts));
            case SHORT, NUMERIC -> new Response.Written(line.strip());
            case MATCHING -> {
                var pairs = new LinkedHashMap<String, String>();
                for (var part : parts) {
                    var sides = part.split(":", 2);
                    if (sides.length == 2) pairs.put(sides[0], sides[1]);
                }
                yield new Response.Matched(pairs);
            }
        };
    }

    /** Shows beside each choice what it was worth. */
    public void explain(Mark mark) {
        draw(Optional.of(mark), false);
    }

    /** Nothing can be changed any more; the reasons are shown. */
    public void close(Mark mark) {
        draw(Optional.of(mark), true);
    }

    /** The verdict in a word and a shape. */
    public Component verdict(Mark mark) {
        var key = mark.isRight() ? "right" : mark.isPartlyRight() ? "partly" : "wrong";
        var pairs = key.equals("partly") && question.kind() == Question.Kind.MATCHING;
        var verdict = new Span(getTranslation(pairs ? "question.partly.MATCHING" : "question." + key));
        verdict.addClassNames("verdict", key);
        return verdict;
    }
}
