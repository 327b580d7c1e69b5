package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** One of many possibilities, in the browser's own list: it weighs nothing and every phone knows how to show it. */
public final class Pick extends Div {
    private static final long serialVersionUID = 1;

    private final Element list = new Element("select");
    private final Paragraph problem = new Paragraph();
    private transient Runnable chosen = () -> {};

    /** The lines of a list, made once and shared by all screens. */
    public record Lines(String markup) implements RichText.Trusted {
        /**
         * @param none what is said while nothing is chosen
         * @param words by value, in the order in which they are shown
         */
        public static Lines of(String none, Map<String, String> words) {
            return new Lines("<option value=\"\">" + HtmlUtils.htmlEscape(none) + "</option>"
                    + of(words).markup());
        }

        /** One of them always holds. */
        public static Lines of(Map<String, String> words) {
            var lines = new StringBuilder();
            words.forEach((value, text) -> lines.append("<option value=\"")
                    .append(HtmlUtils.htmlEscape(value))
                    .append("\">")
                    .append(HtmlUtils.htmlEscape(text))
                    .append("</option>"));
            return new Lines(lines.toString());
        }
    }

    public Pick(String label, String autocomplete, Lines lines) {
        addClassName("pick");
        RichText.fill(list, lines);
        list.setAttribute("autocomplete", autocomplete);
        list.addPropertyChangeListener("value", "change", event -> {
            if (event.isUserOriginated()) chosen.run();
        });
        problem.addClassName("error");
        problem.getElement().setAttribute("role", "alert");
        getElement().appendChild(new Element("label").setText(label).appendChild(list));
        add(problem);
    }

    /** Told each time the person chooses. */
    public void whenChosen(Runnable told) {
        chosen = told;
    }

    /** As if the person had chosen it. */
    public void pick(String value) {
        choose(value);
        chosen.run();
    }

    /** Empty while nothing is chosen. */
    public String value() {
        return list.getProperty("value", "");
    }

    public void choose(String value) {
        list.setProperty("value", value);
    }

    /** @param text empty when nothing is wrong */
    public void say(String text) {
        problem.setText(text);
        if (text.isEmpty()) list.removeAttribute("aria-invalid");
        else list.setAttribute("aria-invalid", "true");
    }

    public void focus() {
        list.executeJs("this.focus()");
    }
}
