package org.francophonie.dclic.identity.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.francophonie.dclic.identity.groups.GroupPeopleService;
import org.francophonie.dclic.identity.groups.GroupTreeService;
import org.francophonie.dclic.identity.imports.Line.Outcome;
import org.francophonie.dclic.identity.service.PeopleDesk;
import org.francophonie.dclic.identity.service.PeopleDesk.Facts;
import org.francophonie.dclic.identity.service.PeopleDesk.NewAccount;
import org.francophonie.dclic.identity.service.PeopleRefused;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.text.Day;
import org.francophonie.dclic.rights.RightsRefused;
import org.francophonie.dclic.rights.service.AssignmentService;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Makes the accounts of lines that are ready, and places their people in profiles and groups. */
@Component
class ImportMaker {
    private final ImportStore store;
    private final PeopleDesk desk;
    private final AssignmentService assignments;
    private final GroupTreeService groups;
    private final GroupPeopleService members;

    ImportMaker(
            ImportStore store,
            PeopleDesk desk,
            AssignmentService assignments,
            GroupTreeService groups,
            GroupPeopleService members) {
        this.store = store;
        this.desk = desk;
        this.assignments = assignments;
        this.groups = groups;
        this.members = members;
    }

    /** All at once, or one by one to find which cannot be made. */
    void make(ImportStore.Begun begun, List<Line> lines) {
        try {
            desk.create(lines.stream().map(line -> account(begun, line)).toList());
        } catch (PeopleRefused | DataIntegrityViolationException _) {
            for (var line : lines) makeAlone(begun, line);
            return;
        }
        lines.forEach(line -> store.made(begun.id(), line, place(begun, line)));
    }

    private void makeAlone(ImportStore.Begun begun, Line line) {
        try {
            desk.create(List.of(account(begun, line)));
            store.made(begun.id(), line, place(begun, line));
        } catch (PeopleRefused refused) {
            if (refused.problems().containsValue(PeopleDesk.BUSY)) return; // its turn comes again
            store.outcome(
                    begun.id(),
                    line,
                    Outcome.FAILED,
                    String.join(" ", refused.problems().values()));
        } catch (DataIntegrityViolationException _) {
            store.outcome(begun.id(), line, Outcome.FAILED, "people.email.known");
        }
    }

    private static NewAccount account(ImportStore.Begun begun, Line line) {
        return new NewAccount(
                new PersonId(line.person()),
                new Facts(line.name(), line.birthYear(), line.country()),
                line.email(),
                line.language().isEmpty() ? begun.language() : Locale.forLanguageTag(line.language()));
    }

    /** @return keys of what stood against profile or group; nothing when nothing did */
    private @Nullable String place(ImportStore.Begun begun, Line line) {
        var against = Stream.of(profile(begun, line), group(line))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return against.isEmpty() ? null : against;
    }

    private @Nullable String group(Line line) {
        if (line.group().isEmpty()) return null;
        try {
            var found = groups.named(line.group());
            if (found.size() != 1) return "people-import.no-group";
            members.take(found.getFirst(), new PersonId(line.person()));
            return null;
        } catch (RightsRefused | AccessRefused | NotFound _) {
            return "people-import.no-group";
        }
    }

    private @Nullable String profile(ImportStore.Begun begun, Line line) {
        if (line.profile().isEmpty()) return null;
        try {
            assignments.assign(new PersonId(line.person()), line.profile(), Optional.empty(), until(begun, line));
            return null;
        } catch (RightsRefused | AccessRefused _) {
            return "people-import.no-profile";
        }
    }

    /** The end of that day. */
    private static Optional<Instant> until(ImportStore.Begun begun, Line line) {
        return line.until().isEmpty()
                ? Optional.empty()
                : Optional.of(Day.end(LocalDate.parse(line.until()), begun.zone()));
    }
}
