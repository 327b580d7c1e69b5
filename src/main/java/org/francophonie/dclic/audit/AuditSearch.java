package org.francophonie.dclic.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry.Outcome;
import org.francophonie.dclic.platform.ids.PersonId;

/**
 * What somebody looks for in the trail; what is not said is not asked.
 *
 * @param actor who did it
 * @param subject whose data were read or changed
 * @param object its id, of whatever type
 * @param from at that instant or later
 * @param to before that instant
 * @param network an address, or a network such as {@code 196.1.0.0/16}
 * @param operation everything that one command did
 */
public record AuditSearch(
        Optional<PersonId> actor,
        Optional<PersonId> subject,
        Optional<Nature> nature,
        Optional<Outcome> outcome,
        Optional<Right> right,
        Optional<String> object,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> network,
        Optional<UUID> operation) {

    /** What kind of act it was. */
    public enum Nature {
        COMMAND,
        READ,
        SIGN_IN,
        SIGN_OUT,
        EXPORT,
        SYSTEM;

        public static Optional<Nature> of(String name) {
            return Arrays.stream(values())
                    .filter(nature -> nature.name().equals(name))
                    .findFirst();
        }
    }

    /** Everything that was read or changed of somebody. */
    public static AuditSearch about(PersonId person) {
        return new AuditSearch(
                Optional.empty(),
                Optional.of(person),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Whose acts, which acts or whose data? Who asks only for a time or a place, or for nothing, is not shown readings of the
     * trail itself: they would push everything else out of sight.
     */
    public boolean asksForSomething() {
        return actor.isPresent()
                || subject.isPresent()
                || nature.isPresent()
                || right.isPresent()
                || object.isPresent()
                || operation.isPresent();
    }
}
