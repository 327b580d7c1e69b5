package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.server.VaadinServletRequest;
import org.francophonie.dclic.identity.service.FreshSecretService;
import org.francophonie.dclic.identity.service.SessionDoor;
import org.francophonie.dclic.identity.service.SignInRefused;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.PlainButton;
import org.francophonie.dclic.platform.ui.SecretDoor;

/** Before an act of great harm: the browser's own dialog, which keeps the focus and closes by Escape. */
final class SecretDialog extends HtmlContainer {
    private static final long serialVersionUID = 1;
    private static final String TITLE = "secret-title";

    private final transient FreshSecretService secrets;
    private final transient SessionDoor door;
    private final transient Runnable again;
    private final PasswordField secret;
    private final ErrorLine error = new ErrorLine();
    private final Button go;

    private SecretDialog(FreshSecretService secrets, SessionDoor door, Runnable again) {
        super("dialog");
        this.secrets = secrets;
        this.door = door;
        this.again = again;
        secret = Fields.password(getTranslation("secret.field"), "current-password");
        go = new Button(getTranslation("secret.confirm"), _ -> confirm());
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.setDisableOnClick(true);
        go.addClickShortcut(Key.ENTER).listenOn(secret);
        var title = new H2(getTranslation("secret.title"));
        title.setId(TITLE);
        var ways = new Div(go, new PlainButton(getTranslation("confirm.no"), this::close));
        ways.addClassName("row");
        add(title, new Paragraph(getTranslation("secret.why")), error, secret, ways);
        getElement().setAttribute("aria-labelledby", TITLE);
        getElement().addEventListener("cancel", _ -> close());
        getElement().executeJs("this.showModal()");
        secret.focus();
    }

    private void confirm() {
        error.say("");
        try {
            var proven = secrets.confirm(secret.getValue());
            door.prove(proven, VaadinServletRequest.getCurrent().getHttpServletRequest());
            close();
            again.run();
        } catch (SignInRefused refused) {
            error.say(
                    refused.reason() == SignInRefused.Reason.WRONG
                            ? getTranslation("secret.wrong")
                            : Wait.refusal(this, refused));
            secret.setValue("");
            secret.focus();
            go.setEnabled(true);
        }
    }

    private void close() {
        getElement().removeFromParent();
    }

    /** Opens it, once: a second act that needs it waits for nothing. */
    @org.springframework.stereotype.Component
    static class Opener implements SecretDoor {
        private final FreshSecretService secrets;
        private final SessionDoor door;

        Opener(FreshSecretService secrets, SessionDoor door) {
            this.secrets = secrets;
            this.door = door;
        }

        @Override
        public void ask(UI ui, Runnable again) {
            ui.getChildren().filter(SecretDialog.class::isInstance).toList().forEach(ui::remove);
            ui.add(new SecretDialog(secrets, door, again));
        }
    }
}
