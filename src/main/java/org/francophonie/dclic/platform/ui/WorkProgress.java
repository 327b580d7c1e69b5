package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** How far work beside the screen has come, with the way to stop it, or to go on when its node was lost. */
public final class WorkProgress extends Div {
    private static final long serialVersionUID = 1;
    private static final int WHOLE = 100;

    /** @param abandoned whether nobody is at it any more */
    public WorkProgress(int done, int all, boolean abandoned, Runnable goOn, Runnable stop) {
        var line = new ProgressLine();
        line.show(all == 0 ? WHOLE : done * WHOLE / all, getTranslation("people-import.at", done, all));
        add(line);
        if (abandoned) {
            add(
                    new Paragraph(getTranslation("people-import.abandoned")),
                    new Button(getTranslation("people-import.go-on"), _ -> goOn.run()));
            return;
        }
        var end = new Button(getTranslation("people-import.stop"), _ -> stop.run());
        end.setDisableOnClick(true);
        add(end);
    }
}
