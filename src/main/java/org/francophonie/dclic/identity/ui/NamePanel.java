package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import org.francophonie.dclic.identity.domain.PersonRule;
import org.francophonie.dclic.identity.service.JoiningRefused;
import org.francophonie.dclic.identity.service.PersonService;
import org.francophonie.dclic.platform.ui.PlainButton;
import org.francophonie.dclic.platform.ui.Toast;

/** The name that others see, and the field to put another in its place. */
final class NamePanel extends Div {
    private static final long serialVersionUID = 1;

    private final transient PersonService people;

    private final boolean mayChange;

    NamePanel(PersonService people, String name, boolean mayChange) {
        this.people = people;
        this.mayChange = mayChange;
        show(name);
    }

    private void show(String name) {
        removeAll();
        var shown = new Paragraph(name);
        shown.addClassName("strong");
        shown.getElement().setAttribute("dir", "auto");
        add(shown);
        if (mayChange) add(new PlainButton(getTranslation("name.change"), () -> ask(name)));
    }

    private void ask(String name) {
        removeAll();
        var field = new TextField(getTranslation("field.name"), name, "");
        field.setHelperText(getTranslation("field.name.help"));
        field.setAutocomplete(Autocomplete.NAME);
        field.setMaxLength(PersonRule.LONGEST_NAME);
        var save = new Button(getTranslation("change-secret.change"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.addClickListener(_ -> rename(field));
        save.addClickShortcut(Key.ENTER).listenOn(this);
        var ways = new Div(save, new PlainButton(getTranslation("confirm.no"), () -> show(name)));
        ways.addClassName("row");
        add(field, ways);
        field.focus();
    }

    /** Where the name stands on the screen around, it is another one from now on. */
    static final class NameChanged extends ComponentEvent<UI> {
        private static final long serialVersionUID = 1;
        private final String name;

        NameChanged(UI screen, String name) {
            super(screen, false);
            this.name = name;
        }

        String name() {
            return name;
        }
    }

    private void rename(TextField field) {
        try {
            people.rename(field.getValue());
        } catch (JoiningRefused refused) {
            field.setInvalid(true);
            field.setErrorMessage(getTranslation(refused.problems().get(JoiningRefused.Field.NAME)));
            field.focus();
            return;
        }
        people.me().ifPresent(me -> {
            show(me.displayName());
            ComponentUtil.fireEvent(UI.getCurrent(), new NameChanged(UI.getCurrent(), me.displayName()));
        });
        Toast.show(getTranslation("name.changed"));
    }
}
