package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/**
 * Our own line drawings, in the style sheet as masks that take the colour of the text. They are decoration: the word stands
 * beside.
 */
public enum Icon {
    HOME,
    BOOKS,
    IMPORT,
    PERSON,
    SETTINGS,
    LEAVE;

    public Component draw() {
        var drawing = new Span();
        drawing.addClassNames("icon", "icon-" + name().toLowerCase(Locale.ROOT));
        drawing.getElement().setAttribute("aria-hidden", "true");
        return drawing;
    }
}
