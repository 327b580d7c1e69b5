package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.UUID;
import org.francophonie.dclic.identity.AfterJoining;
import org.francophonie.dclic.identity.service.Joining;
import org.francophonie.dclic.identity.service.JoiningRefused;
import org.francophonie.dclic.identity.service.JoiningRefused.Field;
import org.francophonie.dclic.identity.service.PersonService;
import org.francophonie.dclic.identity.service.SessionDoor;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.ui.Check;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Where somebody joins: a name, an address, a password, and in. */
@Route(value = "inscription", layout = MainLayout.class)
@AnonymousAllowed
public final class JoinView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient PersonService people;
    private final transient SessionDoor door;
    private final transient ObjectProvider<AfterJoining> afterwards;
    private final UUID commandId;
    private final TextField name;
    private final TextField email;
    private final PasswordField password;
    private final Check remember;
    private final ErrorLine error = new ErrorLine();
    private final Button join;
    private final RouterLink known;
    private Onward onward = Onward.HOME;

    JoinView(PersonService people, SessionDoor door, ObjectProvider<AfterJoining> afterwards) {
        this.people = people;
        this.door = door;
        this.afterwards = afterwards;
        commandId = people.newJoining();
        name = new TextField(getTranslation("field.name"));
        name.setHelperText(getTranslation("field.name.help"));
        name.setAutocomplete(Autocomplete.NAME);
        name.setMaxLength(120);
        email = Fields.email(getTranslation("field.email"));
        password = Fields.password(getTranslation("field.new-password"), "new-password");
        password.setHelperText(getTranslation("field.new-password.help"));
        remember = new Check(getTranslation("sign-in.remember"));
        join = new Button(getTranslation("join.join"), _ -> join());
        join.addThemeVariants(ButtonVariant.PRIMARY);
        join.addClickShortcut(Key.ENTER);
        join.setDisableOnClick(true);
        known = new RouterLink(getTranslation("join.have-account"), SignInView.class);
        addClassName("narrow");
        add(
                new H1(getTranslation("join.title")),
                new Paragraph(getTranslation("join.lead")),
                error,
                name,
                email,
                password,
                remember);
        add(join, known, privacy());
    }

    private Anchor privacy() {
        var link = new Anchor("/confidentialite", getTranslation("page.confidentialite"));
        link.getElement().setAttribute("router-ignore", true);
        return link;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        onward = Onward.from(event.getLocation());
        known.setQueryParameters(onward.query());
        if (Actors.current().person().isPresent()) onward.forward(event);
    }

    private void join() {
        if (Actors.current().person().isPresent()) { // in another tab, perhaps by somebody else: let it be seen
            UI.getCurrent().getPage().reload();
            return;
        }
        try {
            var who = people.join(
                    new Joining(commandId, name.getValue(), email.getValue(), password.getValue(), getLocale()));
            door.enter(
                    who,
                    remember.isChecked(),
                    VaadinServletRequest.getCurrent().getHttpServletRequest(),
                    VaadinServletResponse.getCurrent().getHttpServletResponse());
            afterwards.stream()
                    .flatMap(step -> step.step().stream())
                    .findFirst()
                    .map(step -> new Onward(onward.path().isEmpty() ? step : step + "?suite=" + onward.path()))
                    .orElse(onward)
                    .go(getUI().orElseThrow());
        } catch (JoiningRefused refused) {
            show(refused);
            join.setEnabled(true);
        }
    }

    /** Each field says what is wrong with it; the first of them is where to go on. */
    private void show(JoiningRefused refused) {
        var problems = refused.problems();
        error.say(say(problems.get(Field.WHOLE)));
        mark(password, password, problems.get(Field.PASSWORD));
        mark(email, email, problems.get(Field.EMAIL));
        mark(name, name, problems.get(Field.NAME));
    }

    private void mark(HasValidation field, Focusable<?> place, @Nullable String problem) {
        field.setErrorMessage(say(problem));
        field.setInvalid(problem != null);
        if (problem != null) place.focus();
    }

    private String say(@Nullable String problem) {
        return problem == null ? "" : getTranslation(problem);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("join.title") + " · D-CLIC";
    }
}
