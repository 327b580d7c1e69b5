package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;

/** A text that is pasted and read at once; it is kept nowhere ({@link DraftArea} is for what people write). */
final class PasteArea extends Div {
    private static final long serialVersionUID = 1;

    private final Element area = new Element("textarea");

    PasteArea(String label, int longest) {
        addClassName("draft");
        area.setAttribute("maxlength", String.valueOf(longest));
        area.addPropertyChangeListener("value", "change", _ -> {});
        getElement().appendChild(new Element("label").setText(label).appendChild(area));
    }

    String text() {
        return area.getProperty("value", "");
    }

    void clear() {
        area.setProperty("value", "");
    }
}
