package org.francophonie.dclic.rights.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.Pick;
import org.francophonie.dclic.rights.Cell;
import org.francophonie.dclic.rights.ProfileNames;
import org.francophonie.dclic.rights.service.ExplanationService;
import org.francophonie.dclic.rights.service.ExplanationService.Reason;

/** Why may this person do that, or why not? */
public final class WhyPanel extends Div {
    private static final long serialVersionUID = 1;

    private final transient ExplanationService explanations;
    private final transient Map<String, String> names;
    private final transient Map<GroupId, String> groups;
    private final PersonId person;
    private final Div answer = new Div();

    public WhyPanel(ExplanationService explanations, ProfileNames names, PersonId person, Map<GroupId, String> groups) {
        this.explanations = explanations;
        this.names = names.names(getLocale());
        this.groups = groups;
        this.person = person;
        var rights = new LinkedHashMap<String, String>();
        Arrays.stream(Right.values()).forEach(right -> rights.put(right.name(), RightsWords.name(right)));
        var pick = new Pick(getTranslation("why.right"), "off", Pick.Lines.of(getTranslation("why.choose"), rights));
        pick.whenChosen(() -> explain(pick.value()));
        answer.getElement().setAttribute("role", "status");
        var form = new Div(pick);
        form.addClassName("narrow-start");
        add(new H2(getTranslation("why.title")), form, answer);
    }

    private void explain(String right) {
        answer.removeAll();
        if (right.isEmpty()) return;
        var found = explanations.explain(person, Right.valueOf(right));
        answer.add(new Paragraph(
                !found.active()
                        ? getTranslation("why.suspended")
                        : found.reach() == Scope.NONE
                                ? getTranslation("why.no")
                                : getTranslation("why.yes", RightsWords.cell(Cell.allow(found.reach())))));
        var list = new UnorderedList();
        found.reasons().forEach(reason -> list.add(new ListItem(words(reason))));
        answer.add(list);
        if (found.reasons().stream().anyMatch(reason -> reason.cell().prohibits()))
            answer.add(new Paragraph(getTranslation("why.prohibited")));
    }

    private String words(Reason reason) {
        var facts = new ArrayList<String>();
        facts.add(getTranslation(
                "why.reason", names.getOrDefault(reason.profile(), reason.profile()), RightsWords.cell(reason.cell())));
        facts.addAll(RightsWords.limits(reason.through(), reason.within(), groups));
        reason.until().ifPresent(end -> facts.add(getTranslation("held.until", Moment.lastDay(end))));
        return String.join(" · ", facts);
    }
}
