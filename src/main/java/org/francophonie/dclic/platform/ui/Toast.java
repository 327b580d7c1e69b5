package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;

/**
 * Short news at the foot of the screen, read aloud by screen readers; it goes with the next news or the next place. What
 * went wrong stays until it is closed: its incident number may have to be copied.
 */
public final class Toast extends Div {
    private static final long serialVersionUID = 1;

    private final Span words = new Span();
    private final PlainButton close;

    Toast() {
        addClassName("toast");
        setId("toast");
        getElement().setAttribute("data-offline", getTranslation("link.offline"));
        getElement().setAttribute("role", "status");
        close = new PlainButton(getTranslation("error.dismiss"), this::clear);
        close.setVisible(false);
        add(words, close);
    }

    /** Shows a text already in the person's language, for some seconds. */
    public static void show(String text) {
        tell(text, false);
    }

    /** Shows a text already in the person's language until it is closed. */
    public static void keep(String text) {
        tell(text, true);
    }

    /** What was told before is over. */
    public static void hide() {
        shown().ifPresent(Toast::clear);
    }

    private static void tell(String text, boolean stays) {
        shown().ifPresent(toast -> toast.say(text, stays));
    }

    private static Optional<Toast> shown() {
        return UI.getCurrent()
                .getChildren()
                .flatMap(child -> child.getChildren())
                .filter(Toast.class::isInstance)
                .map(Toast.class::cast)
                .findFirst();
    }

    private void say(String text, boolean stays) {
        words.setText(text);
        close.setVisible(stays);
        setClassName("kept", stays);
        setClassName("told", true);
        getElement()
                .executeJs(
                        "clearTimeout(this.t); if (!$0) this.t = setTimeout(() => this.classList.remove('told'), 8000)",
                        stays);
    }

    void clear() {
        if (words.getText().isEmpty()) return;
        words.setText("");
        close.setVisible(false);
        setClassName("told", false);
    }
}
