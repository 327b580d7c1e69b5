package org.francophonie.dclic.identity.imports;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.identity.imports.Line.Outcome;

/**
 * One file of people, and how far it has come.
 *
 * @param problem message key, with what it is about after a space
 * @param lines how many of each outcome
 * @param isAlive whether a node works on it
 */
public record PeopleImport(
        UUID id,
        String fileName,
        State state,
        Optional<String> problem,
        Instant createdAt,
        Map<Outcome, Integer> lines,
        boolean isAlive) {

    /** Where it stands. */
    public enum State {
        READING,
        /** The file is none that we read. */
        REFUSED,
        /** Checked; nothing is made yet. */
        READY,
        RUNNING,
        STOPPED,
        DONE,
        UNDOING,
        UNDONE
    }

    public int number(Outcome outcome) {
        return lines.getOrDefault(outcome, 0);
    }

    public int total() {
        return lines.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Its node was lost in the middle of it: somebody tells it to go on. */
    public boolean isAbandoned() {
        return (state == State.READING || state == State.RUNNING || state == State.UNDOING) && !isAlive;
    }
}
