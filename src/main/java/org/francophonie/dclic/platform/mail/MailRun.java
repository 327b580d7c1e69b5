package org.francophonie.dclic.platform.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.mail.Relay.Answer;
import org.francophonie.dclic.platform.mail.Relay.Ending;
import org.francophonie.dclic.platform.start.Platform;
import org.francophonie.dclic.platform.start.Platform.Environment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends what waits. A letter is claimed in a transaction of its own before it is handed over and marked after the server's
 * answer: after a crash in between it is uncertain whether it left, and the letter's kind says what happens then. Outside
 * production nothing leaves; the text is kept to be read.
 */
@Component
class MailRun {
    private static final Logger LOG = LoggerFactory.getLogger(MailRun.class);
    private static final int MOST_TRIES = 10;
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    /** Longer than any server may take to answer. */
    private static final Duration LOST = Duration.ofMinutes(5);

    private record Claim(UUID id, Mail mail, String messageId, int tries) {}

    private final JdbcClient sql;
    private final Map<String, Letter> letters;
    private final Relay relay;
    private final Platform platform;
    private final Clock clock;
    private final JsonMapper json;
    private final ReentrantLock running = new ReentrantLock();
    private final AtomicBoolean asked = new AtomicBoolean();

    MailRun(JdbcClient sql, List<Letter> letters, Relay relay, Platform platform, Clock clock, JsonMapper json) {
        this.sql = sql;
        this.letters = letters.stream().collect(Collectors.toMap(Letter::kind, Function.identity()));
        this.relay = relay;
        this.platform = platform;
        this.clock = clock;
        this.json = json;
    }

    /** A letter of this node need not wait for the next round. */
    @TransactionalEventListener(fallbackExecution = true)
    void soon(Outbox.Waiting waiting) {
        Thread.ofVirtual().name("mail").start(this::run);
    }

    /**
     * Sends all that is due, one after the other. A second run on the same node leaves the work to the first, which looks
     * once more before it ends: a letter that came meanwhile need not wait for the next round.
     */
    void run() {
        if (leaves() && !relay.isThere()) return;
        asked.set(true);
        while (asked.get() && running.tryLock()) {
            try {
                if (asked.getAndSet(false)) sendDue();
            } catch (RuntimeException e) {
                LOG.error("mail stopped until the next round", e);
            } finally {
                running.unlock();
            }
        }
    }

    private void sendDue() {
        settleLost();
        for (var claim = claim(); claim.isPresent(); claim = claim()) send(claim.get());
    }

    private boolean leaves() {
        return platform.environment() == Environment.PRODUCTION;
    }

    /** Claimed by a node that was lost before it could tell what became of them. */
    private void settleLost() {
        for (var kind : letters.values())
            sql.sql("""
                    update platform.mail set state = ?, problem = 'the node was lost while it was sent', next_at = ?
                    where state = 'SENDING' and claimed_at < ? and kind = ?""")
                    .param(kind.mayComeTwice() ? "WAITING" : "UNCERTAIN")
                    .param(now())
                    .param(Timestamp.from(clock.instant().minus(LOST)))
                    .param(kind.kind())
                    .update();
    }

    /** Letters of a newer version are left to a node that can write them. */
    private Optional<Claim> claim() {
        return sql.sql("""
                        update platform.mail set state = 'SENDING', claimed_at = :now, tries = tries + 1
                        where id = (select id from platform.mail
                            where state = 'WAITING' and next_at <= :now and kind in (:kinds)
                            order by next_at limit 1 for update skip locked)
                        returning *""")
                .param("now", now())
                .param("kinds", letters.keySet())
                .query((row, _) -> claim(row))
                .optional();
    }

    private Claim claim(ResultSet row) throws SQLException {
        @SuppressWarnings("unchecked")
        Map<String, String> facts = json.readValue(row.getString("facts"), Map.class);
        var until = row.getTimestamp("useful_until").toInstant();
        var mail = new Mail(
                row.getString("event"),
                row.getString("kind"),
                row.getString("recipient"),
                row.getString("recipient_key"),
                Optional.ofNullable(row.getObject("person_id", UUID.class)).map(PersonId::new),
                Locale.of(row.getString("language")),
                facts,
                Duration.between(clock.instant(), until));
        return new Claim(row.getObject("id", UUID.class), mail, row.getString("message_id"), row.getInt("tries"));
    }

    private void send(Claim claim) {
        var letter = Objects.requireNonNull(letters.get(claim.mail().kind()));
        if (claim.mail().useful().isNegative()) {
            end(claim, "FAILED", "too late");
            return;
        }
        try {
            var text = letter.write(claim.mail());
            if (text.isEmpty()) end(claim, "NOTHING", null);
            else if (!leaves()) keep(claim, text.get());
            else settle(claim, letter, relay.send(claim.mail(), text.get(), claim.messageId()));
        } catch (RuntimeException e) {
            LOG.error("a letter could not be written: {}", claim.mail().kind(), e);
            settle(claim, letter, new Answer(Ending.LATER, "it could not be written"));
        }
    }

    private void settle(Claim claim, Letter letter, Answer answer) {
        switch (answer.ending()) {
            case SENT -> end(claim, "SENT", null);
            case REFUSED -> end(claim, "FAILED", answer.reason());
            case LATER -> later(claim, answer.reason());
            case UNCERTAIN -> {
                if (letter.mayComeTwice()) later(claim, answer.reason());
                else end(claim, "UNCERTAIN", answer.reason());
            }
        }
    }

    private void keep(Claim claim, LetterText text) {
        sql.sql("update platform.mail set state = 'KEPT', done_at = ?, subject = ?, body = ? where id = ?")
                .param(now())
                .param(text.subject())
                .param(text.body())
                .param(claim.id())
                .update();
    }

    private void end(Claim claim, String state, @org.jspecify.annotations.Nullable String problem) {
        sql.sql("update platform.mail set state = ?, done_at = ?, problem = ? where id = ?")
                .param(state)
                .param(now())
                .param(problem)
                .param(claim.id())
                .update();
    }

    private void later(Claim claim, String reason) {
        if (claim.tries() >= MOST_TRIES) {
            end(claim, "FAILED", reason);
            return;
        }
        sql.sql("update platform.mail set state = 'WAITING', problem = ?, next_at = ? where id = ?")
                .param(reason)
                .param(Timestamp.from(clock.instant().plus(wait(claim.tries()))))
                .param(claim.id())
                .update();
    }

    /** One minute, then twice as long each time, six hours at most. */
    static Duration wait(int tries) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries - 1, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private Timestamp now() {
        return Timestamp.from(Instant.now(clock));
    }
}
