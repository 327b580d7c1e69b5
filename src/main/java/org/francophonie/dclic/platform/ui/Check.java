package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Span;

/** A box to tick, as wide as its words. */
public final class Check extends NativeLabel {
    private static final long serialVersionUID = 1;
    private final Input box = new Input();

    public Check(String label) {
        addClassName("check");
        box.setType("checkbox");
        box.getElement().addPropertyChangeListener("checked", "change", _ -> {});
        add(box, new Span(label));
    }

    /** What a screen reader says where the words beside it would say too little. */
    public void name(String name) {
        box.getElement().setAttribute("aria-label", name);
    }

    public void check(boolean checked) {
        box.getElement().setProperty("checked", checked);
    }

    public boolean isChecked() {
        return box.getElement().getProperty("checked", false);
    }
}
