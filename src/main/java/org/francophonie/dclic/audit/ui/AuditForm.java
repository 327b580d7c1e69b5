package org.francophonie.dclic.audit.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import org.francophonie.dclic.audit.AuditSearch;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry.Outcome;
import org.francophonie.dclic.platform.ui.Pick;
import org.francophonie.dclic.platform.ui.PlainButton;

/** What to look for in the trail. */
final class AuditForm extends Div {
    private static final long serialVersionUID = 1;

    private final TextField who = field("audit.who", 200);
    private final TextField about = field("audit.about", 200);
    private final TextField from = field("audit.from", 10);
    private final TextField to = field("audit.to", 10);
    private final TextField network = field("audit.network", 49);
    private final TextField object = field("audit.object", 100);

    /** @param look told what to look for */
    AuditForm(AuditQuery query, Consumer<AuditQuery> look) {
        who.setValue(query.who());
        who.setHelperText(getTranslation("audit.who.help"));
        about.setValue(query.about());
        from.setValue(query.from());
        from.setHelperText(getTranslation("audit.day.help"));
        to.setValue(query.to());
        network.setValue(query.network());
        network.setHelperText(getTranslation("audit.network.help"));
        object.setValue(query.object());
        var natures = new LinkedHashMap<String, String>();
        for (var nature : AuditSearch.Nature.values())
            natures.put(nature.name(), getTranslation("audit.nature." + nature));
        var nature = pick("audit.nature", natures, query.nature());
        var outcomes = new LinkedHashMap<String, String>();
        for (var outcome : Outcome.values()) outcomes.put(outcome.name(), getTranslation("audit.outcome." + outcome));
        var outcome = pick("audit.outcome", outcomes, query.outcome());
        var rights = new LinkedHashMap<String, String>();
        Arrays.stream(Right.values()).forEach(right -> rights.put(right.name(), getTranslation("right." + right)));
        var right = pick("audit.right", rights, query.right());
        var go = new Button(
                getTranslation("people.look"),
                _ -> look.accept(new AuditQuery(
                        who.getValue(),
                        about.getValue(),
                        nature.value(),
                        outcome.value(),
                        right.value(),
                        object.getValue(),
                        from.getValue(),
                        to.getValue(),
                        network.getValue(),
                        "")));
        go.addClickShortcut(Key.ENTER);
        var more = new Div(right, outcome, from, to, network, object);
        more.addClassName("filters");
        var details = new NativeDetails(getTranslation("audit.more"), more);
        details.setOpen(!query.right().isEmpty()
                || !query.outcome().isEmpty()
                || !query.from().isEmpty()
                || !query.to().isEmpty()
                || !query.network().isEmpty()
                || !query.object().isEmpty());
        var first = new Div(who, about, nature);
        first.addClassName("filters");
        add(first, details, go);
        if (!query.parameters().isEmpty())
            add(new PlainButton(
                    getTranslation("audit.clear"),
                    () -> look.accept(new AuditQuery("", "", "", "", "", "", "", "", "", ""))));
        addClassName("audit-form");
        getElement().setAttribute("role", "search");
    }

    private TextField field(String key, int longest) {
        var field = new TextField(getTranslation(key));
        field.setMaxLength(longest);
        return field;
    }

    private Pick pick(String key, LinkedHashMap<String, String> words, String chosen) {
        var pick = new Pick(getTranslation(key), "off", Pick.Lines.of(getTranslation("people.all"), words));
        pick.choose(chosen);
        return pick;
    }
}
