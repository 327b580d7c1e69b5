package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.html.Paragraph;

/** What went wrong with a whole form, read aloud at once. */
public final class ErrorLine extends Paragraph {
    private static final long serialVersionUID = 1;

    public ErrorLine() {
        addClassName("error");
        getElement().setAttribute("role", "alert");
    }

    public void say(String text) {
        setText(text);
    }
}
