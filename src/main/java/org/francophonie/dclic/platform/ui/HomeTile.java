package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.francophonie.dclic.platform.access.Right;

/** Something that a module has to say in a person's own space. */
public interface HomeTile {

    /** The message key of its name, by which plans of screens know it. */
    String code();

    /** Whether it waits for an answer of the person: then it comes first, and nobody arranges or hides it. */
    default boolean isUrgent() {
        return false;
    }

    /** Without which it never has anything to say. */
    default Optional<Right> right() {
        return Optional.empty();
    }

    /** Nothing while there is nothing to say. */
    Optional<Component> tile();
}
