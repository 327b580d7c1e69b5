package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.audit.ui.AuditView;
import org.francophonie.dclic.identity.merge.MergeService;
import org.francophonie.dclic.identity.service.ErasureService;
import org.francophonie.dclic.identity.service.PeopleDesk;
import org.francophonie.dclic.identity.service.PeopleDesk.Facts;
import org.francophonie.dclic.identity.service.PeopleRefused;
import org.francophonie.dclic.identity.service.PeopleService;
import org.francophonie.dclic.identity.service.PeopleService.Details;
import org.francophonie.dclic.identity.service.SecondFactorService;
import org.francophonie.dclic.identity.service.SessionsDesk;
import org.francophonie.dclic.identity.service.SuspensionService;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Freshness;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.ui.AdminView;
import org.francophonie.dclic.platform.ui.Confirm;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.PlainButton;
import org.francophonie.dclic.platform.ui.Toast;
import org.francophonie.dclic.rights.ProfileNames;
import org.francophonie.dclic.rights.RightsRefused;
import org.francophonie.dclic.rights.service.AssignmentService;
import org.francophonie.dclic.rights.service.ExplanationService;
import org.francophonie.dclic.rights.ui.HeldProfiles;
import org.francophonie.dclic.rights.ui.WhyPanel;

/** Everything about one person that one may see: who they are, what they hold and may do, where they are signed in. */
@Route(value = "admin/personnes/:id", layout = MainLayout.class)
@ViewRight(Right.READ_PERSON)
public final class PersonView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient PeopleService people;
    private final transient PeopleDesk desk;
    private final transient SuspensionService suspensions;
    private final transient SessionsDesk sessions;
    private final transient ErasureService erasures;
    private final transient SecondFactorService factors;
    private final transient MergeService merges;
    private final transient Freshness freshness;
    private final transient AssignmentService held;
    private final transient ExplanationService explanations;
    private final transient ProfileNames names;
    private final transient Gate gate;
    private String title = "";

    PersonView(
            PeopleService people,
            PeopleDesk desk,
            SuspensionService suspensions,
            SessionsDesk sessions,
            ErasureService erasures,
            SecondFactorService factors,
            MergeService merges,
            Freshness freshness,
            AssignmentService held,
            ExplanationService explanations,
            ProfileNames names,
            Gate gate) {
        this.people = people;
        this.desk = desk;
        this.suspensions = suspensions;
        this.sessions = sessions;
        this.erasures = erasures;
        this.factors = factors;
        this.merges = merges;
        this.freshness = freshness;
        this.held = held;
        this.explanations = explanations;
        this.names = names;
        this.gate = gate;
    }

    static RouteParameters parameters(PersonId person) {
        return new RouteParameters("id", person.toString());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            show(event.getRouteParameters()
                    .get("id")
                    .map(UUID::fromString)
                    .map(PersonId::new)
                    .orElseThrow());
        } catch (IllegalArgumentException _) {
            throw new NotFound("person");
        }
    }

    private void show(PersonId id) {
        removeAll();
        var person = people.details(id);
        title = person.displayName();
        var name = new H1(person.displayName());
        name.getElement().setAttribute("dir", "auto");
        add(
                new Crumbs(
                        new RouterLink(getTranslation("place.admin"), AdminView.class),
                        new RouterLink(getTranslation("people.title"), PeopleView.class)),
                name,
                facts(person));
        var merging = gate.allows(Right.MERGE_PEOPLE)
                ? Optional.of(new MergePanel(merges, freshness, person, () -> show(id)))
                : Optional.<MergePanel>empty();
        merging.filter(MergePanel::isMerged).ifPresent(this::add);
        if (merging.filter(MergePanel::isGone).isPresent()) { // the other one is used, and acted on
            if (gate.allows(Right.READ_AUDIT)) add(trail(person));
            return;
        }
        if (gate.allows(Right.CHANGE_PERSON, id)) add(correcting(person));
        add(new HeldProfiles(held, names, person.id(), person.groups(), gate.allows(Right.ASSIGN_PROFILE, id)));
        add(new WhyPanel(explanations, names, person.id(), person.groups()));
        if (gate.allows(Right.READ_SESSION, id)) add(sessions(id));
        if (gate.allows(Right.RESET_SECOND_FACTOR, id)) add(secondFactor(person));
        if (gate.allows(Right.READ_AUDIT)) add(trail(person));
        merging.filter(panel -> !panel.isMerged()).ifPresent(this::add);
        add(new StandingPanel(
                suspensions,
                erasures,
                gate,
                person,
                merging.filter(MergePanel::isMerged).isPresent(),
                () -> show(id)));
    }

    private Component facts(Details person) {
        var list = new UnorderedList();
        list.addClassName("report");
        var code = new Span(person.code());
        code.addClassName("code-line");
        list.add(new ListItem(code, new Span(person.active() ? "" : " · " + getTranslation("people.suspended"))));
        list.add(fact("people.since", Moment.day(person.since())));
        person.email().ifPresent(email -> list.add(fact("people.has-email", email)));
        person.claimedEmail().ifPresent(email -> list.add(fact("people.claims-email", email)));
        if (gate.allows(Right.CHANGE_PERSON, person.id())
                && person.email().isEmpty()
                && person.claimedEmail().isEmpty()) list.add(new ListItem(getTranslation("people.no-email")));
        list.add(new ListItem(getTranslation(person.pin() ? "people.pin" : "people.password")));
        person.birthYear().ifPresent(year -> list.add(fact("people.born", String.valueOf(year))));
        person.country()
                .ifPresent(country ->
                        list.add(fact("people.lives", Locale.of("", country).getDisplayCountry(getLocale()))));
        if (person.waits()) list.add(new ListItem(getTranslation("people.waits")));
        if (!person.groups().isEmpty())
            list.add(fact("people.groups", String.join(", ", person.groups().values())));
        return list;
    }

    private ListItem fact(String key, String value) {
        var item = new ListItem(getTranslation(key, value));
        item.getElement().setAttribute("dir", "auto");
        return item;
    }

    private Component correcting(Details person) {
        var form = new PersonForm(new Facts(
                person.displayName(),
                person.birthYear().map(String::valueOf).orElse(""),
                person.country().orElse("")));
        var save = new Button(getTranslation("people.save"));
        save.setDisableOnClick(true);
        save.addClickListener(_ -> {
            try {
                form.say(Map.of());
                desk.correct(person.id(), person.version(), form.facts());
                show(person.id());
                Toast.show(getTranslation("people.saved"));
            } catch (PeopleRefused refused) {
                form.say(refused.problems());
            }
            save.setEnabled(true);
        });
        var whole = new Div(form, save);
        whole.addClassName("narrow-start");
        return new NativeDetails(getTranslation("people.correct"), whole);
    }

    private Component sessions(PersonId id) {
        var list = new UnorderedList();
        list.addClassName("people");
        var lines = sessions.of(id);
        var may = gate.allows(Right.END_SESSION, id);
        for (var line : lines) {
            var item = new ListItem(new Span(SessionsView.words(line) + " "));
            if (may)
                item.add(new PlainButton(getTranslation("sessions.end"), () -> {
                    sessions.end(id, line.id());
                    show(id);
                    Toast.show(getTranslation("sessions.ended"));
                }));
            list.add(item);
        }
        var part = new Div(new H2(getTranslation("sessions.title")));
        part.add(lines.isEmpty() ? new Paragraph(getTranslation("sessions.none")) : list);
        if (may && !lines.isEmpty())
            part.add(new PlainButton(getTranslation("sessions.end-all"), () -> {
                sessions.endAll(id);
                show(id);
                Toast.show(getTranslation("sessions.ended-all"));
            }));
        return part;
    }

    private Component secondFactor(Details person) {
        var part = new Div(new H2(getTranslation("second.title")));
        var since = factors.of(person.id());
        if (since.isEmpty()) {
            part.add(new Paragraph(getTranslation("people.second.none")));
            if (!Actors.current().is(person.id())) part.add(givingCode(person));
        } else if (Actors.current().is(person.id()))
            part.add(new Paragraph(new RouterLink(getTranslation("people.second.own"), SecondFactorView.class)));
        else part.add(new Paragraph(getTranslation("people.second.since", Moment.day(since.get()))), resetting(person));
        return part;
    }

    /** For whoever gets no mail. */
    private Component givingCode(Details person) {
        var place = new Div();
        place.getElement().setAttribute("role", "status");
        place.add(Confirm.behind(
                getTranslation("people.second.code"),
                () -> getTranslation("people.second.code.sure", person.displayName()),
                () -> attempt(() -> {
                    var code = new Paragraph(factors.giveSetupCode(person.id()));
                    code.addClassName("key-line");
                    place.removeAll();
                    place.add(
                            new Paragraph(getTranslation("people.second.code.is", person.displayName())),
                            code,
                            new Paragraph(getTranslation("people.second.code.given")));
                }),
                () -> show(person.id())));
        return place;
    }

    private Component resetting(Details person) {
        return Confirm.behind(
                getTranslation("people.second.reset"),
                () -> getTranslation("people.second.reset.sure", person.displayName()),
                () -> attempt(() -> {
                    factors.reset(person.id());
                    show(person.id());
                    Toast.show(getTranslation("people.second.was-reset"));
                }),
                () -> show(person.id()));
    }

    private static void attempt(Runnable act) {
        try {
            act.run();
        } catch (RightsRefused refused) {
            Toast.keep(HeldProfiles.refusal(refused));
        }
    }

    private Component trail(Details person) {
        var done = new RouterLink(getTranslation("audit.done-by"), AuditView.class);
        done.setQueryParameters(AuditView.doneBy(person.code()));
        var about = new RouterLink(getTranslation("audit.seen-of"), AuditView.class);
        about.setQueryParameters(AuditView.about(person.code()));
        return new Div(new H2(getTranslation("audit.title")), new Paragraph(done), new Paragraph(about));
    }

    @Override
    public String getPageTitle() {
        return title + " · D-CLIC";
    }
}
