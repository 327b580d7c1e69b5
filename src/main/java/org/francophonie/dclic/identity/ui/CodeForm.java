package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import org.francophonie.dclic.identity.service.SignInRefused;
import org.francophonie.dclic.platform.ui.ErrorLine;

/** One field, one button; what is wrong is said at the field. */
final class CodeForm extends Div {
    private static final long serialVersionUID = 1;

    private final TextField code;
    private final ErrorLine error = new ErrorLine();
    private final Button go;
    private String wrong = "second.wrong";

    CodeForm(String label, String help, String words, Consumer<String> act) {
        code = new TextField(getTranslation(label));
        code.setHelperText(getTranslation(help));
        code.setMaxLength(40);
        code.getElement().setProperty("autocomplete", "one-time-code");
        go = new Button(getTranslation(words));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.addClickShortcut(Key.ENTER).listenOn(code);
        go.setDisableOnClick(true);
        go.addClickListener(_ -> attempt(act));
        add(error, code, go);
        addClassName("form");
    }

    /** Where there is nothing to read before. */
    CodeForm first() {
        code.focus();
        return this;
    }

    void saysWhenWrong(String key) {
        wrong = key;
    }

    /** Where no other code than that of the phone is asked for. */
    void digits() {
        Fields.digits(code);
    }

    private void attempt(Consumer<String> act) {
        error.say("");
        try {
            act.accept(code.getValue());
        } catch (SignInRefused refused) {
            error.say(
                    refused.reason() == SignInRefused.Reason.WRONG
                            ? getTranslation(wrong)
                            : Wait.refusal(this, refused));
            code.focus();
            go.setEnabled(true);
        }
    }
}
