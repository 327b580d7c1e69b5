package org.francophonie.dclic.rights.screens;

import java.util.Optional;
import org.francophonie.dclic.platform.ids.GroupId;

/** For whom screens are arranged: a profile or a group. */
public record PlanOwner(Optional<String> profile, Optional<GroupId> group) {

    public static PlanOwner of(String profile) {
        return new PlanOwner(Optional.of(profile), Optional.empty());
    }

    public static PlanOwner of(GroupId group) {
        return new PlanOwner(Optional.empty(), Optional.of(group));
    }

    /** As the trail names it. */
    String name() {
        return profile.orElseGet(() -> group.map(GroupId::toString).orElse(""));
    }
}
