package org.francophonie.dclic.audit.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.francophonie.dclic.audit.AuditSearch;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry.Outcome;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.text.Day;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.rights.Directory;

/**
 * A search of the trail as its address says it: every field is text, as somebody typed it.
 *
 * @param who code or address of who acted
 * @param about code or address of whose data were concerned
 */
record AuditQuery(
        String who,
        String about,
        String nature,
        String outcome,
        String right,
        String object,
        String from,
        String to,
        String network,
        String operation) {
    private static final Pattern NETWORK = Pattern.compile("[0-9a-fA-F:.]{2,45}(/[0-9]{1,3})?");

    /** A field that cannot be read; the key of what to say. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(String key) {
            super(key);
        }

        String key() {
            return String.valueOf(getMessage());
        }
    }

    static AuditQuery of(QueryParameters asked) {
        return new AuditQuery(
                one(asked, "qui"),
                one(asked, "sur"),
                one(asked, "nature"),
                one(asked, "issue"),
                one(asked, "droit"),
                one(asked, "objet"),
                one(asked, "du"),
                one(asked, "au"),
                one(asked, "reseau"),
                one(asked, "operation"));
    }

    private static String one(QueryParameters asked, String name) {
        return asked.getSingleParameter(name).map(String::strip).orElse("");
    }

    Map<String, String> parameters() {
        var asked = new LinkedHashMap<String, String>();
        put(asked, "qui", who);
        put(asked, "sur", about);
        put(asked, "nature", nature);
        put(asked, "issue", outcome);
        put(asked, "droit", right);
        put(asked, "objet", object);
        put(asked, "du", from);
        put(asked, "au", to);
        put(asked, "reseau", network);
        put(asked, "operation", operation);
        return asked;
    }

    private static void put(Map<String, String> asked, String name, String value) {
        if (!value.isBlank()) asked.put(name, value.strip());
    }

    /** @throws Unreadable when a field makes no sense */
    AuditSearch search(Directory directory) {
        if (day(from)
                .filter(first -> day(to).filter(first::isAfter).isPresent())
                .isPresent()) throw new Unreadable("audit.reversed");
        return new AuditSearch(
                person(directory, who),
                person(directory, about),
                AuditSearch.Nature.of(nature),
                Arrays.stream(Outcome.values())
                        .filter(known -> known.name().equals(outcome))
                        .findFirst(),
                Right.named(right),
                Optional.of(object).filter(text -> !text.isEmpty()),
                day(from).map(day -> day.atStartOfDay(Moment.zone()).toInstant()),
                day(to).map(day -> Day.end(day, Moment.zone())),
                networkAsked(),
                operationId());
    }

    private static Optional<PersonId> person(Directory directory, String typed) {
        if (typed.isEmpty()) return Optional.empty();
        return Optional.of(directory.find(typed).orElseThrow(() -> new Unreadable("audit.nobody")));
    }

    private static Optional<java.time.LocalDate> day(String typed) {
        if (typed.isEmpty()) return Optional.empty();
        return Optional.of(Day.read(typed).orElseThrow(() -> new Unreadable("rights.refused.NO_DATE")));
    }

    private Optional<String> networkAsked() {
        if (network.isEmpty()) return Optional.empty();
        if (!NETWORK.matcher(network).matches()) throw new Unreadable("audit.no-network");
        return Optional.of(network);
    }

    private Optional<UUID> operationId() {
        try {
            return operation.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(operation));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
