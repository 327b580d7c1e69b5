package org.francophonie.dclic.identity.bulk;

import java.util.Arrays;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;

/** What can be done for many people at once. */
public enum BulkAct {
    GIVE_PROFILE(Right.ASSIGN_PROFILE, """
            exists (select from rights.assignment a where a.person_id = l.person_id and a.profile = b.profile
                and a.scope_group is null and a.valid_to is not distinct from b.until%s)""", " and a.id = l.left_id and a.version = l.left_version"),
    TAKE_PROFILE(Right.ASSIGN_PROFILE, """
            not exists (select from rights.assignment a where a.person_id = l.person_id and a.profile = b.profile
                and a.scope_group is null%s)""", ""),
    ADD_TO_GROUP(
            Right.MANAGE_GROUP,
            "exists (select from identity.membership m where m.person_id = l.person_id and m.group_id = b.group_id%s)",
            " and not m.manager"),
    SUSPEND(
            Right.SUSPEND_PERSON,
            "exists (select from identity.person p where p.id = l.person_id and p.status = 'SUSPENDED'%s)",
            " and p.version = l.left_version"),
    READMIT(
            Right.SUSPEND_PERSON,
            "exists (select from identity.person p where p.id = l.person_id and p.status = 'ACTIVE'%s)",
            " and p.version = l.left_version");

    private final Right right;
    private final String holds;
    private final String unchanged;

    /**
     * @param holds that things stand as the act leaves them
     * @param unchanged that besides nobody has touched them since
     */
    BulkAct(Right right, String holds, String unchanged) {
        this.right = right;
        this.holds = holds;
        this.unchanged = unchanged;
    }

    /** Asked once before anything is read; the act itself asks for it again for each person. */
    public Right right() {
        return right;
    }

    /** Whether there is something at all that the person in front of the screen may do for many. */
    public static boolean anyAllowed(Gate gate) {
        return Arrays.stream(values()).anyMatch(act -> gate.allows(act.right));
    }

    public boolean isAboutProfile() {
        return this == GIVE_PROFILE || this == TAKE_PROFILE;
    }

    /** The condition, on a line {@code l} of a piece of work {@code b}, that things stand as the act leaves them. */
    String holds() {
        return holds.formatted("");
    }

    /** The same, and that nobody has changed anything since. */
    String isAsLeft() {
        return holds.formatted(unchanged);
    }
}
