package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.JavaScriptBootstrapHandler;
import java.io.IOException;
import org.francophonie.dclic.platform.errors.Room;
import org.springframework.stereotype.Component;

/** Builds the first screen of somebody who comes when there is a place: a rush at the door is served in its order. */
@Component
class FirstScreens extends JavaScriptBootstrapHandler implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1;

    private final transient Room room;

    FirstScreens(Room room) {
        this.room = room;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addRequestHandler(this);
    }

    /** Told with the lock of the session held: always in this order, lock and then place. */
    @Override
    public boolean synchronizedHandleRequest(VaadinSession session, VaadinRequest request, VaadinResponse response)
            throws IOException {
        try (var _ = room.enter()) {
            return super.synchronizedHandleRequest(session, request, response);
        }
    }
}
