package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Looks again every second while something goes on beside a screen; on any link, with push or without. */
public final class Watching implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int POLL_MILLISECONDS = 1000;

    private final Component screen;
    private transient @Nullable Registration registration;
    private boolean goesOn;

    /** @param look told every second */
    public Watching(Component screen, Runnable look) {
        this.screen = screen;
        screen.addAttachListener(event -> {
            registration = event.getUI().addPollListener(_ -> look.run());
            pace(event.getUI());
        });
        screen.addDetachListener(event -> {
            if (registration != null) registration.remove();
            registration = null;
            event.getUI().setPollInterval(-1);
        });
    }

    /** Only while something goes on is the server asked. */
    public void when(boolean goesOn) {
        this.goesOn = goesOn;
        screen.getUI().ifPresent(this::pace);
    }

    private void pace(UI ui) {
        ui.setPollInterval(goesOn ? POLL_MILLISECONDS : -1);
    }
}
