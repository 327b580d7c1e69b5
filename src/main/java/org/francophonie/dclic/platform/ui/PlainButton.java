package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.html.NativeButton;

/** A quiet act beside the main one: a button that looks like a link. */
public final class PlainButton extends NativeButton {
    private static final long serialVersionUID = 1;

    /** @param text in the person's language */
    public PlainButton(String text, Runnable act) {
        super(text, _ -> act.run());
        addClassName("plain");
    }
}
