package org.francophonie.dclic.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What came of looking at the whole trail.
 *
 * @param blocks that were looked at
 * @param events that they cover
 * @param unsealed events of the last seconds, which no block covers yet
 * @param findings what is wrong, the first hundred; empty when nothing is
 */
public record Verification(long blocks, long events, long unsealed, List<Finding> findings) {

    /** Ways in which a trail can have been tampered with. */
    public enum Kind {
        /** An event says something else than when it was sealed. */
        EVENT_CHANGED,
        EVENT_MISSING,
        /** An event stands among sealed ones that was not there. */
        EVENT_ADDED,
        /** An event says another time than that at which it was sealed. */
        EVENT_MISDATED,
        /** An event that a block should cover by now, and none does. */
        EVENT_UNSEALED,
        /** The block itself, or its signature, was changed. */
        BLOCK_CHANGED,
        BLOCK_MISSING,
        /** What is said of a month that was dropped was changed, or is not ours. */
        PURGE_CHANGED,
        /** The second place knows another root, or a block that is gone. */
        ROOT_DIFFERS
    }

    /** @param event nothing when a whole block is concerned */
    public record Finding(Kind kind, long block, Optional<UUID> event) {}

    public boolean isSound() {
        return findings.isEmpty();
    }
}
