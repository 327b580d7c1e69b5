package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** Something that must be in sight on every screen while it lasts, under the top bar. */
public interface TopLine {

    /** Nothing while there is nothing to say. */
    Optional<Component> line();
}
