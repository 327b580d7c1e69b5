package org.francophonie.dclic.platform.work;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.audit.Operation;
import org.francophonie.dclic.platform.errors.Incident;
import org.springframework.stereotype.Component;

/** Does long work beside the screen, for whoever began it: two pieces at a time on each node, whatever is asked for. */
@Component
public class WorkThreads {
    private final ExecutorService threads = Executors.newFixedThreadPool(
            2, Thread.ofPlatform().daemon().name("work-", 0).factory());

    /**
     * @param work as the person who asks for it now, as a part of the operation under way
     * @param failed told when it went wrong on our side
     * @param after told in the end, however it went
     */
    public void begin(Runnable work, Consumer<Incident> failed, Runnable after) {
        var actor = Actors.current().goingOn();
        var operation = Operation.current();
        threads.submit(() -> Actors.runAs(actor, () -> {
            try {
                Operation.<RuntimeException>goingOn(operation, () -> {
                    work.run();
                    return null;
                });
            } catch (RuntimeException | Error e) {
                failed.accept(Incident.record(e));
            } finally {
                after.run();
            }
        }));
    }

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }
}
