package org.francophonie.dclic.platform.jobs;

import java.time.Duration;

/**
 * Something that is done again and again, by one node of all. A round may come late, or twice after a node was lost: what it
 * does must bear both.
 */
public interface Recurring {

    /** Names the job in the store, in the log and as the actor in the trail; it never changes. */
    String name();

    Duration every();

    /** How long after the start of a node it is done first. */
    default Duration firstAfter() {
        return Duration.ZERO;
    }

    void run();
}
