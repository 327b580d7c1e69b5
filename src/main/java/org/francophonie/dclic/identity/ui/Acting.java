package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.Optional;
import org.francophonie.dclic.identity.service.ActingService;
import org.francophonie.dclic.identity.service.SessionDoor;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.ui.Pick;
import org.francophonie.dclic.platform.ui.PlainButton;
import org.francophonie.dclic.platform.ui.TopLine;

/** Lets somebody act by one of her profiles, and says so on every screen while she does. */
@org.springframework.stereotype.Component
class Acting implements TopLine {
    private final ActingService acting;
    private final SessionDoor door;

    Acting(ActingService acting, SessionDoor door) {
        this.acting = acting;
        this.door = door;
    }

    @Override
    public Optional<Component> line() {
        if (Actors.current().acting().isEmpty()) return Optional.empty();
        var ui = UI.getCurrent();
        return acting.acting(ui.getLocale()).map(name -> {
            var line = new Div(
                    new Span(ui.getTranslation("acting.now", name)),
                    new PlainButton(ui.getTranslation("acting.all"), () -> act(Optional.empty())));
            line.addClassName("acting");
            line.getElement().setAttribute("role", "note");
            return line;
        });
    }

    /** Nothing for whoever holds one profile only. */
    Optional<Component> choice() {
        if (!acting.hasChoice()) return Optional.empty();
        var ui = UI.getCurrent();
        var choices = acting.choices(ui.getLocale());
        if (choices.size() < 2) return Optional.empty();
        var pick = new Pick(
                ui.getTranslation("acting.label"), "off", Pick.Lines.of(ui.getTranslation("acting.by-all"), choices));
        Actors.current().acting().ifPresent(pick::choose);
        pick.whenChosen(() -> act(Optional.of(pick.value()).filter(code -> !code.isEmpty())));
        var help = new Paragraph(ui.getTranslation("acting.help"));
        help.addClassName("muted");
        return Optional.of(new Div(new H2(ui.getTranslation("acting.title")), help, pick));
    }

    /** The whole page is built anew: menu, tiles and buttons are those of the profile. */
    private void act(Optional<String> profile) {
        var chosen = acting.choose(profile);
        door.actAs(chosen, VaadinServletRequest.getCurrent().getHttpServletRequest());
        UI.getCurrent().getPage().setLocation("/app/");
    }
}
