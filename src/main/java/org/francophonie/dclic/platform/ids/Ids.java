package org.francophonie.dclic.platform.ids;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/**
 * Gives UUID version 7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then 74 random bits, so that keys sort roughly by
 * age and cannot be guessed.
 */
@Component
public class Ids {
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    public Ids(Clock clock) {
        this.clock = clock;
    }

    public UUID next() {
        var milliseconds = clock.millis();
        var high = (milliseconds << 16) | 0x7000 | (random.nextLong() & 0x0FFF);
        var low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    public <T> T next(Function<UUID, T> type) {
        return type.apply(next());
    }
}
