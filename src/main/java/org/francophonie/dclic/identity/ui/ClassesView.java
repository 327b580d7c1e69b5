package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import java.util.UUID;
import org.francophonie.dclic.identity.domain.PersonGroup;
import org.francophonie.dclic.identity.service.ClassRefused;
import org.francophonie.dclic.identity.service.ClassService;
import org.francophonie.dclic.identity.service.ClassService.ClassLine;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.Icon;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Pick;
import org.francophonie.dclic.platform.ui.Place;

/** The classes of a trainer, and the way to make another one. */
@Route(value = "classes", layout = MainLayout.class)
@ViewRight(Right.READ_CLASS)
@Place(value = "place.classes", icon = Icon.GROUP, order = 4)
public final class ClassesView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient ClassService classes;
    private final transient Words words;
    private final Div rows = new Div();
    private final Div more = new Div();
    private final UUID commandId;
    private int shown;

    ClassesView(ClassService classes, Gate gate, Words words) {
        this.classes = classes;
        this.words = words;
        commandId = classes.newClass();
        add(new H1(getTranslation("place.classes")), rows, more);
        showMore();
        if (shown == 0) rows.add(new Paragraph(getTranslation("classes.empty")));
        if (gate.reach(Right.CREATE_CLASS) != Scope.NONE) add(form());
    }

    private void showMore() {
        var page = classes.page(shown / ClassService.PAGE);
        page.forEach(line -> rows.add(card(line)));
        shown += page.getNumberOfElements();
        more.removeAll();
        if (page.hasNext()) {
            var next = new NativeButton(getTranslation("list.more"), _ -> showMore());
            next.addClassName("button");
            more.add(next);
        }
    }

    private Div card(ClassLine line) {
        var link = new RouterLink(line.name(), ClassView.class, ClassView.parameters(line.id()));
        link.addClassName("strong");
        link.getElement().setAttribute("dir", "auto");
        var card = new Div(
                new Paragraph(link), new Paragraph(words.count(getLocale(), "classes.learners", line.learners())));
        card.addClassName("card");
        return card;
    }

    private Div form() {
        var name = new TextField(getTranslation("class.name"));
        name.setHelperText(getTranslation("class.name.help"));
        name.setMaxLength(PersonGroup.LONGEST_NAME);
        var country = new Pick(
                getTranslation("class.country"),
                "country",
                Countries.lines(getLocale(), getTranslation("field.country.none")));
        var make = new Button(getTranslation("class.make"));
        make.addThemeVariants(ButtonVariant.PRIMARY);
        make.setDisableOnClick(true);
        make.addClickListener(_ -> {
            try {
                var made = classes.create(commandId, name.getValue(), country.value());
                getUI().ifPresent(ui -> ui.navigate(ClassView.class, ClassView.parameters(made)));
            } catch (ClassRefused refused) {
                var isCountry = refused.key().startsWith("class.country");
                country.say(isCountry ? getTranslation(refused.key()) : "");
                name.setErrorMessage(isCountry ? "" : getTranslation(refused.key()));
                name.setInvalid(!isCountry);
                if (isCountry) country.focus();
                else name.focus();
                make.setEnabled(true);
            }
        });
        var form = new Div(new H2(getTranslation("class.new")), name, country, make);
        form.addClassName("narrow");
        return form;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("place.classes") + " · D-CLIC";
    }
}
