package org.francophonie.dclic.authoring;

import java.util.Collection;
import java.util.Set;

/** Says which published versions somebody's work points at; each module whose results name one provides it. */
public interface PublicationUse {
    /** Those of the given ones that must stay. */
    Set<PublicationId> inUse(Collection<PublicationId> versions);
}
