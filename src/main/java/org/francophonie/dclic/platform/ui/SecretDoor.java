package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.UI;

/** Asks whoever is signed in for her secret, over the screen as it is: nothing that was typed there is lost. */
public interface SecretDoor {
    /** @param again what was to be done, told once when she has shown who she is */
    void ask(UI ui, Runnable again);
}
