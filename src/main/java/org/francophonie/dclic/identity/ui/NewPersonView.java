package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import java.util.Map;
import java.util.UUID;
import org.francophonie.dclic.identity.service.PeopleDesk;
import org.francophonie.dclic.identity.service.PeopleDesk.Facts;
import org.francophonie.dclic.identity.service.PeopleRefused;
import org.francophonie.dclic.identity.service.PeopleRefused.Field;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.ui.AdminView;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Toast;

/** Makes the account of somebody who has an address; a letter lets them choose a password. */
@Route(value = "admin/nouvelle-personne", layout = MainLayout.class)
@ViewRight(Right.CREATE_PERSON)
public final class NewPersonView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient PeopleDesk desk;
    private final UUID commandId;

    NewPersonView(PeopleDesk desk) {
        this.desk = desk;
        commandId = desk.newAccount();
        var form = new PersonForm(new Facts("", "", ""));
        var email = Fields.guardian(getTranslation("people.email"));
        email.setHelperText(getTranslation("people.email.help"));
        var make = new Button(getTranslation("people.make"));
        make.addThemeVariants(ButtonVariant.PRIMARY);
        make.setDisableOnClick(true);
        make.addClickListener(_ -> {
            try {
                form.say(Map.of());
                PersonForm.mark(email, null);
                var made = this.desk.create(commandId, form.facts(), email.getValue(), getLocale());
                getUI().ifPresent(ui -> ui.navigate(PersonView.class, PersonView.parameters(made)));
                Toast.show(getTranslation("people.made"));
            } catch (PeopleRefused refused) {
                form.say(refused.problems());
                PersonForm.mark(email, refused.problems().get(Field.EMAIL));
                make.setEnabled(true);
            }
        });
        var whole = new Div(form, email, make);
        whole.addClassName("narrow-start");
        add(
                new Crumbs(
                        new RouterLink(getTranslation("place.admin"), AdminView.class),
                        new RouterLink(getTranslation("people.title"), PeopleView.class)),
                new H1(getTranslation("people.new")),
                new Paragraph(getTranslation("people.new.help")),
                whole);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("people.new") + " · D-CLIC";
    }
}
