package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.concurrent.Callable;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.errors.Incident;

/** Work of some seconds, beside the screen's lock: the person goes on, and is told when it is done if she is still there. */
public final class Aside {
    private static final int POLL_MILLISECONDS = 1000;

    private Aside() {}

    /**
     * @param place the part of the screen that waits
     * @param work done in the name of whoever is signed in
     * @param done told, with the screen's lock, what came of it
     * @param failed told instead when it was on our side
     */
    public static <T> void run(
            Component place,
            String name,
            Callable<T> work,
            SerializableConsumer<T> done,
            SerializableConsumer<Incident> failed) {
        var ui = place.getUI().orElseThrow();
        var me = Actors.current().goingOn();
        ui.setPollInterval(POLL_MILLISECONDS);
        var shown = ui.accessLater(
                (T result) -> {
                    ui.setPollInterval(-1);
                    done.accept(result);
                },
                () -> {});
        var broken = ui.accessLater(
                (Incident incident) -> {
                    ui.setPollInterval(-1);
                    failed.accept(incident);
                },
                () -> {});
        Thread.ofVirtual().name(name).start(() -> {
            try {
                shown.accept(Actors.runAs(me, work));
            } catch (Exception e) {
                broken.accept(Incident.record(e));
            }
        });
    }
}
