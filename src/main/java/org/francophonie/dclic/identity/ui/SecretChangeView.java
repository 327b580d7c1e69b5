package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.Map;
import org.francophonie.dclic.identity.domain.Account;
import org.francophonie.dclic.identity.domain.PinRule;
import org.francophonie.dclic.identity.service.PasswordRefused;
import org.francophonie.dclic.identity.service.SecretChangeService;
import org.francophonie.dclic.identity.service.SessionDoor;
import org.francophonie.dclic.identity.service.SignInRefused;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.ui.Choice;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.MainLayout;

/** Whoever is signed in chooses another password or PIN. */
@Route(value = "changer-secret", layout = MainLayout.class)
@ViewRight(Right.CHANGE_OWN_ACCOUNT)
public final class SecretChangeView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient SecretChangeService secrets;
    private final transient SessionDoor door;
    private final PasswordField soFar;
    private final Choice<Account.Secret> kind;
    private final PasswordField password;
    private final TextField pin;
    private final ErrorLine error = new ErrorLine();
    private final Button change;

    SecretChangeView(SecretChangeService secrets, SessionDoor door) {
        this.secrets = secrets;
        this.door = door;
        var mine = secrets.mine();
        boolean hasPin = mine.kind() == Account.Secret.PIN;
        soFar = Fields.password(
                getTranslation(hasPin ? "change-secret.pin-so-far" : "change-secret.so-far"), "current-password");
        if (hasPin) Fields.digits(soFar);
        password = Fields.password(getTranslation("field.new-password"), "new-password");
        password.setHelperText(
                getTranslation(mine.isStaff() ? "field.new-password.staff.help" : "field.new-password.help"));
        pin = new TextField(getTranslation("field.new-pin")); // to be read over: nobody can send it again
        pin.setHelperText(getTranslation("field.new-pin.help"));
        pin.setMaxLength(PinRule.LENGTH);
        Fields.digits(pin);
        var first = mine.mayKeepPin() ? Account.Secret.PIN : Account.Secret.PASSWORD;
        kind = new Choice<>(
                getTranslation("change-secret.kind"),
                Map.of(
                        Account.Secret.PASSWORD, getTranslation("change-secret.kind.PASSWORD"),
                        Account.Secret.PIN, getTranslation("change-secret.kind.PIN")),
                first,
                this::show);
        kind.setVisible(mine.mayKeepPin());
        change = new Button(getTranslation("change-secret.change"), _ -> change());
        change.addThemeVariants(ButtonVariant.PRIMARY);
        change.addClickShortcut(Key.ENTER);
        change.setDisableOnClick(true);
        addClassName("narrow");
        add(
                new Crumbs(new RouterLink(getTranslation("place.more"), MoreView.class)),
                new H1(getTranslation("change-secret.title")),
                new Paragraph(getTranslation("change-secret.lead")),
                error,
                soFar,
                kind,
                password,
                pin,
                change);
        show();
    }

    private void show() {
        pin.setVisible(kind.value() == Account.Secret.PIN);
        password.setVisible(kind.value() == Account.Secret.PASSWORD);
    }

    private String chosen() {
        return kind.value() == Account.Secret.PIN ? pin.getValue() : password.getValue();
    }

    private void change() {
        error.say("");
        soFar.setInvalid(false);
        password.setInvalid(false);
        pin.setInvalid(false);
        try {
            var here = door.current(VaadinServletRequest.getCurrent().getHttpServletRequest());
            secrets.change(soFar.getValue(), kind.value(), chosen(), here);
            done();
        } catch (PasswordRefused refused) {
            if (kind.value() == Account.Secret.PIN) say(pin, pin, getTranslation(refused.key()));
            else say(password, password, getTranslation(refused.key()));
        } catch (SignInRefused refused) {
            if (refused.reason() == SignInRefused.Reason.WRONG)
                say(soFar, soFar, getTranslation("change-secret.wrong"));
            else error.say(Wait.refusal(this, refused));
        } finally {
            change.setEnabled(true);
        }
    }

    private void done() {
        var told = new Paragraph(getTranslation("change-secret.done"));
        told.addClassName("tick");
        told.getElement().setAttribute("role", "status");
        remove(error, soFar, kind, password, pin, change);
        add(told);
    }

    private static void say(HasValidation field, Focusable<?> place, String problem) {
        field.setErrorMessage(problem);
        field.setInvalid(true);
        place.focus();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("change-secret.title") + " · D-CLIC";
    }
}
