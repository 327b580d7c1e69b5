package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import org.francophonie.dclic.identity.domain.EmailAddress;
import org.francophonie.dclic.identity.service.AddressService;
import org.francophonie.dclic.identity.service.SignInRefused;
import org.francophonie.dclic.platform.ui.PlainButton;

/** The person's address: proved, on its way to be, or not given yet; and the field to give another. */
final class AddressPanel extends Div {
    private static final long serialVersionUID = 1;

    private final transient AddressService addresses;

    AddressPanel(AddressService addresses) {
        this.addresses = addresses;
        show();
    }

    private void show() {
        removeAll();
        add(new H2(getTranslation("field.email")));
        var mine = addresses.mine();
        mine.proved().ifPresent(address -> add(line(address, "address.proved")));
        mine.claimed().ifPresent(address -> {
            add(line(address, mine.cameBack() ? "address.came-back" : "address.claimed"));
            add(new PlainButton(getTranslation("address.again"), () -> again(address)));
        });
        if (mine.proved().isEmpty() && mine.claimed().isEmpty()) add(new Paragraph(getTranslation("address.none")));
        add(new PlainButton(
                getTranslation(
                        mine.proved().isPresent() || mine.claimed().isPresent() ? "address.other" : "address.give"),
                () -> ask(mine.proved().isPresent())));
    }

    private Paragraph line(String address, String state) {
        var shown = new Span(address);
        shown.addClassName("strong");
        shown.getElement().setAttribute("dir", "auto");
        var line = new Paragraph(shown, new Span(" · " + getTranslation(state)));
        return line;
    }

    /** @param another takes the place of a proved one: the secret is asked for once more */
    private void ask(boolean another) {
        removeAll();
        var field = Fields.email(getTranslation("address.new"));
        field.setHelperText(getTranslation("address.new.help"));
        var send = new Button(getTranslation("address.send"));
        send.setDisableOnClick(true);
        var secret = Fields.password(getTranslation("address.secret"), "current-password");
        secret.setVisible(another);
        send.addClickListener(_ -> claim(field, secret, send));
        add(
                new H2(getTranslation("field.email")),
                field,
                secret,
                send,
                new PlainButton(getTranslation("address.back"), this::show));
        field.focus();
    }

    private void claim(TextField field, PasswordField secret, Button send) {
        secret.setInvalid(false);
        try {
            addresses.claim(field.getValue(), secret.getValue(), getLocale());
            show();
            tell(getTranslation("address.sent"));
        } catch (EmailAddress.Refused refused) {
            field.setErrorMessage(getTranslation("email." + refused.problem()));
            field.setInvalid(true);
            field.focus();
            send.setEnabled(true);
        } catch (SignInRefused refused) {
            if (refused.reason() == SignInRefused.Reason.WRONG) {
                secret.setErrorMessage(getTranslation("address.secret.wrong"));
                secret.setInvalid(true);
                secret.focus();
                send.setEnabled(true);
            } else wait(refused);
        }
    }

    /** The letter to an address that was given already. */
    private void again(String address) {
        try {
            addresses.claim(address, "", getLocale());
            show();
            tell(getTranslation("address.sent"));
        } catch (SignInRefused refused) {
            wait(refused);
        }
    }

    private void wait(SignInRefused refused) {
        show();
        tell(getTranslation("address.wait", Wait.inWords(this, refused.seconds())));
    }

    private void tell(String text) {
        var told = new Paragraph(text);
        told.addClassName("tick");
        told.getElement().setAttribute("role", "status");
        add(told);
    }
}
