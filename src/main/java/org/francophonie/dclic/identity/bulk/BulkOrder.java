package org.francophonie.dclic.identity.bulk;

import java.time.Instant;
import java.util.Optional;
import org.francophonie.dclic.platform.ids.GroupId;

/**
 * What is to be done.
 *
 * @param profile that is given or taken; without limit to a group
 * @param until a profile that is given ends then
 * @param reason of a suspension, for the trail
 */
public record BulkOrder(
        BulkAct act, Optional<String> profile, Optional<GroupId> group, Optional<Instant> until, String reason) {

    public static BulkOrder of(BulkAct act) {
        return new BulkOrder(act, Optional.empty(), Optional.empty(), Optional.empty(), "");
    }

    public static BulkOrder give(String profile, Optional<Instant> until) {
        return new BulkOrder(BulkAct.GIVE_PROFILE, Optional.of(profile), Optional.empty(), until, "");
    }

    public static BulkOrder take(String profile) {
        return new BulkOrder(BulkAct.TAKE_PROFILE, Optional.of(profile), Optional.empty(), Optional.empty(), "");
    }

    public static BulkOrder add(GroupId group) {
        return new BulkOrder(BulkAct.ADD_TO_GROUP, Optional.empty(), Optional.of(group), Optional.empty(), "");
    }

    public static BulkOrder suspend(String reason) {
        return new BulkOrder(BulkAct.SUSPEND, Optional.empty(), Optional.empty(), Optional.empty(), reason);
    }
}
