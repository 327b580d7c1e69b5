package org.francophonie.dclic.identity.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How many tries were made lately: each adds one, and time takes them away again, one for each pause that the limit asks
 * for in the end. Nobody is locked out for ever.
 *
 * @param level tries not yet forgotten
 * @param at when the level was true
 * @param freeAt before this instant the next try has to wait; {@link #FREE} when it has not
 */
public record Tries(double level, Instant at, Instant freeAt) {
    /** Long ago: clocks of two tries at once may differ a little, and neither has to wait for the other. */
    private static final Instant FREE = Instant.EPOCH;

    /**
     * What is let through.
     *
     * @param free tries that cost no waiting
     * @param pause the longest wait between two tries; each try above the free ones doubles the wait up to it
     * @param first the wait after the first try that is not free
     */
    public record Limit(int free, Duration pause, Duration first) {
        /** The first wait is two seconds. */
        public Limit(int free, Duration pause) {
            this(free, pause, Duration.ofSeconds(2));
        }
    }

    public static Tries none(Instant now) {
        return new Tries(0, now, FREE);
    }

    public boolean mustWait(Instant now) {
        return freeAt.isAfter(now);
    }

    public Tries with(Limit limit, Instant now) {
        var next = levelAt(limit, now) + 1;
        var wait = wait(limit, next);
        return new Tries(next, now, wait.isZero() ? FREE : now.plus(wait));
    }

    /** The last try was a good one: it does not count. */
    public Tries without(Limit limit, Instant now) {
        return new Tries(Math.max(0, levelAt(limit, now) - 1), now, FREE);
    }

    /** Tries not yet forgotten at that instant. */
    public double levelAt(Limit limit, Instant now) {
        var passed = Math.max(0, Duration.between(at, now).toMillis());
        return Math.max(0, level - (double) passed / limit.pause().toMillis());
    }

    private static Duration wait(Limit limit, double level) {
        var paying = level - limit.free();
        if (paying <= 0) return Duration.ZERO;
        var doubled = limit.first().multipliedBy(1L << (int) Math.min(20, Math.ceil(paying) - 1));
        return doubled.compareTo(limit.pause()) < 0 ? doubled : limit.pause();
    }
}
