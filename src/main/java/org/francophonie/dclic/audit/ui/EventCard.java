package org.francophonie.dclic.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.francophonie.dclic.audit.AuditEvent;
import org.francophonie.dclic.audit.AuditSearch;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry.Outcome;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.Rows;
import org.francophonie.dclic.rights.Directory;
import org.jspecify.annotations.Nullable;

/** One event: a sentence, and everything else when it is opened. */
final class EventCard extends Div {
    private static final long serialVersionUID = 1;
    private static final int NAMED = 5;

    private final transient AuditEvent event;
    private final transient Map<PersonId, Directory.Named> names;
    private final transient Map<String, String> profiles;

    /** @param profiles their names, by code */
    EventCard(AuditEvent event, Map<PersonId, Directory.Named> names, Map<String, String> profiles) {
        this.event = event;
        this.names = names;
        this.profiles = profiles;
        addClassName("card");
        var who = new Span(actor());
        who.addClassName("strong");
        who.getElement().setAttribute("dir", "auto");
        var line = new Paragraph(who, new Span(" · " + what()));
        if (event.outcome() != Outcome.DONE) {
            var outcome = new Span(" · ⚠ " + getTranslation("audit.outcome." + event.outcome()));
            outcome.addClassName("warn");
            line.add(outcome);
        }
        var facts = new Paragraph(Moment.second(event.at())
                + event.address().map(address -> " · " + address).orElse(""));
        facts.addClassName("muted");
        add(line, facts);
        if (!event.subjects().isEmpty()) add(new Paragraph(getTranslation("audit.concerns", subjects())));
        if (!event.changes().isEmpty())
            add(new NativeDetails(
                    getTranslation("audit.changes", event.changes().size()), changes()));
        if (event.erased()) add(new Paragraph(getTranslation("audit.erased")));
        add(new NativeDetails(getTranslation("audit.all"), everything()));
    }

    private String actor() {
        return event.actor()
                .map(this::name)
                .or(() -> event.job().map(job -> getTranslation("audit.job", job)))
                .orElse(getTranslation("audit.visitor"));
    }

    private String name(PersonId person) {
        var known = names.get(person);
        return known == null ? getTranslation("people.gone") : known.displayName() + " (" + known.code() + ")";
    }

    private String what() {
        var nature = getTranslation("audit.nature." + event.nature());
        var right = event.right().map(this::right);
        var act =
                event.act().map(name -> "audit.act." + name).filter(Words::has).map(this::getTranslation);
        var facts = new ArrayList<String>();
        if (right.isEmpty() || event.nature() != AuditSearch.Nature.COMMAND) facts.add(nature);
        right.ifPresent(facts::add);
        act.ifPresent(facts::add);
        object().ifPresent(facts::add);
        return String.join(" · ", facts);
    }

    /** Which setting or profile; people are named below. */
    private Optional<String> object() {
        var id = event.objectId().orElse("");
        return switch (event.objectType().orElse("")) {
            case "Setting" -> Optional.of(Words.has("setting." + id) ? getTranslation("setting." + id) : id);
            case "Profile" -> Optional.of(profiles.getOrDefault(id, id));
            default -> Optional.empty();
        };
    }

    /** The name of a right, or its code when this version does not know it any more. */
    private String right(String name) {
        return Right.named(name).map(right -> getTranslation("right." + right)).orElse(name);
    }

    private String subjects() {
        var some = event.subjects().stream().limit(NAMED).map(this::name).collect(Collectors.joining(", "));
        int more = event.subjects().size() - NAMED;
        return more > 0 ? getTranslation("audit.and-more", some, more) : some;
    }

    private Component changes() {
        var rows = new Rows(
                getTranslation("audit.changes", event.changes().size()),
                getTranslation("audit.field"),
                getTranslation("audit.before"),
                getTranslation("audit.after"));
        event.changes()
                .forEach((field, change) -> rows.row(
                        Rows.text(field(field)),
                        Rows.text(value(field, change.before())),
                        Rows.text(value(field, change.after()))));
        return rows;
    }

    /** A right that was changed is called by its name; so is a field that has one. */
    private String field(String field) {
        return Words.has("audit.field." + field) ? getTranslation("audit.field." + field) : right(field);
    }

    private String value(String field, @Nullable String value) {
        if (value == null) return "—";
        return field.equals("profile") ? profiles.getOrDefault(value, value) : value;
    }

    private Component everything() {
        var facts = new Rows(getTranslation("audit.all"), getTranslation("audit.field"), getTranslation("audit.value"));
        fact(
                facts,
                "audit.object",
                event.objectType().orElse("—") + " " + event.objectId().orElse(""));
        fact(
                facts,
                "people.profiles",
                event.profiles().stream()
                        .map(profile -> profiles.getOrDefault(profile, profile))
                        .collect(Collectors.joining(", ")));
        event.agent().ifPresent(agent -> fact(facts, "audit.agent", agent));
        fact(facts, "audit.node", event.node());
        event.reason().ifPresent(reason -> fact(facts, "audit.reason", reason));
        fact(facts, "audit.act", event.act().orElse("—"));
        fact(facts, "audit.event", event.id().toString());
        var operation = new RouterLink(getTranslation("audit.operation"), AuditView.class);
        operation.setQueryParameters(
                QueryParameters.of("operation", event.operation().toString()));
        var all = new Div(facts, new Paragraph(operation));
        event.objectId().ifPresent(object -> {
            var same = new RouterLink(getTranslation("audit.same-object"), AuditView.class);
            same.setQueryParameters(AuditView.of(object));
            all.add(new Paragraph(same));
        });
        return all;
    }

    private void fact(Rows rows, String key, String value) {
        rows.row(Rows.text(getTranslation(key)), Rows.text(value));
    }
}
