package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.francophonie.dclic.identity.domain.PersonGroup.Kind;
import org.francophonie.dclic.identity.groups.GroupRefused;
import org.francophonie.dclic.identity.groups.GroupTreeService;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.Pick;
import org.francophonie.dclic.platform.ui.Toast;

/** Makes a group at the top of the tree or below another one. */
final class NewGroupForm extends Div {
    private static final long serialVersionUID = 1;

    private final transient GroupTreeService groups;
    private final transient Optional<GroupId> parent;
    private final UUID commandId;
    private final TextField name;
    private final Pick kind;
    private final Pick country;
    private final ErrorLine error = new ErrorLine();
    private final Button make;

    /** @param above the kind of the group above; nothing at the top */
    NewGroupForm(GroupTreeService groups, Optional<GroupId> parent, Optional<Kind> above) {
        this.groups = groups;
        this.parent = parent;
        commandId = groups.newGroup();
        name = new TextField(getTranslation("groups.name"));
        name.setMaxLength(80);
        kind = new Pick(getTranslation("groups.kind"), "off", GroupWords.kinds(kinds(above)));
        country = new Pick(
                getTranslation("people.country"),
                "country",
                Countries.lines(getLocale(), getTranslation("groups.no-country")));
        make = new Button(getTranslation("groups.make"), _ -> make());
        make.setDisableOnClick(true);
        addClassName("narrow-start");
        add(error, name, kind, country, make);
    }

    /** What may lie there. */
    static List<Kind> kinds(Optional<Kind> above) {
        return Stream.of(Kind.values())
                .filter(each -> above.filter(parent -> !parent.mayHold(each)).isEmpty())
                .toList();
    }

    private void make() {
        error.say("");
        var chosen = Stream.of(Kind.values())
                .filter(each -> each.name().equals(kind.value()))
                .findFirst();
        if (chosen.isEmpty()) {
            error.say(getTranslation("groups.kind.empty"));
            make.setEnabled(true);
            return;
        }
        try {
            var made = groups.create(commandId, parent, name.getValue(), chosen.get(), country.value());
            getUI().ifPresent(ui -> ui.navigate(GroupView.class, new RouteParameters("id", made.toString())));
            Toast.show(getTranslation("groups.made"));
        } catch (GroupRefused refused) {
            error.say(getTranslation(refused.key()));
            make.setEnabled(true);
        }
    }
}
