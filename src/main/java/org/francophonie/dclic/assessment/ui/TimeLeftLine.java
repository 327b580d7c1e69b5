package org.francophonie.dclic.assessment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.Duration;

/** The time that is left for a quiz. The browser counts; what it says at the end is asked of the server. */
final class TimeLeftLine extends Div {
    private static final long serialVersionUID = 1;

    TimeLeftLine(Duration left, Runnable over) {
        addClassName("time-left");
        var shown = new Span();
        shown.getElement().setAttribute("role", "timer");
        var told = new Span(); // the figure changes too often to be read aloud each time
        told.addClassName("hidden");
        told.getElement().setAttribute("role", "status");
        add(shown, told);
        getElement()
                .setAttribute("data-minutes", getTranslation("quiz.time.minutes"))
                .setAttribute("data-seconds", getTranslation("quiz.time.seconds"))
                .setAttribute("data-over", getTranslation("quiz.time.over"));
        getElement().addEventListener("dclic-time-up", _ -> over.run());
        count(left);
    }

    /** From what the server says, again where the browser's clock was wrong. */
    void count(Duration left) {
        getElement().executeJs("window.dclicTime(this, $0)", Math.max(0, left.toSeconds() + 1));
    }
}
