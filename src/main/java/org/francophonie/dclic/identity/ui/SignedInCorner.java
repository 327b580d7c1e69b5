package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import java.util.Optional;
import org.francophonie.dclic.identity.Me;
import org.francophonie.dclic.identity.service.PersonService;
import org.francophonie.dclic.identity.service.SessionDoor;
import org.francophonie.dclic.identity.service.SignInService;
import org.francophonie.dclic.platform.access.SignedIn;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.PersonCorner;

/** Name, language and the way out, in the corner of every screen. */
@org.springframework.stereotype.Component
class SignedInCorner implements PersonCorner {
    private final PersonService people;
    private final SignInService signIn;
    private final SessionDoor door;

    SignedInCorner(PersonService people, SignInService signIn, SessionDoor door) {
        this.people = people;
        this.signIn = signIn;
        this.door = door;
    }

    @Override
    public Optional<Component> corner() {
        var corner = new Div();
        corner.addClassName("corner");
        var me = people.me();
        me.ifPresent(person -> corner.add(name(person)));
        for (var language : Words.LANGUAGES)
            if (!language.equals(UI.getCurrent().getLocale())) corner.add(language(language, me.isPresent()));
        me.ifPresent(person -> corner.add(leave(person)));
        return Optional.of(corner);
    }

    private static Component name(Me me) {
        var name = new Span(me.displayName());
        name.addClassName("who");
        name.getElement().setAttribute("dir", "auto");
        return name;
    }

    private Component language(Locale language, boolean signedIn) {
        var button = new NativeButton(language.getDisplayLanguage(language), _ -> {
            if (signedIn) people.speak(language);
            UserLanguage.remember(language);
            UI.getCurrent().getPage().reload();
        });
        button.addClassName("plain");
        button.getElement().setAttribute("lang", language.getLanguage());
        return button;
    }

    private Component leave(Me me) {
        var button = new NativeButton(
                UI.getCurrent().getTranslation("sign-out"),
                _ -> leave(new SignedIn(me.id().value())));
        button.addClassName("plain");
        return button;
    }

    private void leave(SignedIn who) {
        signIn.signedOut(who);
        door.leave(
                VaadinServletRequest.getCurrent().getHttpServletRequest(),
                VaadinServletResponse.getCurrent().getHttpServletResponse());
        var ui = UI.getCurrent();
        ui.getPage().executeJs("window.dclicForget()");
        ui.getPage().setLocation("/");
        VaadinSession.getCurrent().getSession().invalidate();
    }
}
