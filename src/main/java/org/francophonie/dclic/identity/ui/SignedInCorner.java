package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import org.francophonie.dclic.identity.Me;
import org.francophonie.dclic.identity.service.PersonService;
import org.francophonie.dclic.platform.ui.PersonCorner;

/** Name, language and the way out, in the corner of every wide screen; on a phone they stand in {@link MoreView}. */
@org.springframework.stereotype.Component
class SignedInCorner implements PersonCorner {
    private final PersonService people;
    private final SessionButtons buttons;

    SignedInCorner(PersonService people, SessionButtons buttons) {
        this.people = people;
        this.buttons = buttons;
    }

    @Override
    public Optional<Component> corner() {
        var corner = new Div();
        corner.addClassName("corner");
        var me = people.me();
        me.ifPresent(person -> corner.add(name(person)));
        corner.add(buttons.languages());
        if (me.isPresent()) corner.add(buttons.leave());
        return Optional.of(corner);
    }

    private static Component name(Me me) {
        var name = new Span(me.displayName());
        name.addClassName("who");
        name.getElement().setAttribute("dir", "auto");
        ComponentUtil.addListener(UI.getCurrent(), NamePanel.NameChanged.class, event -> name.setText(event.name()));
        return name;
    }
}
