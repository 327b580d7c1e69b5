package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** Something that a module has to say at the top of a person's own space. */
public interface HomeTile {

    /** Nothing while there is nothing to say. */
    Optional<Component> tile();
}
