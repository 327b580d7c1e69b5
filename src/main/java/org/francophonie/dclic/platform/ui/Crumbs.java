package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;

/** The places above a screen, the nearest last. */
public final class Crumbs extends Nav {
    private static final long serialVersionUID = 1;

    public Crumbs(Component... places) {
        addClassName("crumbs");
        getElement().setAttribute("aria-label", getTranslation("nav.crumbs"));
        for (var place : places) {
            if (getComponentCount() > 0) add(new Span(" › "));
            add(place);
        }
    }
}
