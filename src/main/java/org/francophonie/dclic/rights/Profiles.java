package org.francophonie.dclic.rights;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ids.PersonId;

/** What identity asks of the rights: profiles at joining, and the shape of the groups. */
public interface Profiles {
    /** The profile that everybody gets who joins alone. */
    String AT_JOINING = "LEARNER_A";

    /** Profiles of people who learn, and do nothing else. */
    Set<String> OF_LEARNERS = Set.of(AT_JOINING, "LEARNER_M", "TUTORED_LEARNER");

    /** The profile of whoever is not signed in. */
    String VISITOR = "VISITOR";

    /** The profile of a minor for whom no guardian has spoken yet: it forbids. */
    String AWAITING_CONSENT = "AWAITING_CONSENT";

    /** Gives the profile of a learner, and no other, to somebody who has just joined. */
    void welcome(PersonId person);

    /**
     * Forbids a minor everything but learning, until then or until {@link #release}: whatever else she holds, now or later.
     */
    void restrict(PersonId person, Instant until);

    /** A guardian has agreed. */
    void release(PersonId person);

    /** The codes of the profiles that a person holds now, in alphabetical order. */
    Set<String> heldBy(PersonId person);

    /** Does she hold a profile of the staff, or a right by which much harm can be done to everybody? */
    boolean isStaff(PersonId person);

    /**
     * Passes when the actor holds, of the rights by which great harm can be done to everybody, all that this person holds:
     * nobody lends a hand to get into an account that can do more harm than their own.
     *
     * @throws RightsRefused naming what is not the actor's
     */
    void checkHoldsNoMore(PersonId person);

    /** A group, with all that lies below it, has another place in the tree: its ancestors from now on, itself included. */
    void moved(GroupId group, List<GroupId> ancestors);

    /** A group in which nothing was is no more. */
    void gone(GroupId group);

    /**
     * Belonging to a group may give profiles. Passes when it gives none, or none that the actor could not give by hand.
     *
     * @param person who would belong to it, where it is about one
     * @throws RightsRefused naming what is not the actor's to give
     */
    void checkGives(GroupId group, Optional<PersonId> person);

    void joined(PersonId person, GroupId group, boolean manager);

    void left(PersonId person, GroupId group);

    /**
     * Somebody was shut out or let in again, and that was flushed.
     *
     * @throws RightsRefused when fewer than two administrators would remain
     */
    void standingChanged();

    /** Makes somebody an administrator of everything, on a platform that has none. */
    void appoint(PersonId person);
}
