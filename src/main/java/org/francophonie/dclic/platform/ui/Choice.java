package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** One of a few possibilities, each a target as wide as its words. */
@Tag("fieldset")
public final class Choice<T extends Enum<T>> extends HtmlContainer {
    private static final long serialVersionUID = 1;

    private final transient Runnable changed;
    private T value;

    /**
     * @param words of each possibility, shown in the order of the enum
     * @param value chosen at first
     * @param changed told when the person chooses
     */
    public Choice(String legend, Map<T, String> words, T value, Runnable changed) {
        this.value = value;
        this.changed = changed;
        addClassName("choices");
        getElement().appendChild(new Element("legend").setText(legend));
        var name = "choice-" + UUID.randomUUID();
        new EnumMap<>(words).forEach((possibility, text) -> {
            var input = new Input();
            input.setType("radio");
            input.getElement().setAttribute("name", name);
            if (possibility == value) input.getElement().setAttribute("checked", true);
            input.getElement().addEventListener("change", _ -> choose(possibility));
            var label = new NativeLabel();
            label.addClassName("check");
            label.add(input, new Span(text));
            add(label);
        });
    }

    public T value() {
        return value;
    }

    /** As if the person had chosen it. */
    public void choose(T possibility) {
        value = possibility;
        changed.run();
    }
}
