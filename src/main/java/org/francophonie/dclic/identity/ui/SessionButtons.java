package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import org.francophonie.dclic.identity.service.ClassroomService;
import org.francophonie.dclic.identity.service.PersonService;
import org.francophonie.dclic.identity.service.SessionDoor;
import org.francophonie.dclic.identity.service.SignInService;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.SignedIn;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.NavigationGate;
import org.francophonie.dclic.platform.ui.PlainButton;
import org.francophonie.dclic.platform.ui.PublicPage;

/** The buttons that change the session: language and leaving. */
@org.springframework.stereotype.Component
class SessionButtons {
    private final PersonService people;
    private final SignInService signIn;
    private final SessionDoor door;
    private final ClassroomService classroom;

    private final Gate gate;

    SessionButtons(
            PersonService people, SignInService signIn, SessionDoor door, ClassroomService classroom, Gate gate) {
        this.gate = gate;
        this.classroom = classroom;
        this.people = people;
        this.signIn = signIn;
        this.door = door;
    }

    /** One for each language but the present one. */
    Component languages() {
        var languages = new Div();
        languages.addClassName("row");
        for (var language : Words.LANGUAGES)
            if (!language.equals(UI.getCurrent().getLocale())) languages.add(language(language));
        return languages;
    }

    private Component language(Locale language) {
        var button = new PlainButton(language.getDisplayLanguage(language), () -> {
            if (gate.allows(Right.CHANGE_OWN_ACCOUNT)) people.speak(language);
            UserLanguage.remember(language);
            UI.getCurrent().getPage().reload();
        });
        button.getElement().setAttribute("lang", language.getLanguage());
        return button;
    }

    Component leave() {
        return new PlainButton(
                UI.getCurrent().getTranslation("sign-out"),
                () -> Actors.current().person().ifPresent(person -> leave(new SignedIn(person.value()))));
    }

    private void leave(SignedIn who) {
        signIn.signedOut(who);
        forget();
    }

    /** The browser forgets whoever was signed in, and shows the way in or the home page. */
    void forget() {
        var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        var isShared = door.device(request)
                .filter(device -> !classroom.sharedBy(device).isEmpty())
                .isPresent();
        door.leave(request, VaadinServletResponse.getCurrent().getHttpServletResponse());
        var ui = UI.getCurrent();
        ui.getPage().executeJs("window.dclicForget()");
        // the next learner waits; or one learns that one is out, in one's own language
        ui.getPage()
                .setLocation(
                        isShared
                                ? "/app/" + NavigationGate.SIGN_IN
                                : PublicPage.place("", ui.getLocale()) + "#deconnecte");
        VaadinSession.getCurrent().getSession().invalidate();
    }
}
