package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** A bar and the same in words. */
public final class ProgressLine extends Div {
    private static final long serialVersionUID = 1;
    private static final int STEPS = 20;

    private final Div filled = new Div();
    private final Paragraph words = new Paragraph();

    public ProgressLine() {
        addClassName("progress");
        var bar = new Div(filled);
        bar.addClassName("bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        add(bar, words);
    }

    public ProgressLine(int percent, String words) {
        this();
        show(percent, words);
    }

    /** @param percent from 0 to 100 */
    public void show(int percent, String words) {
        filled.setClassName("p" + percent * STEPS / 100);
        this.words.setText(words);
    }
}
