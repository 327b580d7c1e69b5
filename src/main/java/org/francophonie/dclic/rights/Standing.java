package org.francophonie.dclic.rights;

import org.francophonie.dclic.platform.ids.PersonId;

/** What the rights ask of identity about a person. */
public interface Standing {
    /** May this person act at all? Whoever is suspended or erased holds nothing. */
    boolean isActive(PersonId person);

    /**
     * Does a session give her nothing before more than a secret was proved in it?
     *
     * @param staff whether she holds a profile of the staff
     */
    boolean needsSecondFactor(PersonId person, boolean staff);
}
