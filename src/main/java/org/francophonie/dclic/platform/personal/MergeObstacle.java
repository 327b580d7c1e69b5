package org.francophonie.dclic.platform.personal;

import java.util.Optional;
import org.francophonie.dclic.platform.ids.PersonId;

/** A reason why an account cannot go over to another one, known to the module that keeps what would be lost with it. */
public interface MergeObstacle {

    /** Key, after {@code merge.obstacle.}, of what stands in the way of this account being the one that goes. */
    Optional<String> obstacle(PersonId gone);
}
