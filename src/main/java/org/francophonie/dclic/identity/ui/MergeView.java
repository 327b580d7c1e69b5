package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.francophonie.dclic.identity.merge.MergeRefused;
import org.francophonie.dclic.identity.merge.MergeService;
import org.francophonie.dclic.identity.merge.MergeService.Outlook;
import org.francophonie.dclic.identity.merge.MergeSide;
import org.francophonie.dclic.identity.service.MergedPeople;
import org.francophonie.dclic.identity.service.PeopleRefused;
import org.francophonie.dclic.identity.service.SuspensionService;
import org.francophonie.dclic.platform.access.Freshness;
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
import org.francophonie.dclic.platform.ui.Rows;
import org.francophonie.dclic.platform.ui.Toast;
import org.francophonie.dclic.rights.ProfileNames;
import org.francophonie.dclic.rights.RightsRefused;
import org.francophonie.dclic.rights.ui.HeldProfiles;

/** Two accounts side by side: which one stays, what goes over to it, and what stands in the way. */
@Route(value = "admin/doublons/:kept/:gone", layout = MainLayout.class)
@ViewRight(Right.MERGE_PEOPLE)
public final class MergeView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    /** Where two accounts of one human being hardly differ. */
    private static final Set<String> TELLING = Set.of("merge.born", "merge.country");

    private final transient MergeService merges;
    private final transient ProfileNames names;
    private final transient Freshness freshness;
    private final transient Words words;

    MergeView(MergeService merges, ProfileNames names, Freshness freshness, Words words) {
        this.merges = merges;
        this.names = names;
        this.freshness = freshness;
        this.words = words;
    }

    static RouteParameters parameters(PersonId kept, PersonId gone) {
        return new RouteParameters(Map.of("kept", kept.toString(), "gone", gone.toString()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            var asked = event.getRouteParameters();
            show(merges.look(
                    new PersonId(UUID.fromString(asked.get("kept").orElse(""))),
                    new PersonId(UUID.fromString(asked.get("gone").orElse("")))));
        } catch (IllegalArgumentException _) {
            throw new NotFound("person");
        }
    }

    private void show(Outlook outlook) {
        removeAll();
        add(
                new Crumbs(
                        new RouterLink(getTranslation("place.admin"), AdminView.class),
                        new RouterLink(getTranslation("merge.title"), DuplicatesView.class)),
                new H1(getTranslation("merge.one-of-two")),
                table(outlook.kept(), outlook.gone()),
                new Paragraph(new RouterLink(
                        getTranslation("merge.exchange"),
                        MergeView.class,
                        parameters(outlook.gone().id(), outlook.kept().id()))));
        if (outlook.obstacles().isEmpty())
            add(new H2(getTranslation("merge.outlook")), effects(outlook), form(outlook));
        else add(obstacles(outlook));
    }

    private Component table(MergeSide kept, MergeSide gone) {
        var rows = new Rows(
                getTranslation("merge.one-of-two"),
                getTranslation("merge.fact"),
                getTranslation("merge.kept"),
                getTranslation("merge.gone"));
        line(rows, "people.name", kept, gone, MergeSide::displayName);
        line(rows, "people.code", kept, gone, MergeSide::code);
        line(rows, "merge.address", kept, gone, side -> side.email().orElse("–"));
        line(rows, "merge.born", kept, gone, side -> side.birthYear()
                .map(String::valueOf)
                .orElse("–"));
        line(rows, "merge.country", kept, gone, side -> side.country()
                .map(country -> Locale.of("", country).getDisplayCountry(getLocale()))
                .orElse("–"));
        line(
                rows,
                "people.state",
                kept,
                gone,
                side -> getTranslation(side.active() ? "people.active" : "people.suspended"));
        line(rows, "merge.since", kept, gone, side -> Moment.day(side.since()));
        line(rows, "merge.last-seen", kept, gone, side -> side.lastSeen()
                .map(Moment::minute)
                .orElseGet(() -> getTranslation("merge.never")));
        var profiles = names.names(getLocale());
        line(rows, "people.profiles", kept, gone, side -> side.profiles().stream()
                .map(profile -> profiles.getOrDefault(profile, profile))
                .collect(Collectors.joining(", ")));
        line(
                rows,
                "merge.groups",
                kept,
                gone,
                side -> side.groups().isEmpty() ? "–" : String.join(", ", side.groups()));
        return rows;
    }

    private void line(Rows rows, String key, MergeSide kept, MergeSide gone, Function<MergeSide, String> fact) {
        var first = Rows.text(fact.apply(kept));
        var second = Rows.text(fact.apply(gone));
        if (TELLING.contains(key) && !first.getText().equals(second.getText())) {
            second.setText(getTranslation("merge.differs", second.getText()));
            second.addClassName("warn");
        }
        rows.row(Rows.text(getTranslation(key)), first, second);
    }

    private Component effects(Outlook outlook) {
        var list = new UnorderedList();
        outlook.effects()
                .forEach(effect -> list.add(
                        new ListItem(words.count(getLocale(), "merge.effect." + effect.key(), effect.number()))));
        list.add(new ListItem(getTranslation(
                "merge.effect.sign-in", outlook.gone().code(), outlook.kept().code())));
        list.add(new ListItem(getTranslation("merge.effect.undo", MergedPeople.UNDO.toDays())));
        return list;
    }

    private Component obstacles(Outlook outlook) {
        var list = new UnorderedList();
        outlook.obstacles().forEach(key -> list.add(new ListItem(getTranslation(key))));
        var whole = new Div(new Paragraph(getTranslation("merge.cannot")), list);
        whole.addClassName("warn");
        return whole;
    }

    private Component form(Outlook outlook) {
        var why = new TextField(getTranslation("merge.why"));
        why.setHelperText(getTranslation("merge.why.help"));
        why.setMaxLength(SuspensionService.LONGEST_REASON);
        var error = new ErrorLine();
        var place = new Div();
        var form = new Div(why, error, place);
        form.addClassName("narrow-start");
        ask(place, outlook, why, error);
        return form;
    }

    private void ask(Div place, Outlook outlook, TextField why, ErrorLine error) {
        place.removeAll();
        place.add(new Button(getTranslation("merge.do"), _ -> {
            error.say("");
            if (why.getValue().isBlank()) {
                error.say(getTranslation("merge.why.empty"));
                why.focus();
                return;
            }
            freshness.check();
            place.removeAll();
            place.add(new Confirm(
                    getTranslation(
                            "merge.sure", outlook.gone().code(), outlook.kept().code()),
                    getTranslation("merge.do"),
                    () -> merge(place, outlook, why, error),
                    () -> ask(place, outlook, why, error)));
        }));
    }

    private void merge(Div place, Outlook outlook, TextField why, ErrorLine error) {
        error.say("");
        try {
            merges.merge(outlook.kept().id(), outlook.gone().id(), why.getValue());
        } catch (PeopleRefused refused) {
            error.say(getTranslation(refused.problems().values().iterator().next()));
            ask(place, outlook, why, error);
            return;
        } catch (RightsRefused refused) {
            error.say(HeldProfiles.refusal(refused));
            ask(place, outlook, why, error);
            return;
        } catch (MergeRefused _) { // something stands in the way since the look
            show(merges.look(outlook.kept().id(), outlook.gone().id()));
            return;
        }
        getUI().ifPresent(ui -> ui.navigate(
                PersonView.class, PersonView.parameters(outlook.kept().id())));
        Toast.show(getTranslation("merge.done"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("merge.one-of-two") + " · D-CLIC";
    }
}
