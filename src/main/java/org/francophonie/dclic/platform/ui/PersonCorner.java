package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** What identity puts into the corner of every screen: who is signed in, and the way out. */
public interface PersonCorner {

    /** Nothing while nobody is signed in. */
    Optional<Component> corner();
}
