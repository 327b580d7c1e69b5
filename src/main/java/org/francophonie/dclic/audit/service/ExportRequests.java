package org.francophonie.dclic.audit.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.audit.AuditSearch;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingService;
import org.francophonie.dclic.platform.text.HtmlSanitiser;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Nobody carries away the data of many people alone: a file about more than a setting allows is asked for, with a reason, and
 * another one who may export agrees or does not. What was agreed to is good for that search, for whoever asked, for a day.
 */
@Service
@Transactional
public class ExportRequests {
    /** Characters of a reason. */
    public static final int LONGEST_REASON = 500;

    private static final Duration ASKED_FOR = Duration.ofDays(7);
    private static final Duration GOOD_FOR = Duration.ofDays(1);
    private static final int LISTED = 20;

    private static final String OF_USE =
            "coalesce(decided_at + cast(:good as interval), asked_at + cast(:asked as interval)) > :now";

    private final Events events;
    private final SettingService settings;
    private final JdbcClient sql;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;

    ExportRequests(Events events, SettingService settings, JdbcClient sql, Trail trail, Ids ids, Clock clock) {
        this.events = events;
        this.settings = settings;
        this.sql = sql;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Somebody wants a file.
     *
     * @param address of the search on the screen, below the page
     * @param people whose data would be in it
     * @param granted nothing while nobody has decided
     */
    public record Request(
            UUID id,
            PersonId by,
            String address,
            int people,
            Optional<String> reason,
            Instant askedAt,
            Optional<Boolean> granted) {}

    /**
     * Whether the signed-in person may take the file now.
     *
     * @param people whose data would be in it
     * @param request what she asked for, while that is of any use
     */
    public record Standing(int people, boolean mayTake, Optional<Request> request) {}

    /** A reason is missing, or too long; the key of what to say. */
    public static final class ReasonRefused extends RuntimeException {
        private static final long serialVersionUID = 1;

        ReasonRefused(String key) {
            super(key);
        }

        public String key() {
            return String.valueOf(getMessage());
        }
    }

    @Requires(value = Right.EXPORT_AUDIT, looksOnly = true)
    public Standing standing(AuditSearch search) {
        int people = events.people(search, AuditService.LARGEST_EXPORT);
        if (people <= settings.value(Setting.EXPORT_ALONE)) return new Standing(people, true, Optional.empty());
        var request = latest(search);
        return new Standing(people, request.flatMap(Request::granted).orElse(false), request);
    }

    private Optional<Request> latest(AuditSearch search) {
        return ofUse("and search = :search order by asked_at desc limit 1")
                .param("search", search.toString())
                .query((row, _) -> request(row))
                .optional();
    }

    /** What the signed-in person asked for, while it is of any use. */
    private JdbcClient.StatementSpec ofUse(String more) {
        return sql.sql("select * from audit.export_request where by_person = :me and " + OF_USE + " " + more)
                .param("me", Actors.current().requirePerson().value())
                .param("good", GOOD_FOR.toString())
                .param("asked", ASKED_FOR.toString())
                .param("now", Timestamp.from(clock.instant()));
    }

    private static Request request(ResultSet row) throws SQLException {
        return new Request(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("by_person", UUID.class)),
                row.getString("address"),
                row.getInt("people"),
                Optional.ofNullable(row.getString("reason")),
                row.getTimestamp("asked_at").toInstant(),
                Optional.ofNullable((Boolean) row.getObject("granted")));
    }

    /**
     * Asks for a file. While a request for the same search waits, another one is not made.
     *
     * @param address of the search on the screen
     * @throws ReasonRefused when no reason is given, or one that is too long
     */
    @Requires(Right.EXPORT_AUDIT)
    public void ask(AuditSearch search, String address, String why) {
        var reason = HtmlSanitiser.line(why);
        if (reason.isEmpty()) throw new ReasonRefused("people.reason.empty");
        if (reason.length() > LONGEST_REASON) throw new ReasonRefused("people.reason.long");
        if (latest(search).filter(request -> request.granted().orElse(true)).isPresent()) {
            Trail.Described.mark();
            return;
        }
        var id = ids.next();
        int people = events.people(search, AuditService.LARGEST_EXPORT);
        sql.sql("""
                insert into audit.export_request (id, by_person, search, address, people, reason, asked_at)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .param(id)
                .param(Actors.current().requirePerson().value())
                .param(search.toString())
                .param(address)
                .param(people)
                .param(reason)
                .param(Timestamp.from(clock.instant()))
                .update();
        trail.record(AuditEntry.command(Right.EXPORT_AUDIT)
                .named("ask-export")
                .on("ExportRequest", id)
                .change("people", null, people)
                .change("search", null, search));
    }

    /** What others ask for and nobody has decided yet, oldest first. */
    @Requires(value = Right.EXPORT_AUDIT, looksOnly = true)
    @Transactional(readOnly = true)
    public List<Request> waiting() {
        return sql.sql("""
                        select * from audit.export_request where decided_at is null and by_person <> ? and asked_at > ?
                        order by asked_at limit ?""")
                .param(Actors.current().requirePerson().value())
                .param(Timestamp.from(clock.instant().minus(ASKED_FOR)))
                .param(LISTED)
                .query((row, _) -> request(row))
                .list();
    }

    /**
     * Agrees to a file that somebody else asked for, or does not. Whoever comes second changes nothing.
     *
     * @return whether it is this word that counts
     * @throws AccessRefused when it is one's own
     */
    @Requires(Right.EXPORT_AUDIT)
    public boolean decide(UUID id, boolean granted) {
        var by = sql.sql("select by_person from audit.export_request where id = ?")
                .param(id)
                .query(UUID.class)
                .optional()
                .map(PersonId::new)
                .orElseThrow(() -> new NotFound("request"));
        if (Actors.current().is(by)) throw new AccessRefused(Right.EXPORT_AUDIT);
        int decided = sql.sql("""
                        update audit.export_request set decided_by = ?, decided_at = ?, granted = ?
                        where id = ? and decided_at is null and asked_at > ?""")
                .param(Actors.current().requirePerson().value())
                .param(Timestamp.from(clock.instant()))
                .param(granted)
                .param(id)
                .param(Timestamp.from(clock.instant().minus(ASKED_FOR)))
                .update();
        if (decided == 0) {
            Trail.Described.mark();
            return false;
        }
        trail.record(AuditEntry.command(Right.EXPORT_AUDIT)
                .named(granted ? "grant-export" : "refuse-export")
                .on("ExportRequest", id)
                .about(by));
        return true;
    }

    /** What the signed-in person asked for, while it is of any use, newest first. */
    @Requires(value = Right.EXPORT_AUDIT, looksOnly = true)
    @Transactional(readOnly = true)
    public List<Request> mine() {
        return ofUse("order by asked_at desc limit :most")
                .param("most", LISTED)
                .query((row, _) -> request(row))
                .list();
    }

    /** Reasons are not kept for ever, nor is what was asked. */
    void forgetOld() {
        sql.sql("update audit.export_request set reason = null where asked_at < ? and reason is not null")
                .param(Timestamp.from(clock.instant().minus(Duration.ofDays(30))))
                .update();
        sql.sql("delete from audit.export_request where asked_at < ?")
                .param(Timestamp.from(clock.instant().minus(Duration.ofDays(400))))
                .update();
    }
}
