package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import java.util.Map;
import java.util.Optional;
import org.francophonie.dclic.identity.groups.GroupTreeService;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.AdminPage;
import org.francophonie.dclic.platform.ui.AdminView;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Pages;

/** The groups at the top, from which one goes down; or those of a name. The search is the address. */
@Route(value = "admin/groupes", layout = MainLayout.class)
@ViewRight(Right.READ_GROUP)
@AdminPage(value = "groups.title", order = 15)
public final class GroupsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final String NAME = "q";

    private final transient GroupTreeService groups;
    private final transient Gate gate;
    private final transient Words words;

    GroupsView(GroupTreeService groups, Gate gate, Words words) {
        this.groups = groups;
        this.gate = gate;
        this.words = words;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        show(asked.getSingleParameter(NAME).orElse(""), Pages.asked(asked));
    }

    private void show(String name, int page) {
        removeAll();
        var found = groups.list(name, page);
        add(
                new Crumbs(new RouterLink(getTranslation("place.admin"), AdminView.class)),
                new H1(getTranslation("groups.title")),
                new Paragraph(getTranslation("groups.lead")),
                search(name));
        add(
                found.isEmpty()
                        ? new Paragraph(getTranslation(name.isEmpty() ? "groups.none" : "groups.none-found"))
                        : GroupWords.list(words, found, _ -> new Span()));
        add(new Pages(
                GroupsView.class,
                name.isEmpty() ? Map.of() : Map.of(NAME, name),
                page,
                found.size() == GroupTreeService.PAGE));
        if (gate.reach(Right.MANAGE_GROUP) == Scope.ALL)
            add(new NativeDetails(
                    getTranslation("groups.new"), new NewGroupForm(groups, Optional.empty(), Optional.empty())));
    }

    private Div search(String name) {
        var field = new TextField(getTranslation("groups.search"));
        field.setMaxLength(80);
        field.setValue(name);
        var go = new Button(getTranslation("people.look"), _ -> getUI().ifPresent(ui -> ui.navigate(
                GroupsView.class,
                field.getValue().isBlank()
                        ? QueryParameters.empty()
                        : QueryParameters.of(NAME, field.getValue().strip()))));
        go.addClickShortcut(Key.ENTER).listenOn(field);
        var form = new Div(field, go);
        form.addClassName("filters");
        form.getElement().setAttribute("role", "search");
        return form;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("groups.title") + " · D-CLIC";
    }
}
