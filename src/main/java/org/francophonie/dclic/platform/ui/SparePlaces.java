package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouterLink;

/** On a phone, the places for which the menu has no room; on a wide screen the menu has them all. */
public final class SparePlaces extends Nav {
    private static final long serialVersionUID = 1;

    public SparePlaces(ScreenParts parts) {
        addClassName("spare-places");
        getElement().setAttribute("aria-label", getTranslation("nav.more"));
        for (var screen : ScreenParts.spare(parts.screens(Surface.MENU))) {
            var place = screen.getAnnotation(Place.class);
            var link = new RouterLink(getTranslation(place.value()), screen);
            link.addClassNames("icon", place.icon().css());
            add(new Paragraph(link));
        }
        setVisible(getComponentCount() > 0);
    }
}
