package org.francophonie.dclic.identity.service;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows guessing down: failures are counted in the database, so every node sees them. After some free tries each further
 * failure doubles the wait. Nobody is locked out for ever: counts are forgotten after a day without failure.
 */
@Component
class Throttle {
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /**
     * Something that is counted.
     *
     * @param free failures that cost nothing yet
     */
    record Key(String name, int free) {
        static Key account(String emailKey) {
            return new Key("account:" + emailKey, 5);
        }

        static Key network(String address) {
            return new Key("network:" + network24(address), 60);
        }

        static Key everybody() {
            return new Key("everybody", 3000);
        }

        /** /24 for IPv4, /48 for IPv6. */
        private static String network24(String address) {
            var parts = address.split(address.contains(":") ? ":" : "\\.");
            return String.join(".", List.of(parts).subList(0, Math.min(3, parts.length)));
        }
    }

    private final JdbcClient sql;
    private final Clock clock;

    Throttle(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Seconds still to wait before the next try may be checked; 0 when it may now. */
    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public long secondsToWait(Key... keys) {
        long longest = 0;
        for (var key : keys) longest = Math.max(longest, secondsToWait(key));
        return longest;
    }

    private long secondsToWait(Key key) {
        return sql.sql("select failures, last_at from identity.throttle where key = ?")
                .param(key.name())
                .query((row, _) -> wait(
                        row.getInt("failures") - key.free(),
                        row.getTimestamp("last_at").toInstant()))
                .optional()
                .orElse(0L);
    }

    private long wait(int paying, Instant last) {
        if (paying <= 0 || last.plus(FORGOTTEN).isBefore(clock.instant())) return 0;
        var wait = Math.min(LONGEST_WAIT.toSeconds(), 1L << Math.min(20, paying));
        return Math.max(
                0, Duration.between(clock.instant(), last.plusSeconds(wait)).toSeconds());
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(Key... keys) {
        var now = Timestamp.from(clock.instant());
        var forgotten = Timestamp.from(clock.instant().minus(FORGOTTEN));
        for (var key : keys)
            sql.sql("""
                    insert into identity.throttle as t (key, failures, since, last_at) values (:key, 1, :now, :now)
                    on conflict (key) do update set
                        failures = case when t.last_at < :forgotten then 1 else t.failures + 1 end,
                        since = case when t.last_at < :forgotten then excluded.since else t.since end,
                        last_at = excluded.last_at""")
                    .param("key", key.name())
                    .param("now", now)
                    .param("forgotten", forgotten)
                    .update();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void succeeded(Key account) {
        sql.sql("delete from identity.throttle where key = ?")
                .param(account.name())
                .update();
    }
}
