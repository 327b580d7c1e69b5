package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.identity.groups.GroupPeopleService;
import org.francophonie.dclic.identity.groups.GroupPeopleService.Belonging;
import org.francophonie.dclic.identity.groups.GroupRefused;
import org.francophonie.dclic.identity.groups.GroupTreeService;
import org.francophonie.dclic.identity.groups.GroupTreeService.Details;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ui.AdminView;
import org.francophonie.dclic.platform.ui.Confirm;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Pages;
import org.francophonie.dclic.platform.ui.PlainButton;
import org.francophonie.dclic.platform.ui.Rows;
import org.francophonie.dclic.platform.ui.Toast;
import org.francophonie.dclic.rights.ProfileNames;
import org.francophonie.dclic.rights.RightsRefused;
import org.francophonie.dclic.rights.service.AssignmentService;
import org.francophonie.dclic.rights.ui.HeldProfiles;
import org.francophonie.dclic.rights.ui.ScreensView;

/** One group: what lies below, who belongs to it, its name and its place. */
@Route(value = "admin/groupes/:id", layout = MainLayout.class)
@ViewRight(Right.READ_GROUP)
public final class GroupView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient GroupTreeService groups;
    private final transient GroupPeopleService people;
    private final transient AssignmentService held;
    private final transient ProfileNames names;
    private final transient Gate gate;
    private final transient Words words;
    private final ErrorLine error = new ErrorLine();
    private String title = "";
    private int page;

    GroupView(
            GroupTreeService groups,
            GroupPeopleService people,
            AssignmentService held,
            ProfileNames names,
            Gate gate,
            Words words) {
        this.groups = groups;
        this.people = people;
        this.held = held;
        this.names = names;
        this.gate = gate;
        this.words = words;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        page = Pages.asked(event.getLocation().getQueryParameters());
        try {
            show(event.getRouteParameters()
                    .get("id")
                    .map(UUID::fromString)
                    .map(GroupId::new)
                    .orElseThrow());
        } catch (IllegalArgumentException _) {
            throw new NotFound("group");
        }
    }

    private void show(GroupId id) {
        removeAll();
        error.say("");
        var group = groups.details(id);
        title = group.name();
        var heading = new H1(group.name());
        heading.getElement().setAttribute("dir", "auto");
        add(crumbs(group), heading, facts(group), error);
        var may = gate.allows(Right.MANAGE_GROUP, id);
        below(group, may);
        if (gate.allows(Right.READ_PERSON, id)) belonging(group, may);
        add(new HeldProfiles(held, names, id, gate.allows(Right.ASSIGN_PROFILE, id)));
        if (gate.allows(Right.ARRANGE_SCREENS)) {
            var screens = new RouterLink(getTranslation("screens.of-group"), ScreensView.class);
            screens.setQueryParameters(ScreensView.of(id));
            add(new Paragraph(screens));
        }
        if (may) add(new H2(getTranslation("groups.arrange")), renaming(group), moving(group), deleting(group));
    }

    private Component crumbs(Details group) {
        var links = new ArrayList<RouterLink>();
        links.add(new RouterLink(getTranslation("place.admin"), AdminView.class));
        links.add(new RouterLink(getTranslation("groups.title"), GroupsView.class));
        group.above().forEach(above -> links.add(GroupWords.link(above.id(), above.name())));
        return new Crumbs(links.toArray(RouterLink[]::new));
    }

    private Component facts(Details group) {
        var facts = new Paragraph(GroupWords.kind(group.kind())
                + group.country()
                        .map(country -> " · " + Locale.of("", country).getDisplayCountry(getLocale()))
                        .orElse(""));
        facts.addClassName("muted");
        return facts;
    }

    private void below(Details group, boolean may) {
        var kinds = NewGroupForm.kinds(Optional.of(group.kind()));
        if (kinds.isEmpty()) return; // a class holds people alone
        var lines = groups.below(group.id(), 0);
        add(new H2(getTranslation("groups.inside")));
        add(
                lines.isEmpty()
                        ? new Paragraph(getTranslation("groups.nothing-inside"))
                        : GroupWords.list(words, lines, _ -> new Span()));
        if (lines.size() == GroupTreeService.PAGE) add(new Paragraph(getTranslation("groups.more-inside")));
        if (may)
            add(new NativeDetails(
                    getTranslation("groups.new-inside"),
                    new NewGroupForm(groups, Optional.of(group.id()), Optional.of(group.kind()))));
    }

    private void belonging(Details group, boolean may) {
        var found = people.list(group.id(), page);
        add(new H2(getTranslation("groups.members")));
        add(found.isEmpty() ? new Paragraph(getTranslation("groups.nobody")) : rows(group, found, may));
        if (page > 0 || found.size() == GroupPeopleService.PAGE) add(turning(group, found.size()));
        if (may) add(adding(group));
    }

    /** The list is short for most groups: pages are turned here. */
    private Component turning(Details group, int shown) {
        var nav = new Div();
        nav.addClassName("row");
        if (page > 0) nav.add(new PlainButton(getTranslation("list.previous"), () -> turn(group, page - 1)));
        if (shown == GroupPeopleService.PAGE)
            nav.add(new PlainButton(getTranslation("list.next"), () -> turn(group, page + 1)));
        return nav;
    }

    private void turn(Details group, int to) {
        page = to;
        show(group.id());
    }

    private Component rows(Details group, List<Belonging> found, boolean may) {
        var rows = may
                ? new Rows(
                        getTranslation("groups.members"),
                        getTranslation("people.name"),
                        getTranslation("people.code"),
                        getTranslation("groups.role"),
                        getTranslation("groups.change"))
                : new Rows(
                        getTranslation("groups.members"),
                        getTranslation("people.name"),
                        getTranslation("people.code"),
                        getTranslation("groups.role"));
        for (var each : found) {
            var name = new RouterLink(each.displayName(), PersonView.class, PersonView.parameters(each.id()));
            name.getElement().setAttribute("dir", "auto");
            var code = Rows.text(each.code());
            code.addClassName("code-line");
            var role = Rows.text(getTranslation(each.responsible() ? "groups.responsible" : "groups.member"));
            if (may) rows.row(name, code, role, ways(group, each));
            else rows.row(name, code, role);
        }
        return rows;
    }

    private Component ways(Details group, Belonging each) {
        var ways = new Div();
        ways.addClassName("row");
        var turn = each.responsible() ? "groups.no-longer" : "groups.make-responsible";
        ways.add(
                button(turn, each, () -> {
                    people.setResponsible(group.id(), each.id(), !each.responsible());
                    done(group, "groups.changed");
                }),
                button("groups.remove", each, () -> {
                    people.remove(group.id(), each.id());
                    done(group, "groups.removed");
                }));
        return ways;
    }

    /** Whose it is stands in the name that screen readers tell. */
    private Component button(String key, Belonging each, Runnable act) {
        var button = new PlainButton(getTranslation(key), () -> attempt(act));
        button.getElement().setAttribute("aria-label", getTranslation(key) + " : " + each.displayName());
        return button;
    }

    private Component adding(Details group) {
        var field = new TextField(getTranslation("groups.who"));
        field.setHelperText(getTranslation("groups.who.help"));
        field.setMaxLength(254);
        var go = new Button(getTranslation("groups.add"));
        go.setDisableOnClick(true);
        go.addClickListener(_ -> {
            attempt(() -> {
                var name = people.add(group.id(), field.getValue());
                show(group.id());
                Toast.show(getTranslation("groups.added", name));
            });
            go.setEnabled(true);
        });
        var form = new Div(field, go);
        form.addClassName("narrow-start");
        return form;
    }

    private Component renaming(Details group) {
        var field = new TextField(getTranslation("groups.new-name"));
        field.setMaxLength(80);
        field.setValue(group.name());
        var go = new Button(getTranslation("groups.rename"));
        go.setDisableOnClick(true);
        go.addClickListener(_ -> {
            attempt(() -> {
                groups.rename(group.id(), group.version(), field.getValue());
                done(group, "groups.renamed");
            });
            go.setEnabled(true);
        });
        var form = new Div(field, go);
        form.addClassName("narrow-start");
        return new NativeDetails(getTranslation("groups.rename"), form);
    }

    private Component moving(Details group) {
        var field = new TextField(getTranslation("groups.search"));
        field.setHelperText(getTranslation("groups.move.help"));
        field.setMaxLength(80);
        var places = new Div();
        var go = new Button(getTranslation("people.look"), _ -> {
            places.removeAll();
            var found = groups.places(group.id(), field.getValue());
            places.add(
                    found.isEmpty()
                            ? new Paragraph(getTranslation("groups.none-found"))
                            : GroupWords.list(
                                    words,
                                    found,
                                    place -> new PlainButton(
                                            getTranslation("groups.move.here"),
                                            () -> attempt(() -> move(group, Optional.of(place.id()))))));
        });
        var form = new Div(field, go, places);
        form.addClassName("narrow-start");
        if (!group.above().isEmpty() && gate.reach(Right.MANAGE_GROUP) == Scope.ALL)
            form.add(new PlainButton(
                    getTranslation("groups.move.top"), () -> attempt(() -> move(group, Optional.empty()))));
        return new NativeDetails(getTranslation("groups.move"), form);
    }

    private void move(Details group, Optional<GroupId> place) {
        groups.move(group.id(), group.version(), place);
        done(group, "groups.moved");
    }

    private Component deleting(Details group) {
        return Confirm.behind(
                getTranslation("groups.delete"),
                () -> getTranslation("groups.delete.sure", group.name()),
                () -> attempt(() -> {
                    groups.delete(group.id(), group.version());
                    getUI().ifPresent(ui -> ui.navigate(GroupsView.class));
                    Toast.show(getTranslation("groups.deleted"));
                }),
                () -> show(group.id()));
    }

    private void done(Details group, String told) {
        show(group.id());
        Toast.show(getTranslation(told));
    }

    private void attempt(Runnable act) {
        error.say("");
        try {
            act.run();
        } catch (GroupRefused refused) {
            error.say(getTranslation(refused.key()));
        } catch (RightsRefused refused) {
            error.say(HeldProfiles.refusal(refused));
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · D-CLIC";
    }
}
