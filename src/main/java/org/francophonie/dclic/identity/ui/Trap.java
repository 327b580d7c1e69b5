package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;

/** A field that no person sees or reaches: what fills it in is a program that fills in everything. */
final class Trap extends Div {
    private static final long serialVersionUID = 1;

    private final Input field = new Input();

    Trap() {
        addClassName("trap");
        getElement().setAttribute("aria-hidden", "true");
        field.getElement()
                .setAttribute("name", "website")
                .setAttribute("autocomplete", "off")
                .setAttribute("tabindex", "-1");
        add(field);
    }

    boolean isEmpty() {
        return field.getValue().isEmpty();
    }
}
