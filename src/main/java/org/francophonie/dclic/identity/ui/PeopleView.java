package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.francophonie.dclic.identity.bulk.BulkAct;
import org.francophonie.dclic.identity.domain.Person;
import org.francophonie.dclic.identity.service.PeopleSearch;
import org.francophonie.dclic.identity.service.PeopleService;
import org.francophonie.dclic.identity.service.PeopleService.Line;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.ui.AdminPage;
import org.francophonie.dclic.platform.ui.AdminView;
import org.francophonie.dclic.platform.ui.Check;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Pages;
import org.francophonie.dclic.platform.ui.Pick;
import org.francophonie.dclic.platform.ui.PlainButton;
import org.francophonie.dclic.platform.ui.Rows;
import org.francophonie.dclic.rights.ProfileNames;

/** Everybody for whom one is responsible: found by name, code or address, by profile and by state. The search is the address. */
@Route(value = "admin/personnes", layout = MainLayout.class)
@ViewRight(Right.READ_PERSON)
@AdminPage(value = "people.title", order = 10)
public final class PeopleView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient PeopleService people;
    private final transient ProfileNames profiles;
    private final transient Gate gate;
    private final transient Words words;
    private final transient Map<PersonId, Check> picks = new LinkedHashMap<>();

    PeopleView(PeopleService people, ProfileNames profiles, Gate gate, Words words) {
        this.people = people;
        this.profiles = profiles;
        this.gate = gate;
        this.words = words;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        var names = profiles.names(getLocale());
        show(search(asked, names), names, Pages.asked(asked));
    }

    /** The search that an address tells. */
    static PeopleSearch search(QueryParameters asked, Map<String, String> names) {
        return new PeopleSearch(
                asked.getSingleParameter("q").orElse(""),
                asked.getSingleParameter("etat").flatMap(text -> Arrays.stream(Person.Status.values())
                        .filter(status -> status.name().equals(text) && status != Person.Status.ERASED)
                        .findFirst()),
                asked.getSingleParameter("profil").filter(names::containsKey));
    }

    /** The address that tells a search. */
    static Map<String, String> asked(PeopleSearch search) {
        return asked(
                search.text(),
                search.profile().orElse(""),
                search.status().map(Enum::name).orElse(""));
    }

    private void show(PeopleSearch search, Map<String, String> names, int page) {
        removeAll();
        var found = people.search(search, page);
        var total = new Paragraph(words.count(getLocale(), "people.found", found.total()));
        total.getElement().setAttribute("role", "status");
        add(
                new Crumbs(new RouterLink(getTranslation("place.admin"), AdminView.class)),
                new H1(getTranslation("people.title")),
                form(search, names),
                total);
        if (gate.allows(Right.CREATE_PERSON))
            add(new Paragraph(new RouterLink(getTranslation("people.new"), NewPersonView.class)));
        if (gate.allows(Right.IMPORT_PEOPLE))
            add(new Paragraph(new RouterLink(getTranslation("people-import.title"), PeopleImportView.class)));
        if (gate.allows(Right.MERGE_PEOPLE))
            add(new Paragraph(new RouterLink(getTranslation("merge.title"), DuplicatesView.class)));
        if (found.lines().isEmpty()) add(new Paragraph(getTranslation("people.none")));
        else {
            add(rows(found.lines(), names));
            if (BulkAct.anyAllowed(gate)) add(acting(search, found));
        }
        add(new Pages(PeopleView.class, asked(search), page, (page + 1L) * PeopleService.PAGE < found.total()));
    }

    private Component form(PeopleSearch search, Map<String, String> names) {
        var text = new TextField(getTranslation("people.search"));
        text.setHelperText(getTranslation("people.search.help"));
        text.setMaxLength(200);
        text.setValue(search.text());
        var profile =
                new Pick(getTranslation("profiles.profile"), "off", Pick.Lines.of(getTranslation("people.all"), names));
        search.profile().ifPresent(profile::choose);
        var states = new LinkedHashMap<String, String>();
        states.put(Person.Status.ACTIVE.name(), getTranslation("people.active"));
        states.put(Person.Status.SUSPENDED.name(), getTranslation("people.suspended"));
        var state =
                new Pick(getTranslation("people.state"), "off", Pick.Lines.of(getTranslation("people.all"), states));
        search.status().ifPresent(status -> state.choose(status.name()));
        Runnable look = () -> go(text.getValue(), profile.value(), state.value());
        profile.whenChosen(look);
        state.whenChosen(look);
        var go = new Button(getTranslation("people.look"), _ -> look.run());
        go.addClickShortcut(Key.ENTER);
        var form = new Div(text, profile, state, go);
        form.addClassName("filters");
        form.getElement().setAttribute("role", "search");
        return form;
    }

    private void go(String text, String profile, String state) {
        getUI().ifPresent(ui ->
                ui.navigate(PeopleView.class, QueryParameters.simple(asked(text.strip(), profile, state))));
    }

    private Component rows(List<Line> lines, Map<String, String> names) {
        picks.clear();
        var heads = new ArrayList<>(List.of("people.name", "people.code", "people.profiles", "people.state"));
        var mayAct = BulkAct.anyAllowed(gate);
        if (mayAct) heads.add("people.pick");
        var rows = new Rows(
                getTranslation("people.title"),
                heads.stream().map(key -> getTranslation(key)).toArray(String[]::new));
        for (var line : lines) {
            var link = new RouterLink(line.displayName(), PersonView.class, PersonView.parameters(line.id()));
            link.getElement().setAttribute("dir", "auto");
            var code = Rows.text(line.code());
            code.addClassName("code-line");
            var cells = new ArrayList<Component>(List.of(
                    link,
                    code,
                    Rows.text(line.profiles().stream()
                            .map(profile -> names.getOrDefault(profile, profile))
                            .collect(Collectors.joining(", "))),
                    Rows.text(getTranslation(line.active() ? "people.active" : "people.suspended"))));
            if (mayAct) cells.add(pick(line));
            rows.row(cells.toArray(Component[]::new));
        }
        return rows;
    }

    private Component pick(Line line) {
        var pick = new Check("");
        pick.name(getTranslation("people.pick.who", line.displayName()));
        picks.put(line.id(), pick);
        return pick;
    }

    private Component acting(PeopleSearch search, PeopleService.Found found) {
        var error = new ErrorLine();
        var chosen = new Button(getTranslation("people.act.chosen"), _ -> {
            var people = picks.entrySet().stream()
                    .filter(pick -> pick.getValue().isChecked())
                    .map(Map.Entry::getKey)
                    .toList();
            if (people.isEmpty()) error.say(getTranslation("people.act.nobody"));
            else act(search, people);
        });
        var all = new PlainButton(
                words.count(getLocale(), "people.act.all", found.total()), () -> act(search, List.of()));
        var acts = new Div(chosen, all);
        acts.addClassName("row");
        return new Div(error, acts);
    }

    private void act(PeopleSearch search, List<PersonId> chosen) {
        getUI().ifPresent(ui -> ui.navigate(BulkView.class, BulkView.of(search, chosen)));
    }

    private static Map<String, String> asked(String text, String profile, String state) {
        var asked = new HashMap<String, String>();
        if (!text.isEmpty()) asked.put("q", text);
        if (!profile.isEmpty()) asked.put("profil", profile);
        if (!state.isEmpty()) asked.put("etat", state);
        return asked;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("people.title") + " · D-CLIC";
    }
}
