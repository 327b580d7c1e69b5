package org.francophonie.dclic.rights;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ids.PersonId;

/** Names for the ids that rights and trail hold; identity provides them. Who is erased, or unknown, is not in the answer. */
public interface Directory {

    /** How somebody is called on a screen of administrators. */
    record Named(String displayName, String code) {}

    Map<PersonId, Named> people(Collection<PersonId> ids);

    Map<GroupId, String> groups(Collection<GroupId> ids);

    /** Whose code or proved address that is; nobody when it is neither. */
    Optional<PersonId> find(String codeOrAddress);
}
