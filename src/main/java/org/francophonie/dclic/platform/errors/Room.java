package org.francophonie.dclic.platform.errors;

import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * So many requests are worked on at once, and the others wait for their turn in the order in which they came. A request has
 * a thread of its own for nothing, but not a connection to the database: without this a rush would wait there, give up
 * together, and what gave up would cost more than what is served.
 */
@Component
public class Room {
    /** Connections for what is no request: jobs, letters, the trail of refusals. */
    private static final int FOR_OTHERS = 4;

    private final Semaphore places;
    private final ThreadLocal<Boolean> inside = new ThreadLocal<>();

    Room(@Value("${spring.datasource.hikari.maximum-pool-size}") int connections) {
        places = new Semaphore(Math.max(2, connections - FOR_OTHERS), true);
    }

    /** Comes in when there is a place, and leaves it by {@link AutoCloseable#close()}. */
    public Place enter() {
        places.acquireUninterruptibly();
        inside.set(true);
        return () -> {
            inside.remove();
            places.release();
        };
    }

    /** One who works. */
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits for something that has a queue of its own, and gives the place to somebody else meanwhile. */
    public <T> T outside(Callable<T> wait) throws Exception {
        if (inside.get() == null) return wait.call();
        places.release();
        try {
            return wait.call();
        } finally {
            places.acquireUninterruptibly();
        }
    }
}
