package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.francophonie.dclic.identity.bulk.BulkAct;
import org.francophonie.dclic.identity.bulk.BulkOrder;
import org.francophonie.dclic.identity.groups.GroupTreeService;
import org.francophonie.dclic.identity.service.PeopleRefused;
import org.francophonie.dclic.identity.service.SuspensionService;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.text.Day;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.Pick;
import org.francophonie.dclic.rights.Profiles;

/** Asks what is to be done for many people; only what the act needs is asked. */
final class BulkForm extends Div {
    private static final long serialVersionUID = 1;

    private final transient GroupTreeService groups;
    private final Pick act;
    private final Pick profile;
    private final TextField until = field("held.give.until", "held.give.until.help", 10);
    private final TextField group = field("bulk.group", "bulk.group.help", 200);
    private final TextField reason = field("people.reason", "people.reason.help", SuspensionService.LONGEST_REASON);

    /**
     * @param names of profiles, by their code
     * @param error where it is said what is wrong
     * @param begin told what is to be done; may refuse it
     */
    BulkForm(
            GroupTreeService groups, Map<String, String> names, Gate gate, ErrorLine error, Consumer<BulkOrder> begin) {
        this.groups = groups;
        addClassName("narrow-start");
        var acts = new LinkedHashMap<String, String>();
        for (var each : BulkAct.values())
            if (gate.allows(each.right())) acts.put(each.name(), getTranslation("bulk.act." + each));
        act = new Pick(getTranslation("bulk.act"), "off", Pick.Lines.of(getTranslation("bulk.choose"), acts));
        var choices = new LinkedHashMap<>(names);
        choices.keySet().removeAll(List.of(Profiles.VISITOR, Profiles.AWAITING_CONSENT));
        profile = new Pick(
                getTranslation("profiles.profile"), "off", Pick.Lines.of(getTranslation("held.choose"), choices));
        act.whenChosen(this::fit);
        fit();
        var look = new Button(getTranslation("bulk.look"));
        look.addThemeVariants(ButtonVariant.PRIMARY);
        look.setDisableOnClick(true);
        look.addClickListener(_ -> {
            try {
                begin.accept(order(act().orElseThrow(() -> refused("bulk.choose"))));
            } catch (PeopleRefused refused) {
                error.say(String.join(
                        " ",
                        refused.problems().values().stream()
                                .map(key -> getTranslation(key))
                                .toList()));
                look.setEnabled(true);
            }
        });
        add(act, profile, until, group, reason, look);
    }

    private TextField field(String label, String help, int longest) {
        var field = new TextField(getTranslation(label));
        field.setHelperText(getTranslation(help));
        field.setMaxLength(longest);
        return field;
    }

    private void fit() {
        var chosen = act();
        profile.setVisible(chosen.filter(BulkAct::isAboutProfile).isPresent());
        until.setVisible(chosen.filter(BulkAct.GIVE_PROFILE::equals).isPresent());
        group.setVisible(chosen.filter(BulkAct.ADD_TO_GROUP::equals).isPresent());
        reason.setVisible(chosen.filter(BulkAct.SUSPEND::equals).isPresent());
    }

    private Optional<BulkAct> act() {
        return Arrays.stream(BulkAct.values())
                .filter(each -> each.name().equals(act.value()))
                .findFirst();
    }

    private BulkOrder order(BulkAct chosen) {
        return switch (chosen) {
            case GIVE_PROFILE -> {
                var given = someProfile();
                yield BulkOrder.give(
                        given,
                        until.getValue().isBlank()
                                ? Optional.empty()
                                : Optional.of(Day.end(
                                        Day.read(until.getValue()).orElseThrow(() -> refused("rights.refused.NO_DATE")),
                                        Moment.zone())));
            }
            case TAKE_PROFILE -> BulkOrder.take(someProfile());
            case ADD_TO_GROUP -> BulkOrder.add(oneGroup());
            case SUSPEND -> BulkOrder.suspend(reason.getValue());
            case READMIT -> BulkOrder.of(BulkAct.READMIT);
        };
    }

    private String someProfile() {
        if (profile.value().isEmpty()) throw refused("bulk.no-profile");
        return profile.value();
    }

    private GroupId oneGroup() {
        var found = group.getValue().isBlank() ? List.<GroupId>of() : groups.named(group.getValue());
        if (found.size() != 1) throw refused(found.isEmpty() ? "bulk.no-group" : "bulk.two-groups");
        return found.getFirst();
    }

    private static PeopleRefused refused(String key) {
        return new PeopleRefused(PeopleRefused.Field.WHOLE, key);
    }
}
