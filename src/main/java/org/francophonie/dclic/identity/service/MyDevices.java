package org.francophonie.dclic.identity.service;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where somebody asked to stay signed in: to see it, and to end it from afar when a phone is lost or was lent. */
@Service
@Transactional
public class MyDevices {
    private static final int LISTED = 20;

    private final JdbcClient sql;
    private final Trail trail;
    private final Clock clock;

    MyDevices(JdbcClient sql, Trail trail, Clock clock) {
        this.sql = sql;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * One device on which the person stays signed in.
     *
     * @param browser its family, such as "Chrome mobile"
     * @param usedAt when it last brought the person back
     */
    public record MyDevice(UUID series, String browser, Instant createdAt, Instant usedAt) {}

    /** Last used first. */
    @Requires(Right.READ_OWN_ACCOUNT)
    @Transactional(readOnly = true)
    public List<MyDevice> list() {
        return sql.sql("""
                        select series, device, created_at, used_at from identity.sign_in_token
                        where person_id = ? and expires_at > ? order by used_at desc limit ?""")
                .param(me())
                .param(Timestamp.from(clock.instant()))
                .param(LISTED)
                .query((row, _) -> new MyDevice(
                        row.getObject("series", UUID.class),
                        row.getString("device"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("used_at").toInstant()))
                .list();
    }

    /** The device has to sign in the next time; doing it twice is doing it once. */
    @Requires(Right.CHANGE_OWN_ACCOUNT)
    public void forget(UUID series) {
        var gone = sql.sql("delete from identity.sign_in_token where series = ? and person_id = ?")
                .param(series)
                .param(me())
                .update();
        if (gone > 0) {
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
