package org.francophonie.dclic.rights;

import org.francophonie.dclic.platform.ids.PersonId;

/** What the rights ask of identity: may this person act at all? Whoever is suspended or erased holds nothing. */
public interface Standing {
    boolean isActive(PersonId person);
}
