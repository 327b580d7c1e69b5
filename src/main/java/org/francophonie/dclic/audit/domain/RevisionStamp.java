package org.francophonie.dclic.audit.domain;

import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.audit.Operation;
import org.francophonie.dclic.platform.ids.PersonId;
import org.hibernate.envers.RevisionListener;

/** Writes on each revision who acted, within which operation. */
public class RevisionStamp implements RevisionListener {

    @Override
    public void newRevision(Object revision) {
        var actor = Actors.current();
        ((Revision) revision)
                .stamp(
                        actor.person().map(PersonId::value).orElse(null),
                        actor.job().orElse(null),
                        Operation.current());
    }
}
