package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
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
import java.util.List;
import org.francophonie.dclic.identity.SessionEnd;
import org.francophonie.dclic.identity.domain.EmailAddress;
import org.francophonie.dclic.identity.service.AccountMerged;
import org.francophonie.dclic.identity.service.ClassroomService;
import org.francophonie.dclic.identity.service.ClassroomService.Pupil;
import org.francophonie.dclic.identity.service.PersonService;
import org.francophonie.dclic.identity.service.SessionDoor;
import org.francophonie.dclic.identity.service.SignInRefused;
import org.francophonie.dclic.identity.service.SignInService;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.platform.ids.HumanCode;
import org.francophonie.dclic.platform.ui.Check;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.NavigationGate;
import org.francophonie.dclic.platform.ui.Onward;

/** Where a person signs in, and from where she goes on to the page she wanted. */
@Route(value = NavigationGate.SIGN_IN, layout = MainLayout.class)
@AnonymousAllowed
public final class SignInView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient SignInService signIn;
    private final transient SessionDoor door;
    private final transient ClassroomService classroom;
    private final transient Gate gate;
    private final TextField email;
    private final PasswordField password;
    private final Check remember;
    private final ErrorLine error = new ErrorLine();
    private final RouterLink join;
    private final Paragraph why;
    private final Paragraph over = new Paragraph();
    private final Div shared = new Div();
    private Onward onward = Onward.HOME;

    SignInView(SignInService signIn, PersonService people, SessionDoor door, ClassroomService classroom, Gate gate) {
        this.signIn = signIn;
        this.door = door;
        this.classroom = classroom;
        this.gate = gate;
        email = Fields.email(getTranslation("field.name-or-code"));
        password = Fields.password(getTranslation("field.secret"), "current-password");
        remember = new Check(getTranslation("sign-in.remember"));
        var enter = new Button(getTranslation("sign-in.enter"), _ -> enter());
        enter.addThemeVariants(ButtonVariant.PRIMARY);
        enter.addClickShortcut(Key.ENTER);
        enter.setDisableOnClick(true);
        join = new RouterLink(getTranslation("sign-in.join"), JoinView.class);
        join.addClassName("button");
        why = new Paragraph(getTranslation("sign-in.onward"));
        addClassName("narrow");
        var newcomers = new Div(new Paragraph(getTranslation("sign-in.no-account")), join);
        if (!people.isOpen()) {
            newcomers.removeAll();
            newcomers.add(new Paragraph(getTranslation("join.closed")));
        }
        add(
                new H1(getTranslation("sign-in.title")),
                over,
                why,
                shared,
                error,
                email,
                password,
                remember,
                enter,
                newcomers,
                new RouterLink(getTranslation("forgotten.title"), ForgottenView.class));
        this.enter = enter;
    }

    private final Button enter;

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        onward = Onward.from(event.getLocation());
        join.setQueryParameters(onward.query());
        var code = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("code")
                .flatMap(HumanCode::readLearner);
        code.ifPresent(email::setValue);
        why.setVisible(!onward.equals(Onward.HOME));
        door.over(
                        VaadinServletRequest.getCurrent().getHttpServletRequest(),
                        VaadinServletResponse.getCurrent().getHttpServletResponse())
                .ifPresentOrElse(this::tell, () -> over.setVisible(false));
        if (Actors.current().person().isPresent()) {
            if (code.isPresent() && gate.reach(Right.TEACH_CLASS) != Scope.NONE)
                event.forwardTo(CardReadView.PATH + code.get()); // a trainer reads a card
            else onward.forward(event);
        } else share(code.isPresent());
    }

    /** On a device that a class shares, one looks for one's name; nobody is remembered there. */
    private void share(boolean named) {
        shared.removeAll();
        var classes = door.device(VaadinServletRequest.getCurrent().getHttpServletRequest())
                .map(classroom::sharedBy)
                .orElse(List.of());
        remember.setVisible(classes.isEmpty());
        if (classes.isEmpty() || named) return;
        shared.add(new Paragraph(getTranslation("sign-in.shared")));
        for (var one : classes) {
            var names = new Div();
            names.addClassName("pupils");
            one.pupils().forEach(pupil -> names.add(name(pupil)));
            var title = new H2(one.className());
            title.getElement().setAttribute("dir", "auto");
            shared.add(title, names);
        }
    }

    private NativeButton name(Pupil pupil) {
        var button = new NativeButton(pupil.displayName(), _ -> {
            email.setValue(pupil.code());
            password.focus();
        });
        button.addClassName("button");
        button.getElement().setAttribute("dir", "auto");
        return button;
    }

    /** What is certainly missing or mistaken is said at its field, and costs no try. */
    private boolean isWritten() {
        var name = email.getValue().strip();
        var problem = name.isEmpty()
                ? "sign-in.name.empty"
                : HumanCode.isCourse(name) ? "sign-in.name.course" : addressProblem(name);
        say(email, email, problem);
        say(password, password, password.getValue().isEmpty() ? "sign-in.secret.empty" : "");
        if (!problem.isEmpty()) email.focus();
        return problem.isEmpty() && !password.getValue().isEmpty();
    }

    /** What can be no address is nobody's: that tells nothing. */
    private static String addressProblem(String name) {
        if (!name.contains("@") && !name.contains("＠")) return "";
        try {
            EmailAddress.parse(name);
            return "";
        } catch (EmailAddress.Refused refused) {
            return "email." + refused.problem();
        }
    }

    private void say(HasValidation field, Focusable<?> place, String problem) {
        field.setErrorMessage(problem.isEmpty() ? "" : getTranslation(problem));
        field.setInvalid(!problem.isEmpty());
        if (!problem.isEmpty()) place.focus();
    }

    /** Why the person finds herself here again. */
    private void tell(SessionEnd end) {
        over.setText(getTranslation("session.over." + end));
        over.addClassName("notice");
        over.getElement().setAttribute("role", "status");
    }

    private void enter() {
        if (Actors.current().person().isPresent()) { // in another tab, perhaps by somebody else: let it be seen
            UI.getCurrent().getPage().reload();
            return;
        }
        if (!isWritten()) {
            enter.setEnabled(true);
            return;
        }
        try {
            var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
            var who = signIn.signIn(email.getValue(), password.getValue(), door.device(request));
            door.enter(
                    who,
                    remember.isVisible() && remember.isChecked(),
                    request,
                    VaadinServletResponse.getCurrent().getHttpServletResponse());
            onward.go(getUI().orElseThrow());
        } catch (SignInRefused refused) {
            error.say(
                    refused instanceof AccountMerged merged
                            ? getTranslation("sign-in.merged", merged.keptCode())
                            : Wait.refusal(this, refused));
            password.focus();
            enter.setEnabled(true);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("sign-in.title") + " · D-CLIC";
    }
}
