package org.francophonie.dclic.rights.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.text.Day;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.Pick;
import org.francophonie.dclic.platform.ui.PlainButton;
import org.francophonie.dclic.platform.ui.Toast;
import org.francophonie.dclic.rights.ProfileNames;
import org.francophonie.dclic.rights.Profiles;
import org.francophonie.dclic.rights.RightsRefused;
import org.francophonie.dclic.rights.service.AssignmentService;
import org.francophonie.dclic.rights.service.AssignmentService.Line;

/** The profiles that somebody holds, or everybody of a group, given and taken away: for how long, and for which group. */
public final class HeldProfiles extends Div {
    private static final long serialVersionUID = 1;

    /** Who holds them. */
    private interface Holder {
        List<Line> list();

        void assign(String profile, Optional<GroupId> within, Optional<Instant> until);

        void take(UUID assignment);
    }

    private final transient Holder held;
    private final transient Map<String, String> names;
    private final transient Map<GroupId, String> groups;
    private final boolean editable;
    private final boolean ofGroup;
    private final H2 title;

    /** @param groups of the person, to which a profile can be limited */
    public HeldProfiles(
            AssignmentService held,
            ProfileNames names,
            PersonId person,
            Map<GroupId, String> groups,
            boolean editable) {
        this(ofPerson(held, person), false, names, groups, editable);
    }

    /** Those that a group gives to whoever belongs to it. */
    public HeldProfiles(AssignmentService held, ProfileNames names, GroupId group, boolean editable) {
        this(ofGroup(held, group), true, names, Map.of(), editable);
    }

    private static Holder ofPerson(AssignmentService held, PersonId person) {
        return new Holder() {
            @Override
            public List<Line> list() {
                return held.list(person);
            }

            @Override
            public void assign(String profile, Optional<GroupId> within, Optional<Instant> until) {
                held.assign(person, profile, within, until);
            }

            @Override
            public void take(UUID assignment) {
                held.take(person, assignment);
            }
        };
    }

    private static Holder ofGroup(AssignmentService held, GroupId group) {
        return new Holder() {
            @Override
            public List<Line> list() {
                return held.ofGroup(group);
            }

            @Override
            public void assign(String profile, Optional<GroupId> within, Optional<Instant> until) {
                held.assignTo(group, profile, until);
            }

            @Override
            public void take(UUID assignment) {
                held.takeFrom(group, assignment);
            }
        };
    }

    private HeldProfiles(
            Holder held, boolean ofGroup, ProfileNames names, Map<GroupId, String> groups, boolean editable) {
        this.held = held;
        this.names = names.names(getLocale());
        this.groups = groups;
        this.editable = editable;
        this.ofGroup = ofGroup;
        title = new H2(getTranslation(ofGroup ? "held.title.group" : "held.title"));
        title.getElement().setAttribute("tabindex", "-1");
        show();
    }

    /** What a rule of the rights refuses, in the person's words. */
    public static String refusal(RightsRefused refused) {
        return RightsWords.refusal(refused);
    }

    private void show() {
        removeAll();
        var error = new ErrorLine();
        var list = new UnorderedList();
        list.addClassName("people");
        var lines = held.list();
        lines.forEach(line -> list.add(item(line, error)));
        add(title, error);
        add(lines.isEmpty() ? new Paragraph(getTranslation(ofGroup ? "held.none.group" : "held.none")) : list);
        if (editable) add(giving());
    }

    private ListItem item(Line line, ErrorLine error) {
        var item = new ListItem(new Span(words(line) + " "));
        if (editable && (ofGroup || line.through().isEmpty()) && !line.profile().equals(Profiles.AWAITING_CONSENT))
            item.add(taking(line, error));
        return item;
    }

    private PlainButton taking(Line line, ErrorLine error) {
        var button = new PlainButton(
                getTranslation("held.take"),
                () -> attempt(error, () -> {
                    held.take(line.id());
                    Toast.show(getTranslation("held.taken", name(line.profile())));
                }));
        button.getElement().setAttribute("aria-label", getTranslation("held.take.of", name(line.profile())));
        return button;
    }

    private String name(String profile) {
        return names.getOrDefault(profile, profile);
    }

    private String words(Line line) {
        var facts = new ArrayList<String>();
        facts.add(name(line.profile()));
        facts.addAll(RightsWords.limits(ofGroup ? Optional.empty() : line.through(), line.within(), groups));
        facts.add(getTranslation("held.since", Moment.day(line.since())));
        line.until().ifPresent(end -> facts.add(getTranslation("held.until", Moment.lastDay(end))));
        return String.join(" · ", facts);
    }

    private Component giving() {
        var choices = new LinkedHashMap<>(names);
        choices.remove(Profiles.VISITOR);
        choices.remove(Profiles.AWAITING_CONSENT);
        var profile = new Pick(
                getTranslation("held.give.profile"), "off", Pick.Lines.of(getTranslation("held.choose"), choices));
        var within = within();
        var until = new TextField(getTranslation("held.give.until"));
        until.setHelperText(getTranslation("held.give.until.help"));
        until.setMaxLength(10);
        var error = new ErrorLine();
        var give = new Button(getTranslation("held.give"));
        give.setDisableOnClick(true);
        give.addClickListener(_ -> {
            profile.say(profile.value().isEmpty() ? getTranslation("held.choose") : "");
            if (!profile.value().isEmpty())
                attempt(error, () -> {
                    var end = end(until.getValue());
                    held.assign(profile.value(), group(within), end);
                    Toast.show(
                            end.isPresent()
                                    ? getTranslation("held.given.until", name(profile.value()), until.getValue())
                                    : getTranslation("held.given", name(profile.value())));
                });
            give.setEnabled(true);
        });
        var form = new Div(profile);
        if (!groups.isEmpty()) form.add(within);
        form.add(until, error, give);
        form.addClassName("narrow-start");
        return form;
    }

    private Pick within() {
        var choices = new LinkedHashMap<String, String>();
        groups.forEach((id, name) -> choices.put(id.toString(), name));
        return new Pick(
                getTranslation("held.give.within"), "off", Pick.Lines.of(getTranslation("held.everywhere"), choices));
    }

    private static Optional<GroupId> group(Pick within) {
        return within.value().isEmpty() ? Optional.empty() : Optional.of(new GroupId(UUID.fromString(within.value())));
    }

    /** The end of that day where the administrator is. */
    private static Optional<Instant> end(String typed) {
        if (typed.isBlank()) return Optional.empty();
        var day = Day.read(typed).orElseThrow(() -> new RightsRefused(RightsRefused.Rule.NO_DATE));
        return Optional.of(Day.end(day, Moment.zone()));
    }

    private void attempt(ErrorLine error, Runnable act) {
        try {
            Toast.hide();
            act.run();
            show();
            title.getElement().executeJs("this.focus()");
        } catch (RightsRefused refused) {
            error.say(RightsWords.refusal(refused));
        }
    }
}
