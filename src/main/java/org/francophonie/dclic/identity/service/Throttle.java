package org.francophonie.dclic.identity.service;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.francophonie.dclic.identity.domain.Tries;
import org.francophonie.dclic.identity.domain.Tries.Limit;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.start.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows guessing down. A try is counted before the password is looked at, in the database, so that neither many requests at
 * once nor many nodes let more through; a good one is given back.
 */
@Component
class Throttle {
    private static final Logger LOG = LoggerFactory.getLogger(Throttle.class);

    /** At most 100 tries reach the password of one account in a day: 72 pauses, the free ones and those that double. */
    private static final Limit ACCOUNT = new Limit(5, Duration.ofMinutes(20));

    /** Ten tries a day: five, and one for each pause. */
    private static final Limit PIN = new Limit(5, Duration.ofMinutes(288), Duration.ofMinutes(288));

    /** A network can be a school that begins the hour, each with a try under way, or a whole operator. */
    private static final Limit NETWORK = new Limit(300, Duration.ofSeconds(10));

    private static final Limit JOINING = new Limit(200, Duration.ofSeconds(10));

    /** Five addresses, and then one an hour: an account is no way to write to strangers. */
    private static final Limit ADDRESSES = new Limit(4, Duration.ofHours(1), Duration.ofHours(1));

    /** Three letters to guardians, and then one every eight hours. */
    private static final Limit LETTERS = new Limit(2, Duration.ofHours(8), Duration.ofHours(8));

    /** Failures of everybody together only raise an alarm: a wait for all would be a gift to whoever wants to shut the doors. */
    private static final Limit EVERYBODY = new Limit(3000, Duration.ofMillis(500));

    /** Something that is counted. */
    record Key(String name, Limit limit) {
        static Key account(String emailKey) {
            return new Key("account:" + emailKey, ACCOUNT);
        }

        /** Where the account has been signed in to before: guesses made elsewhere are no business of its owner. */
        static Key knownDevice(String place, String account) {
            return new Key("device:" + place + ":" + account, ACCOUNT);
        }

        /**
         * A PIN is short: few tries a day, and none but on known devices. Each device counts for itself, so that whoever
         * guesses on the one of a class does not keep the owner out of her own; another PIN is another count.
         */
        static Key pin(String place, String account, Instant chosen) {
            return new Key("pin:" + place + ":" + account + ":" + chosen, PIN);
        }

        static Key network(String address) {
            return new Key("network:" + cut(address), NETWORK);
        }

        static Key joining(String address) {
            return new Key("joining:" + cut(address), JOINING);
        }

        /** Letters to addresses that somebody says are hers. */
        static Key address(PersonId person) {
            return new Key("address:" + person, ADDRESSES);
        }

        /** Letters that a minor asks for. */
        static Key guardian(PersonId person) {
            return new Key("guardian:" + person, LETTERS);
        }

        /** /24 for IPv4, /48 for IPv6. */
        private static String cut(String address) {
            var parts = address.split(address.contains(":") ? ":" : "\\.");
            return String.join(".", List.of(parts).subList(0, Math.min(3, parts.length)));
        }
    }

    /** The slowest bucket has run dry long before. */
    private static final Duration KEPT = Duration.ofDays(1);

    private static final Duration ONCE = Duration.ofMinutes(1);
    private static final int MOST_TOLD = 10_000;

    private static final Key ALL = new Key("everybody", EVERYBODY);

    private final JdbcClient sql;
    private final Clock clock;
    private final Secrets secrets;
    private final Map<String, Instant> told = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_TOLD;
        }
    };

    Throttle(JdbcClient sql, Clock clock, Secrets secrets) {
        this.sql = sql;
        this.clock = clock;
        this.secrets = secrets;
    }

    /** What the database keeps: the kind, and a seal in the place of an address that somebody typed. */
    private String sealed(Key key) {
        var name = key.name();
        int kind = name.indexOf(':') + 1;
        var seal = secrets.sign("throttle", name.getBytes(StandardCharsets.UTF_8));
        return kind == 0
                ? name
                : name.substring(0, kind)
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(seal);
    }

    /** Counts one try and lets it through, or counts nothing and tells how long to wait: zero when it may go on. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Duration pass(Key... keys) {
        var now = now();
        var before = Arrays.stream(keys).map(key -> locked(key, now)).toList();
        var freeAt = before.stream().map(Tries::freeAt).max(Comparator.naturalOrder());
        if (freeAt.isPresent() && freeAt.get().isAfter(now)) return Duration.between(now, freeAt.get());
        for (int i = 0; i < keys.length; i++) save(keys[i], before.get(i).with(keys[i].limit(), now));
        return Duration.ZERO;
    }

    /**
     * Counts one try.
     *
     * @throws SignInRefused saying how long to wait, when there were too many
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void require(Key key) {
        var wait = pass(key);
        if (!wait.isZero()) throw new SignInRefused(SignInRefused.Reason.WAIT, wait.toSeconds() + 1);
    }

    /** The try was a good one, or came to nothing by no fault of the person. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void giveBack(Key... keys) {
        var now = now();
        for (var key : keys) save(key, locked(key, now).without(key.limit(), now));
    }

    /** Nothing is held against the account any more. Rows that have told nothing for a day go along. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void forget(Key key) {
        var now = now();
        save(key, Tries.none(now));
        sql.sql("""
                delete from identity.tries where key in (select key from identity.tries where at < ? and free_at < ?
                limit 100 for update skip locked)""")
                .param(Timestamp.from(now.minus(KEPT)))
                .param(Timestamp.from(now))
                .update();
    }

    /** How full a bucket is, as somebody sees it who does not add to it. */
    @Transactional(readOnly = true)
    public double level(Key key) {
        return sql.sql("select level, at, free_at from identity.tries where key = ?")
                .param(sealed(key))
                .query((row, _) -> new Tries(
                        row.getDouble("level"),
                        row.getTimestamp("at").toInstant(),
                        row.getTimestamp("free_at").toInstant()))
                .optional()
                .map(tries -> tries.levelAt(key.limit(), now()))
                .orElse(0.0);
    }

    /** The first refusal of a minute, as far as this node has seen. */
    boolean isWorthTelling(Key key) {
        var now = now();
        synchronized (told) {
            var last = told.get(key.name());
            if (last != null && last.plus(ONCE).isAfter(now)) return false;
            told.put(key.name(), now);
            return true;
        }
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed() {
        var now = now();
        var before = locked(ALL, now);
        if (before.mustWait(now)) return;
        var after = before.with(ALL.limit(), now);
        save(ALL, after);
        if (after.mustWait(now)) LOG.warn("sign-ins fail everywhere: {} lately", Math.round(after.level()));
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Tries locked(Key key, Instant now) {
        sql.sql("insert into identity.tries (key, level, at, free_at) values (?, 0, ?, 'epoch') on conflict do nothing")
                .param(sealed(key))
                .param(Timestamp.from(now))
                .update();
        return sql.sql("select level, at, free_at from identity.tries where key = ? for update")
                .param(sealed(key))
                .query((row, _) -> new Tries(
                        row.getDouble("level"),
                        row.getTimestamp("at").toInstant(),
                        row.getTimestamp("free_at").toInstant()))
                .single();
    }

    private void save(Key key, Tries tries) {
        sql.sql("update identity.tries set level = ?, at = ?, free_at = ? where key = ?")
                .param(tries.level())
                .param(Timestamp.from(tries.at()))
                .param(Timestamp.from(tries.freeAt()))
                .param(sealed(key))
                .update();
    }
}
