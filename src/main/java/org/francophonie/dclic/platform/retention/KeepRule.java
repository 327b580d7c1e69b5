package org.francophonie.dclic.platform.retention;

import java.time.Instant;
import org.francophonie.dclic.platform.settings.Setting;

/**
 * One kind of thing that is kept for so many days after it was last good for something. The module that keeps it gives the
 * rule; what a result points at is never removed, however old it is.
 */
public interface KeepRule {
    /** Of the setting that says how many days; the rule goes by its name. */
    Setting<Integer> days();

    /** Everything of the kind that there is. */
    Amount stored();

    /** @param before what was last good for something earlier than that */
    Due due(Instant before);

    /**
     * Removes a portion of what is due, within a transaction of the caller; somebody else may be at it at the same time.
     *
     * @param most how many at a time
     * @return what was removed; nothing when nothing is left
     */
    Amount remove(Instant before, int most);
}
