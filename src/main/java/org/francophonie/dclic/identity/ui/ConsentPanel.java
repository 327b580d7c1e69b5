package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import org.francophonie.dclic.identity.domain.EmailAddress;
import org.francophonie.dclic.identity.service.ConsentService;
import org.francophonie.dclic.identity.service.GuardianRefused;
import org.francophonie.dclic.platform.ui.ErrorLine;

/** For a minor: whom we asked, what is open and what is not meanwhile, and the field to ask somebody. */
final class ConsentPanel extends Div {
    private static final long serialVersionUID = 1;

    private final transient ConsentService consents;
    private final Paragraph told = new Paragraph();

    ConsentPanel(ConsentService consents) {
        this.consents = consents;
        told.addClassName("tick");
        told.getElement().setAttribute("role", "status");
        show();
    }

    private void show() {
        removeAll();
        add(new H2(getTranslation("consent.title")), new Paragraph(getTranslation("consent.lead")));
        var mine = consents.mine();
        var guardian = mine.flatMap(ConsentService.MyConsent::guardian);
        guardian.ifPresent(address -> {
            var shown = new Span(address);
            shown.addClassName("strong");
            shown.getElement().setAttribute("dir", "auto");
            add(new Paragraph(new Span(getTranslation("consent.asked") + " "), shown));
            if (mine.filter(ConsentService.MyConsent::cameBack).isPresent()) {
                var error = new ErrorLine();
                error.say(getTranslation("consent.came-back"));
                add(error);
            }
        });
        var field = Fields.guardian(getTranslation("field.guardian"));
        field.setHelperText(getTranslation("consent.help"));
        guardian.ifPresent(field::setValue);
        var send = new Button(getTranslation(guardian.isPresent() ? "consent.again" : "consent.ask"));
        send.setDisableOnClick(true);
        send.addClickListener(_ -> ask(field, send));
        add(field, send, told);
    }

    private void ask(TextField field, Button send) {
        told.setText("");
        try {
            consents.ask(field.getValue(), getLocale());
            show();
            told.setText(getTranslation("consent.sent"));
        } catch (EmailAddress.Refused refused) {
            refuse(field, send, "email." + refused.problem());
        } catch (GuardianRefused refused) {
            refuse(field, send, refused.key());
        }
    }

    private void refuse(TextField field, Button send, String key) {
        field.setErrorMessage(getTranslation(key));
        field.setInvalid(true);
        field.focus();
        send.setEnabled(true);
    }
}
