package org.francophonie.dclic.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.francophonie.dclic.platform.audit.AuditEntry.Change;
import org.francophonie.dclic.platform.audit.AuditEntry.Outcome;
import org.francophonie.dclic.platform.ids.PersonId;

/**
 * One event of the trail, as an auditor reads it.
 *
 * @param job when the platform itself acted
 * @param profiles that the actor held then, by code
 * @param right its name; a right that this code does not know any more keeps it
 * @param act what was done, when one right covers several acts
 * @param changes values before and after, those about a person included while the key of that person is there
 * @param erased there were values about a person that cannot be read any more
 * @param address of the network, cut after three months
 */
public record AuditEvent(
        UUID id,
        Instant at,
        AuditSearch.Nature nature,
        Outcome outcome,
        Optional<PersonId> actor,
        Optional<String> job,
        List<String> profiles,
        Optional<String> right,
        Optional<String> act,
        Optional<String> objectType,
        Optional<String> objectId,
        Map<String, Change> changes,
        boolean erased,
        List<PersonId> subjects,
        Optional<String> address,
        Optional<String> agent,
        String node,
        UUID operation,
        Optional<String> reason) {

    /** With the values about a person, or with the word that they cannot be read any more. */
    public AuditEvent with(Optional<Map<String, Change>> personal) {
        var all = new LinkedHashMap<>(changes);
        personal.ifPresent(all::putAll);
        return new AuditEvent(
                id,
                at,
                nature,
                outcome,
                actor,
                job,
                profiles,
                right,
                act,
                objectType,
                objectId,
                all,
                personal.isEmpty(),
                subjects,
                address,
                agent,
                node,
                operation,
                reason);
    }

    /** Each value before and after, in one line. */
    public String changesInOneLine() {
        return changes.entrySet().stream()
                .map(change -> change.getKey() + ": " + change.getValue().before() + " -> "
                        + change.getValue().after())
                .collect(Collectors.joining("; "));
    }
}
