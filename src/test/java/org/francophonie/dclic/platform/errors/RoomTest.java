package org.francophonie.dclic.platform.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.francophonie.dclic.Requirement;
import org.junit.jupiter.api.Test;

/** So many work at once, the others wait their turn, and whoever waits for something else gives the place up. */
@Requirement("F-143")
class RoomTest {
    private static final int PLACES = 2;

    /** Two connections beside the four that are for others. */
    private final Room room = new Room(PLACES + 4);

    @Test
    void no_more_work_at_once_than_there_are_places_and_all_come_to_their_turn() throws Exception {
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var done = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++)
                threads.submit(() -> {
                    try (var _ = room.enter()) {
                        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        Thread.sleep(1);
                        inside.decrementAndGet();
                        done.incrementAndGet();
                    }
                    return true;
                });
        }
        assertThat(done).hasValue(200);
        assertThat(most).hasValueLessThanOrEqualTo(PLACES);
    }

    @Test
    void whoever_waits_outside_gives_the_place_to_somebody_else() throws Exception {
        var hashed = new CountDownLatch(1);
        var waiting = new CountDownLatch(PLACES);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < PLACES; i++)
                threads.submit(() -> {
                    try (var _ = room.enter()) {
                        return room.outside(() -> {
                            waiting.countDown();
                            return hashed.await(5, TimeUnit.SECONDS);
                        });
                    }
                });
            assertThat(waiting.await(5, TimeUnit.SECONDS)).isTrue();

            var third = threads.submit(() -> {
                try (var _ = room.enter()) {
                    return true;
                }
            });

            assertThat(third.get(5, TimeUnit.SECONDS)).isTrue();
            hashed.countDown();
        }
    }
}
