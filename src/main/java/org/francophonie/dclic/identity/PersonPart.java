package org.francophonie.dclic.identity;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.francophonie.dclic.platform.ids.PersonId;

/** What another module shows of somebody on the page of the person. */
public interface PersonPart {
    /** Nothing when the signed-in person may not see it. */
    Optional<Component> of(PersonId person);
}
