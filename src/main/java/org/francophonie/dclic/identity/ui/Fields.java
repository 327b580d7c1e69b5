package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;

/** Fields for secrets and addresses; an address is a text field, because browsers refuse half the world's addresses. */
final class Fields {
    private Fields() {}

    static TextField email(String label) {
        return address(label, Autocomplete.USERNAME);
    }

    /** The address of somebody else: the browser does not offer one's own. */
    static TextField guardian(String label) {
        return address(label, Autocomplete.OFF);
    }

    private static TextField address(String label, Autocomplete autocomplete) {
        var field = new TextField(label);
        field.setAutocomplete(autocomplete);
        field.setAutocapitalize(Autocapitalize.NONE);
        field.setAutocorrect(false);
        field.setMaxLength(254);
        field.getElement()
                .executeJs(
                        "const i = this.inputElement; if (i) { i.inputMode = 'email'; i.dir = 'auto'; i.spellcheck = false; }");
        return field;
    }

    /** The phone shows its number keys. */
    static void digits(HasElement field) {
        field.getElement().executeJs("if (this.inputElement) this.inputElement.inputMode = 'numeric'");
    }

    static PasswordField password(String label, String autocomplete) {
        var field = new PasswordField(label);
        field.getElement().setProperty("autocomplete", autocomplete);
        field.getElement()
                .executeJs("this.i18n = { ...this.i18n, reveal: $0 }", field.getTranslation("field.password.reveal"));
        field.setMaxLength(200);
        return field;
    }
}
