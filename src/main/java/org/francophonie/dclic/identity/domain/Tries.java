package org.francophonie.dclic.identity.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * How many tries were made lately: each adds one, and time takes them away again, one for each pause that the limit asks
 * for in the end. Nobody is locked out for ever.
 *
 * @param level tries not yet forgotten
 * @param at when the level was true
 * @param freeAt before this instant the next try has to wait
 */
public record Tries(double level, Instant at, Instant freeAt) {

    /**
     * What is let through.
     *
     * @param free tries that cost no waiting
     * @param pause the longest wait between two tries; each try above the free ones doubles the wait up to it
     */
    public record Limit(int free, Duration pause) {}

    public static Tries none(Instant now) {
        return new Tries(0, now, now);
    }

    public boolean mustWait(Instant now) {
        return freeAt.isAfter(now);
    }

    public Tries with(Limit limit, Instant now) {
        var next = levelAt(limit, now) + 1;
        return new Tries(next, now, now.plus(wait(limit, next)));
    }

    /** The last try was a good one: it does not count. */
    public Tries without(Limit limit, Instant now) {
        return new Tries(Math.max(0, levelAt(limit, now) - 1), now, now);
    }

    private double levelAt(Limit limit, Instant now) {
        var passed = Math.max(0, Duration.between(at, now).toMillis());
        return Math.max(0, level - (double) passed / limit.pause().toMillis());
    }

    private static Duration wait(Limit limit, double level) {
        var paying = level - limit.free();
        if (paying <= 0) return Duration.ZERO;
        var doubled = Duration.ofSeconds(1L << (int) Math.min(20, Math.ceil(paying)));
        return doubled.compareTo(limit.pause()) < 0 ? doubled : limit.pause();
    }
}
