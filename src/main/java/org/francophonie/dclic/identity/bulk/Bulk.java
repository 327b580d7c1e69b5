package org.francophonie.dclic.identity.bulk;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One act for many people, and how far it has come.
 *
 * @param problem message key of what stopped it, with what it is about after a space
 * @param isAlive whether its worker was heard of lately
 */
public record Bulk(
        UUID id,
        BulkOrder order,
        State state,
        Optional<String> problem,
        Instant createdAt,
        Map<Outcome, Integer> lines,
        boolean isAlive) {

    /** Where it stands. */
    public enum State {
        /** Looked at; nothing is done yet. */
        READY,
        RUNNING,
        STOPPED,
        DONE,
        UNDOING,
        UNDONE
    }

    /** What became of it for one person. */
    public enum Outcome {
        WAITING,
        /** Things stood like that before: nothing is done, and nothing taken back. */
        ALREADY,
        DONE,
        FAILED,
        UNDONE,
        /** Changed by somebody since, or not to be taken back. */
        KEPT
    }

    public int number(Outcome outcome) {
        return lines.getOrDefault(outcome, 0);
    }

    public boolean goesOn() {
        return state == State.RUNNING || state == State.UNDOING;
    }

    /** Its node was lost in the middle of it: somebody tells it to go on. */
    public boolean isAbandoned() {
        return goesOn() && !isAlive;
    }
}
