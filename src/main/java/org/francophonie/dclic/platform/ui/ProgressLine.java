package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** A bar and the same in words. */
public final class ProgressLine extends Div {
    private static final long serialVersionUID = 1;
    private static final int STEPS = 20;

    public ProgressLine(int percent, String words) {
        addClassName("progress");
        var filled = new Div();
        filled.addClassName("p" + percent * STEPS / 100);
        var bar = new Div(filled);
        bar.addClassName("bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        add(bar, new Paragraph(words));
    }
}
