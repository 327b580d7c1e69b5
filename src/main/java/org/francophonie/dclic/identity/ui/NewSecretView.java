package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.francophonie.dclic.identity.service.NewSecretService;
import org.francophonie.dclic.identity.service.PasswordRefused;
import org.francophonie.dclic.identity.service.SessionDoor;
import org.francophonie.dclic.identity.service.SignInRefused;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Onward;

/** Where the link of a letter leads: another password is chosen, and the person is signed in. */
@Route(value = "nouveau-mot-de-passe/:lien", layout = MainLayout.class)
@AnonymousAllowed
public final class NewSecretView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient NewSecretService secrets;
    private final transient SessionDoor door;
    private final PasswordField password;
    private final ErrorLine error = new ErrorLine();
    private final Button choose;
    private String link = "";

    NewSecretView(NewSecretService secrets, SessionDoor door) {
        this.secrets = secrets;
        this.door = door;
        password = Fields.password(getTranslation("field.new-password"), "new-password");
        password.setHelperText(getTranslation("field.new-password.help"));
        choose = new Button(getTranslation("new-secret.choose"), _ -> choose());
        choose.addThemeVariants(ButtonVariant.PRIMARY);
        choose.addClickShortcut(Key.ENTER);
        choose.setDisableOnClick(true);
        addClassName("narrow");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        link = event.getRouteParameters().get("lien").orElse("");
        removeAll();
        add(new H1(getTranslation("new-secret.title")));
        if (secrets.isGood(link)) add(new Paragraph(getTranslation("new-secret.lead")), error, password, choose);
        else over();
    }

    private void over() {
        var again = new RouterLink(getTranslation("new-secret.again"), ForgottenView.class);
        again.addClassNames("button", "main");
        add(new Paragraph(getTranslation("new-secret.over")), again);
    }

    private void choose() {
        error.say("");
        password.setInvalid(false);
        if (Actors.current().person().isPresent()) { // the screens of another tab would go on as somebody else
            error.say(getTranslation("new-secret.signed-in"));
            choose.setEnabled(true);
            return;
        }
        try {
            var who = secrets.choose(link, password.getValue());
            if (who.isEmpty()) {
                remove(error, password, choose);
                over();
                return;
            }
            door.enter(
                    who.get(),
                    false,
                    VaadinServletRequest.getCurrent().getHttpServletRequest(),
                    VaadinServletResponse.getCurrent().getHttpServletResponse());
            Onward.HOME.go(getUI().orElseThrow());
        } catch (PasswordRefused refused) {
            password.setErrorMessage(getTranslation(refused.key()));
            password.setInvalid(true);
            password.focus();
            choose.setEnabled(true);
        } catch (SignInRefused busy) {
            error.say(Wait.refusal(this, busy));
            choose.setEnabled(true);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("new-secret.title") + " · D-CLIC";
    }
}
