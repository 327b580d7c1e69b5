package org.francophonie.dclic.identity;

import java.util.Optional;

/** Something that a module above wants to ask somebody who has just joined, before they go on. */
public interface AfterJoining {
    /** Where it is asked, below {@code /app}; nothing when there is nothing to ask. */
    Optional<String> step();
}
