package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.francophonie.dclic.identity.domain.EmailAddress;
import org.francophonie.dclic.identity.service.NewSecretService;
import org.francophonie.dclic.identity.service.SignInRefused;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.MainLayout;

/** Where somebody who forgot her password asks for a letter. It says the same whether the address has an account or not. */
@Route(value = "mot-de-passe-oublie", layout = MainLayout.class)
@AnonymousAllowed
public final class ForgottenView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient NewSecretService secrets;
    private final TextField email;
    private final ErrorLine error = new ErrorLine();
    private final Button ask;

    ForgottenView(NewSecretService secrets) {
        this.secrets = secrets;
        email = Fields.email(getTranslation("field.email"));
        ask = new Button(getTranslation("forgotten.ask"), _ -> ask());
        ask.addThemeVariants(ButtonVariant.PRIMARY);
        ask.addClickShortcut(Key.ENTER);
        ask.setDisableOnClick(true);
        addClassName("narrow");
        add(
                new H1(getTranslation("forgotten.title")),
                new Paragraph(getTranslation("forgotten.lead")),
                error,
                email,
                ask,
                new Paragraph(getTranslation("forgotten.no-address")),
                new RouterLink(getTranslation("sign-in.title"), SignInView.class));
    }

    private void ask() {
        error.say("");
        email.setInvalid(false);
        try {
            secrets.ask(email.getValue(), getLocale());
            told();
        } catch (EmailAddress.Refused refused) {
            email.setErrorMessage(getTranslation("email." + refused.problem()));
            email.setInvalid(true);
            email.focus();
            ask.setEnabled(true);
        } catch (SignInRefused refused) {
            error.say(Wait.refusal(this, refused));
            ask.setEnabled(true);
        }
    }

    private void told() {
        removeAll();
        var title = new H1(getTranslation("forgotten.told.title"));
        title.getElement().setAttribute("tabindex", "-1");
        var address = new Paragraph(email.getValue().strip());
        address.addClassName("strong");
        address.getElement().setAttribute("dir", "auto");
        add(
                title,
                new Paragraph(getTranslation("forgotten.told")),
                address,
                new Paragraph(getTranslation("forgotten.told.help")),
                new RouterLink(getTranslation("sign-in.title"), SignInView.class));
        title.getElement().executeJs("this.focus()");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("forgotten.title") + " · D-CLIC";
    }
}
