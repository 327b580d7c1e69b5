package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
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
import org.francophonie.dclic.identity.bulk.BulkAct;
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
import org.francophonie.dclic.platform.text.Day;
import org.francophonie.dclic.platform.ui.AdminView;
import org.francophonie.dclic.platform.ui.Confirm;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.Pick;
import org.francophonie.dclic.platform.ui.PlainButton;
import org.francophonie.dclic.platform.ui.ProgressLine;
import org.francophonie.dclic.platform.ui.Watching;
import org.francophonie.dclic.rights.ProfileNames;
import org.francophonie.dclic.rights.Profiles;

/** One act for many people: what and for whom, what would come of it, how far it is, and the way back. */
@Route(value = "admin/en-nombre/:id?", layout = MainLayout.class)
@ViewRight(Right.READ_PERSON)
public final class BulkView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final int WHOLE = 100;

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
        if (number > 0) place.add(form(search, chosen));
        listLast();
    }

    private Component form(PeopleSearch search, List<PersonId> chosen) {
        var commandId = bulks.newAct();
        var acts = new LinkedHashMap<String, String>();
        for (var act : BulkAct.values())
            if (gate.allows(act.right())) acts.put(act.name(), getTranslation("bulk.act." + act));
        var names = new LinkedHashMap<>(profiles.names(getLocale()));
        names.keySet().removeAll(List.of(Profiles.VISITOR, Profiles.AWAITING_CONSENT));
        var act = new Pick(getTranslation("bulk.act"), "off", Pick.Lines.of(getTranslation("bulk.choose"), acts));
        var profile = new Pick(
                getTranslation("profiles.profile"), "off", Pick.Lines.of(getTranslation("held.choose"), names));
        var until = field("held.give.until", "held.give.until.help", 10);
        var group = field("bulk.group", "bulk.group.help", 200);
        var reason = field("people.reason", "people.reason.help", 500);
        Runnable fit = () -> {
            var chosenAct = act(act);
            profile.setVisible(chosenAct.filter(BulkAct::isAboutProfile).isPresent());
            until.setVisible(chosenAct.filter(BulkAct.GIVE_PROFILE::equals).isPresent());
            group.setVisible(chosenAct.filter(BulkAct.ADD_TO_GROUP::equals).isPresent());
            reason.setVisible(chosenAct.filter(BulkAct.SUSPEND::equals).isPresent());
        };
        act.whenChosen(fit);
        fit.run();
        var look = new Button(getTranslation("bulk.look"));
        look.addThemeVariants(ButtonVariant.PRIMARY);
        look.setDisableOnClick(true);
        look.addClickListener(_ -> {
            try {
                var order = order(
                        act(act).orElseThrow(() -> refused("bulk.choose")),
                        profile.value(),
                        until.getValue(),
                        group.getValue(),
                        reason.getValue());
                if (chosen.isEmpty()) bulks.begin(commandId, order, search);
                else bulks.begin(commandId, order, chosen);
                getUI().ifPresent(ui -> ui.navigate(BulkView.class, new RouteParameters("id", commandId.toString())));
            } catch (PeopleRefused refused) {
                error.say(String.join(
                        " ",
                        refused.problems().values().stream()
                                .map(key -> getTranslation(key))
                                .toList()));
                look.setEnabled(true);
            }
        });
        var form = new Div(act, profile, until, group, reason, look);
        form.addClassName("narrow-start");
        return form;
    }

    private TextField field(String label, String help, int longest) {
        var field = new TextField(getTranslation(label));
        field.setHelperText(getTranslation(help));
        field.setMaxLength(longest);
        return field;
    }

    private static Optional<BulkAct> act(Pick pick) {
        return Arrays.stream(BulkAct.values())
                .filter(act -> act.name().equals(pick.value()))
                .findFirst();
    }

    private BulkOrder order(BulkAct act, String profile, String until, String group, String reason) {
        return switch (act) {
            case GIVE_PROFILE, TAKE_PROFILE -> {
                if (profile.isEmpty()) throw refused("bulk.no-profile");
                yield act == BulkAct.TAKE_PROFILE
                        ? BulkOrder.take(profile)
                        : BulkOrder.give(
                                profile,
                                until.isBlank()
                                        ? Optional.empty()
                                        : Optional.of(Day.read(until)
                                                .orElseThrow(() -> refused("rights.refused.NO_DATE"))
                                                .plusDays(1)
                                                .atStartOfDay(Moment.zone())
                                                .toInstant()));
            }
            case ADD_TO_GROUP -> {
                var found =
                        group.isBlank() ? List.<org.francophonie.dclic.platform.ids.GroupId>of() : groups.named(group);
                if (found.size() != 1) throw refused(found.isEmpty() ? "bulk.no-group" : "bulk.two-groups");
                yield BulkOrder.add(found.getFirst());
            }
            case SUSPEND -> BulkOrder.suspend(reason);
            case READMIT -> BulkOrder.of(BulkAct.READMIT);
        };
    }

    private static PeopleRefused refused(String key) {
        return new PeopleRefused(PeopleRefused.Field.WHOLE, key);
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
        int all = done + bulk.number(waiting);
        var line = new ProgressLine();
        line.show(all == 0 ? WHOLE : done * WHOLE / all, getTranslation("people-import.at", done, all));
        place.add(line);
        if (bulk.isAbandoned()) {
            place.add(
                    new Paragraph(getTranslation("people-import.abandoned")),
                    new Button(getTranslation("bulk.go-on"), _ -> {
                        if (waiting == Outcome.WAITING) run(bulk);
                        else undo(bulk);
                    }));
            return;
        }
        var stop = new Button(getTranslation("people-import.stop"), _ -> {
            bulks.stop(bulk.id());
            refresh();
        });
        stop.setDisableOnClick(true);
        place.add(stop);
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
