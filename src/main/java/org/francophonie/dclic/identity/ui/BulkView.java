package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.identity.bulk.Bulk;
import org.francophonie.dclic.identity.bulk.Bulk.Outcome;
import org.francophonie.dclic.identity.bulk.BulkOrder;
import org.francophonie.dclic.identity.bulk.BulkService;
import org.francophonie.dclic.identity.groups.GroupTreeService;
import org.francophonie.dclic.identity.service.PeopleRefused;
import org.francophonie.dclic.identity.service.PeopleSearch;
import org.francophonie.dclic.identity.service.PeopleService;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.ui.AdminView;
import org.francophonie.dclic.platform.ui.Confirm;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.PlainButton;
import org.francophonie.dclic.platform.ui.Watching;
import org.francophonie.dclic.platform.ui.WorkProgress;
import org.francophonie.dclic.rights.ProfileNames;

/** One act for many people: what and for whom, what would come of it, how far it is, and the way back. */
@Route(value = "admin/en-nombre/:id?", layout = MainLayout.class)
@ViewRight(Right.READ_PERSON)
public final class BulkView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient BulkService bulks;
    private final transient GroupTreeService groups;
    private final transient ProfileNames profiles;
    private final transient Gate gate;
    private final transient Words words;
    private final ErrorLine error = new ErrorLine();
    private final Div place = new Div();
    private final Watching watching = new Watching(this, this::refresh);
    private transient Optional<UUID> id = Optional.empty();

    BulkView(BulkService bulks, GroupTreeService groups, ProfileNames profiles, Gate gate, Words words) {
        this.bulks = bulks;
        this.groups = groups;
        this.profiles = profiles;
        this.gate = gate;
        this.words = words;
        add(
                new Crumbs(
                        new RouterLink(getTranslation("place.admin"), AdminView.class),
                        new RouterLink(getTranslation("people.title"), PeopleView.class)),
                new H1(getTranslation("bulk.title")),
                error,
                place);
    }

    /** Where something is done for the people that a search found, or for those chosen among them. */
    static QueryParameters of(PeopleSearch search, List<PersonId> chosen) {
        var asked = new LinkedHashMap<>(PeopleView.asked(search));
        if (!chosen.isEmpty())
            asked.put(
                    "personnes",
                    String.join(",", chosen.stream().map(PersonId::toString).toList()));
        return QueryParameters.simple(asked);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        error.say("");
        watching.when(false);
        try {
            id = event.getRouteParameters().get("id").map(UUID::fromString);
            var asked = event.getLocation().getQueryParameters();
            if (id.isPresent()) refresh();
            else
                ask(
                        PeopleView.search(asked, profiles.names(getLocale())),
                        asked.getSingleParameter("personnes").stream()
                                .flatMap(text -> Arrays.stream(text.split(",")))
                                .limit(PeopleService.PAGE)
                                .map(text -> new PersonId(UUID.fromString(text)))
                                .toList());
        } catch (IllegalArgumentException _) {
            throw new NotFound("bulk");
        }
    }

    private void ask(PeopleSearch search, List<PersonId> chosen) {
        place.removeAll();
        int number = chosen.isEmpty() ? bulks.count(search) : chosen.size();
        if (number > BulkService.MOST) {
            place.add(new Paragraph(getTranslation("bulk.too-many")));
            listLast();
            return;
        }
        place.add(new Paragraph(words.count(getLocale(), "bulk.for", number)));
        if (number > 0) {
            var commandId = bulks.newAct();
            place.add(new BulkForm(groups, profiles.names(getLocale()), gate, error, order -> {
                if (chosen.isEmpty()) bulks.begin(commandId, order, search);
                else bulks.begin(commandId, order, chosen);
                getUI().ifPresent(ui -> ui.navigate(BulkView.class, new RouteParameters("id", commandId.toString())));
            }));
        }
        listLast();
    }

    private void listLast() {
        var last = bulks.last();
        if (last.isEmpty()) return;
        var list = new UnorderedList();
        list.addClassName("people");
        for (var each : last)
            list.add(new ListItem(
                    new RouterLink(
                            what(each.order()),
                            BulkView.class,
                            new RouteParameters("id", each.id().toString())),
                    new Span(" · " + Moment.minute(each.createdAt()) + " · "
                            + getTranslation("bulk.state." + each.state()))));
        place.add(new H2(getTranslation("bulk.last")), list);
    }

    private String what(BulkOrder order) {
        var act = getTranslation("bulk.act." + order.act());
        var names = profiles.names(getLocale());
        return order.profile()
                .map(profile -> act + " · " + names.getOrDefault(profile, profile))
                .orElse(act);
    }

    private void refresh() {
        if (id.isEmpty()) return;
        show(bulks.find(id.get()).orElseThrow(() -> new NotFound("bulk")));
    }

    private void show(Bulk bulk) {
        place.removeAll();
        var state = new Div(new H2(getTranslation("bulk.state." + bulk.state())));
        state.getElement().setAttribute("role", "status");
        var facts = new Paragraph(what(bulk.order()) + " · " + Moment.minute(bulk.createdAt())
                + bulk.order()
                        .until()
                        .map(end -> " · " + getTranslation("held.until", Moment.lastDay(end)))
                        .orElse(""));
        facts.addClassName("muted");
        place.add(facts, state);
        bulk.problem().ifPresent(problem -> place.add(new Paragraph(problem(problem))));
        switch (bulk.state()) {
            case READY -> ready(bulk);
            case RUNNING -> running(bulk, Outcome.WAITING, bulk.number(Outcome.DONE) + bulk.number(Outcome.FAILED));
            case UNDOING -> running(bulk, Outcome.DONE, bulk.number(Outcome.UNDONE) + bulk.number(Outcome.KEPT));
            case STOPPED -> {
                numbers(bulk);
                if (bulk.number(Outcome.WAITING) > 0)
                    place.add(new Button(getTranslation("bulk.go-on"), _ -> run(bulk)));
                undoing(bulk);
            }
            case DONE -> {
                numbers(bulk);
                undoing(bulk);
            }
            case UNDONE -> numbers(bulk);
        }
        watching.when(bulk.goesOn());
    }

    /** Its key, and what it is about. */
    private String problem(String told) {
        var parts = told.split(" ", 2);
        return getTranslation(parts[0], parts.length == 2 ? parts[1] : "");
    }

    private void ready(Bulk bulk) {
        numbers(bulk);
        int number = bulk.number(Outcome.WAITING);
        if (number > 0) {
            var go = new Button(words.count(getLocale(), "bulk.do", number), _ -> run(bulk));
            go.addThemeVariants(ButtonVariant.PRIMARY);
            go.setDisableOnClick(true);
            place.add(go);
        } else place.add(new Paragraph(getTranslation("bulk.nothing")));
        place.add(new Div(new PlainButton(getTranslation("bulk.give-up"), () -> {
            bulks.stop(bulk.id());
            getUI().ifPresent(ui -> ui.navigate(PeopleView.class));
        })));
    }

    private void run(Bulk bulk) {
        try {
            bulks.run(bulk.id());
        } catch (PeopleRefused refused) {
            error.say(getTranslation(refused.problems().values().iterator().next()));
            return;
        }
        refresh();
    }

    private void undo(Bulk bulk) {
        bulks.undo(bulk.id());
        refresh();
    }

    private void running(Bulk bulk, Outcome waiting, int done) {
        place.add(new WorkProgress(
                done,
                done + bulk.number(waiting),
                bulk.isAbandoned(),
                () -> {
                    if (waiting == Outcome.WAITING) run(bulk);
                    else undo(bulk);
                },
                () -> {
                    bulks.stop(bulk.id());
                    refresh();
                }));
    }

    private void numbers(Bulk bulk) {
        var list = new UnorderedList();
        list.addClassName("report");
        for (var outcome : Outcome.values())
            if (bulk.number(outcome) > 0)
                list.add(new ListItem(words.count(getLocale(), "bulk.number." + outcome, bulk.number(outcome))));
        place.add(list);
        var problems = bulks.problems(bulk.id());
        if (problems.isEmpty()) return;
        var why = new UnorderedList();
        why.addClassName("report");
        problems.forEach((key, number) -> why.add(new ListItem(number + " · " + getTranslation(key, ""))));
        place.add(new H2(getTranslation("bulk.why")), why);
    }

    private void undoing(Bulk bulk) {
        if (bulk.number(Outcome.DONE) == 0 || !bulks.isYoung(bulk)) return;
        place.add(new Div(
                new H2(getTranslation("bulk.undo")),
                new Paragraph(getTranslation("bulk.undo.help")),
                Confirm.behind(getTranslation("bulk.undo"), () -> whatUndoes(bulk), () -> undo(bulk), this::refresh)));
    }

    private String whatUndoes(Bulk bulk) {
        int changed = bulks.changedSince(bulk.id());
        return getTranslation("bulk.undo.sure", bulk.number(Outcome.DONE) - changed, changed);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("bulk.title") + " · D-CLIC";
    }
}
