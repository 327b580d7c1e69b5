package org.francophonie.dclic.platform.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.ids.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What left, what waits and what failed; and a person's decision about what may or may not have left. */
@Service
@Transactional
public class OutboxService {
    /** Letters on one page of the list. */
    public static final int PAGE = 25;

    /** How a letter stands. */
    public enum State {
        WAITING,
        SENDING,
        SENT,
        /** Nobody knows whether it left: a person decides. */
        UNCERTAIN,
        FAILED,
        /** Outside production nothing leaves. */
        KEPT,
        /** There was no reason to write it. */
        NOTHING,
        /** It left, and a server sent it back. */
        RETURNED
    }

    /**
     * One letter of the list.
     *
     * @param problem what the server said, or what went wrong; empty when nothing did
     * @param subject with the body, where nothing leaves
     */
    public record MailRow(
            UUID id,
            Instant createdAt,
            String kind,
            String recipient,
            Optional<PersonId> person,
            State state,
            int tries,
            String problem,
            Optional<String> subject,
            Optional<String> body) {

        /** Would sending it again make sense? */
        public boolean canGoAgain() {
            return state == State.UNCERTAIN || state == State.FAILED || state == State.RETURNED;
        }
    }

    private final JdbcClient sql;
    private final Trail trail;
    private final Clock clock;
    private final MailRun run;

    OutboxService(JdbcClient sql, Trail trail, Clock clock, MailRun run) {
        this.sql = sql;
        this.trail = trail;
        this.clock = clock;
        this.run = run;
    }

    /**
     * Newest first.
     *
     * @param state only those, or nothing for all
     * @param page from 0
     */
    @Requires(Right.READ_MAIL)
    @Transactional(readOnly = true)
    public List<MailRow> list(Optional<State> state, int page) {
        var rows = sql.sql("""
                        select * from platform.mail where :state::text is null or state = :state
                        order by created_at desc, id limit :size offset :from""")
                .param("state", state.map(State::name).orElse(null))
                .param("size", PAGE)
                .param("from", PAGE * page)
                .query((row, _) -> row(row))
                .list();
        var seen = rows.stream().flatMap(row -> row.person().stream()).collect(Collectors.toSet());
        if (!seen.isEmpty()) {
            var entry = AuditEntry.read(Right.READ_MAIL).named("list");
            seen.forEach(entry::about);
            trail.recordRead(entry);
        }
        return rows;
    }

    /** How many there are of each state. */
    @Requires(Right.READ_MAIL)
    @Transactional(readOnly = true)
    public Map<State, Long> counts() {
        return sql
                .sql("select state, count(*) as n from platform.mail group by state")
                .query((row, _) -> Map.entry(State.valueOf(row.getString("state")), row.getLong("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static MailRow row(ResultSet row) throws SQLException {
        return new MailRow(
                row.getObject("id", UUID.class),
                row.getTimestamp("created_at").toInstant(),
                row.getString("kind"),
                row.getString("recipient"),
                Optional.ofNullable(row.getObject("person_id", UUID.class)).map(PersonId::new),
                State.valueOf(row.getString("state")),
                row.getInt("tries"),
                Optional.ofNullable(row.getString("problem")).orElse(""),
                Optional.ofNullable(row.getString("subject")),
                Optional.ofNullable(row.getString("body")));
    }

    /** Sends a letter once more that failed, or of which nobody knows whether it left. */
    @Requires(Right.SEND_MAIL)
    public void again(UUID id) {
        decide(id, "send-again", "WAITING", "state in ('UNCERTAIN', 'FAILED', 'RETURNED')");
    }

    /** The letter is taken as sent: it is not sent again. */
    @Requires(Right.SEND_MAIL)
    public void leave(UUID id) {
        decide(id, "take-as-sent", "SENT", "state = 'UNCERTAIN'");
    }

    /** Sends what is due now, without waiting for the next round. */
    @Requires(Right.SEND_MAIL)
    @Transactional(propagation = org.springframework.transaction.annotation.Propagation.NOT_SUPPORTED)
    public void sendDue() {
        run.run();
    }

    /** Doing it twice is doing it once. */
    private void decide(UUID id, String act, String state, String when) {
        var now = Timestamp.from(clock.instant());
        var changed = sql.sql(
                        "update platform.mail set state = :state, next_at = :now, tries = 0, useful_until = greatest("
                                + "useful_until, :now::timestamptz + interval '1 day') where id = :id and " + when)
                .param("state", state)
                .param("now", now)
                .param("id", id)
                .update();
        if (changed > 0)
            trail.record(AuditEntry.command(Right.SEND_MAIL).named(act).on("Mail", id));
    }
}
