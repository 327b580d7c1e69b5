package org.francophonie.dclic.authoring.exercise;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.francophonie.dclic.authoring.block.LessonRenderer;
import org.francophonie.dclic.platform.ui.RichText;

/**
 * A question with its fields, as lessons and quizzes show it: every choice is a target as wide as the question. It is made
 * of the browser's own fields, which weigh nothing.
 */
@Tag("fieldset")
public final class QuestionForm extends Component implements com.vaadin.flow.component.HasComponents {
    private static final long serialVersionUID = 1;
    private final transient Question question;
    private final transient LessonRenderer renderer;
    private final transient Runnable changed;
    private final Map<String, Input> boxes = new LinkedHashMap<>();
    private final Map<String, Element> selects = new LinkedHashMap<>();
    private final Map<String, Div> feedback = new HashMap<>();
    private final Input field = new Input();

    /** @param changed told after each act of the learner, with the new answer in place */
    public QuestionForm(Question question, LessonRenderer renderer, Runnable changed) {
        this.question = question;
        this.renderer = renderer;
        this.changed = changed;
        getElement().setAttribute("class", "question");
        var legend = new Element("legend");
        legend.appendChild(new RichText(renderer.fragment(question.html())).getElement());
        getElement().appendChild(legend);
        switch (question.kind()) {
            case SINGLE -> choices("radio");
            case MULTIPLE -> choices("checkbox");
            case SHORT -> line("text");
            case NUMERIC -> line("decimal");
            case MATCHING -> pairs();
        }
    }

    private void choices(String type) {
        if (type.equals("checkbox")) add(hint("question.several"));
        for (var option : question.options()) {
            var box = new Input();
            box.setType(type);
            box.getElement().setAttribute("name", "q" + question.version());
            box.getElement().setAttribute("value", option.id());
            box.getElement().addPropertyChangeListener("checked", "change", event -> {
                if (event.isUserOriginated()) chosen(option.id(), type);
            });
            boxes.put(option.id(), box);
            var label = new NativeLabel();
            label.addClassName("choice");
            label.add(box, new RichText(renderer.fragment(option.html())));
            add(label, feedback(option.id()));
        }
    }

    private Paragraph hint(String key) {
        var hint = new Paragraph(getTranslation(key));
        hint.addClassName("muted");
        return hint;
    }

    /** The browser unchecks the other radio buttons by itself without telling. */
    private void chosen(String id, String type) {
        if (type.equals("radio"))
            boxes.forEach((other, box) -> {
                if (!other.equals(id)) box.getElement().setProperty("checked", false);
            });
        changed.run();
    }

    private void line(String mode) {
        field.setType("text");
        field.getElement()
                .setAttribute("inputmode", mode)
                .setAttribute("autocomplete", "off")
                .setAttribute("maxlength", "300");
        field.addClassName("line");
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) changed.run();
        });
        var label = new NativeLabel(getTranslation(mode.equals("decimal") ? "question.number" : "question.words"));
        label.add(field);
        label.addClassName("written");
        add(label);
    }

    private void pairs() {
        for (var left : question.lefts()) {
            var select = new Element("select").setAttribute("name", left.id());
            select.appendChild(option("", getTranslation("question.choose")));
            for (var right : question.options())
                select.appendChild(
                        option(right.id(), org.jsoup.Jsoup.parse(right.html()).text()));
            select.addPropertyChangeListener("value", "change", event -> {
                if (event.isUserOriginated()) changed.run();
            });
            selects.put(left.id(), select);
            var label = new NativeLabel();
            label.addClassName("pair");
            label.add(new RichText(renderer.fragment(left.html())));
            label.getElement().appendChild(select);
            add(label);
        }
    }

    private static Element option(String value, String text) {
        return new Element("option").setAttribute("value", value).setText(text);
    }

    private Div feedback(String id) {
        var place = new Div();
        place.addClassName("feedback");
        feedback.put(id, place);
        return place;
    }

    /** The answer as it stands; nothing while it is not complete. */
    public Optional<Response> response() {
        return switch (question.kind()) {
            case SINGLE, MULTIPLE -> {
                var chosen = new LinkedHashSet<String>();
                boxes.forEach((id, box) -> {
                    if (box.getElement().getProperty("checked", false)) chosen.add(id);
                });
                yield chosen.isEmpty() ? Optional.empty() : Optional.of(new Response.Chosen(chosen));
            }
            case SHORT, NUMERIC ->
                field.getValue().isBlank()
                        ? Optional.empty()
                        : Optional.of(new Response.Written(field.getValue().strip()));
            case MATCHING -> {
                var pairs = new LinkedHashMap<String, String>();
                selects.forEach((left, select) -> {
                    var right = select.getProperty("value", "");
                    if (!right.isEmpty()) pairs.put(left, right);
                });
                yield pairs.isEmpty() ? Optional.empty() : Optional.of(new Response.Matched(pairs));
            }
        };
    }

    /** The answer as one line of text, the same as the client module writes it (frontend/dclic.js). */
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

    /** Shows an answer given before. */
    public void show(Response response) {
        switch (response) {
            case Response.Chosen chosen ->
                boxes.forEach((id, box) ->
                        box.getElement().setProperty("checked", chosen.options().contains(id)));
            case Response.Written written -> field.setValue(written.text());
            case Response.Matched matched ->
                selects.forEach((left, select) ->
                        select.setProperty("value", matched.pairs().getOrDefault(left, "")));
        }
    }

    /** Shows what each choice was worth beside it. */
    public void explain(Mark mark) {
        feedback.values().forEach(Div::removeAll);
        mark.perOption().forEach((id, html) -> {
            var place = feedback.get(id);
            if (place != null) place.add(new RichText(renderer.fragment(html)));
        });
    }

    /** Nothing can be changed any more. */
    public void close() {
        getElement().setAttribute("disabled", true);
        boxes.values().forEach(box -> box.setEnabled(false));
        field.setEnabled(false);
        selects.values().forEach(select -> select.setEnabled(false));
    }

    /** The verdict in a word and a shape. */
    public static Component verdict(Component speaker, Mark mark) {
        var key = mark.isRight() ? "right" : mark.isPartlyRight() ? "partly" : "wrong";
        var verdict = new Span(speaker.getTranslation("question." + key));
        verdict.addClassNames("verdict", key);
        return verdict;
    }
}
