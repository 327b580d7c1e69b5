package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** Something that a module has to say in a person's own space. */
public interface HomeTile {

    /** The message key of its name, by which plans of screens know it. */
    String code();

    /** Whether it waits for an answer of the person: then nobody hides it. */
    boolean isUrgent();

    /** Nothing while there is nothing to say. */
    Optional<Component> tile();
}
