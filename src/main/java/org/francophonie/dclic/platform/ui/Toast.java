package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;

/** Short news at the foot of the screen, read aloud by screen readers; it goes with the next news or the next place. */
public final class Toast extends Div {
    private static final long serialVersionUID = 1;

    Toast() {
        addClassName("toast");
        setId("toast");
        getElement().setAttribute("role", "status");
    }

    /** Shows a text already in the person's language. */
    public static void show(String text) {
        UI.getCurrent()
                .getChildren()
                .flatMap(child -> child.getChildren())
                .filter(Toast.class::isInstance)
                .findFirst()
                .ifPresent(toast -> {
                    ((Toast) toast).setText(text);
                    toast.getElement()
                            .executeJs("clearTimeout(this.t); this.t = setTimeout(() => this.textContent = '', 8000)");
                });
    }

    void clear() {
        setText("");
    }
}
