package org.francophonie.dclic.identity.service;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.francophonie.dclic.identity.SessionEnd;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where somebody is signed in, and where she asked to stay so: to see it, and to end it from afar when a phone is lost or was
 * lent.
 */
@Service
@Transactional
public class MyDevices {
    private static final int LISTED = 20;

    private final JdbcClient sql;
    private final Sessions sessions;
    private final Trail trail;
    private final Clock clock;

    MyDevices(JdbcClient sql, Sessions sessions, Trail trail, Clock clock) {
        this.sql = sql;
        this.sessions = sessions;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * One browser.
     *
     * @param id of its session, or of what remembers it
     * @param browser its family, such as "Chrome mobile"
     * @param isOpen is somebody signed in there now?
     * @param isRemembered does it let the person in without asking?
     * @param usedAt when the person last acted there
     */
    public record MyDevice(UUID id, String browser, boolean isOpen, boolean isRemembered, Instant usedAt) {}

    /** Last used first. */
    @Requires(Right.READ_OWN_ACCOUNT)
    @Transactional(readOnly = true)
    public List<MyDevice> list() {
        return sql.sql("""
                        select id, browser, true as open, exists (select from identity.sign_in_token t
                                where t.series = s.series and t.expires_at > :now) as remembered, last_act_at as used_at
                            from identity.session s where person_id = :me and ended_at is null
                        union all
                        select series, device, false, true, used_at from identity.sign_in_token t
                            where person_id = :me and expires_at > :now and not exists (
                                select from identity.session s where s.series = t.series and s.ended_at is null)
                        order by used_at desc limit :most""")
                .param("me", me())
                .param("now", Timestamp.from(clock.instant()))
                .param("most", LISTED)
                .query((row, _) -> new MyDevice(
                        row.getObject("id", UUID.class),
                        row.getString("browser"),
                        row.getBoolean("open"),
                        row.getBoolean("remembered"),
                        row.getTimestamp("used_at").toInstant()))
                .list();
    }

    /** Whoever holds the device has to sign in; doing it twice is doing it once. */
    @Requires(Right.CHANGE_OWN_ACCOUNT)
    public void forget(UUID id) {
        var mine = sql.sql("select id from identity.session where id = ? and person_id = ? and ended_at is null")
                .param(id)
                .param(me())
                .query(UUID.class)
                .list();
        var gone = sessions.end(mine, SessionEnd.TAKEN_BACK)
                + sql.sql("delete from identity.sign_in_token where series = ? and person_id = ?")
                        .param(id)
                        .param(me())
                        .update();
        if (gone > 0) {
            sql.sql("""
                    delete from identity.device_person where person_id = :me and device_id in (
                        select device_id from identity.session where (id = :id or series = :id) and person_id = :me)""").param("me", me()).param("id", id).update();
            var person = Actors.current().requirePerson();
            trail.record(AuditEntry.command(Right.CHANGE_OWN_ACCOUNT)
                    .named("forget-device")
                    .on("PersonId", person)
                    .about(person));
        }
    }

    private static UUID me() {
        return Actors.current().requirePerson().value();
    }
}
