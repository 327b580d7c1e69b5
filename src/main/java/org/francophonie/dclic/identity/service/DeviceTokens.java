package org.francophonie.dclic.identity.service;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.identity.SessionEnd;
import org.francophonie.dclic.platform.access.Proof;
import org.francophonie.dclic.platform.access.SignedIn;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.AuditEntry.Outcome;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingService;
import org.francophonie.dclic.platform.start.Secrets;
import org.francophonie.dclic.rights.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps a device signed in. Each token is good until its successor was used once; the successor is derived from it, so two
 * requests at once get the same one. An older token means that somebody copied it: every
 * device and session of the person is signed out. The staff signs in each time.
 */
@Component
class DeviceTokens {
    /** A token as it stands in the cookie, and how long it lives. */
    record Cookie(String value, Duration age) {}

    /** The person whom a device brings back, with the device's next token. */
    record Return(SignedIn who, UUID series, Cookie next) {}

    /** A device that is remembered from now on. */
    record Remembered(UUID series, Cookie cookie) {}

    private record Row(PersonId person, byte[] current, byte[] former, Instant usedAt, boolean secondFactor) {}

    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    private final JdbcClient sql;
    private final Secrets secrets;
    private final SettingService settings;
    private final Sessions sessions;
    private final Profiles profiles;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    DeviceTokens(
            JdbcClient sql,
            Secrets secrets,
            SettingService settings,
            Sessions sessions,
            Profiles profiles,
            Trail trail,
            Ids ids,
            Clock clock) {
        this.sql = sql;
        this.secrets = secrets;
        this.settings = settings;
        this.sessions = sessions;
        this.profiles = profiles;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /** Nothing for the staff, whose rights no device lost or lent may carry. */
    @Transactional
    public Optional<Remembered> remember(SignedIn who, String device) {
        if (profiles.isStaff(who.person())) return Optional.empty();
        var token = DeviceSecret.fresh(ids.next(), random);
        var now = clock.instant();
        sql.sql("""
                insert into identity.sign_in_token (series, person_id, token_hash, device, created_at, used_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .param(token.id())
                .param(who.id())
                .param(Secrets.fingerprint(token.secret()))
                .param(device)
                .param(Timestamp.from(now))
                .param(Timestamp.from(now))
                .param(Timestamp.from(now.plus(age())))
                .update();
        return Optional.of(new Remembered(token.id(), cookie(token)));
    }

    @Transactional
    public Optional<Return> comeBack(String cookie) {
        return DeviceSecret.read(cookie).flatMap(token -> find(token.id()).flatMap(row -> comeBack(token, row)));
    }

    private Optional<Row> find(UUID series) {
        return sql.sql("""
                        select t.person_id, t.token_hash, coalesce(t.former_hash, '') as former, t.used_at,
                            t.second_factor
                        from identity.sign_in_token t join identity.person p on p.id = t.person_id and p.status = 'ACTIVE'
                        where t.series = ? and t.expires_at > ? for update of t""")
                .param(series)
                .param(Timestamp.from(clock.instant()))
                .query((row, _) -> new Row(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getBytes("token_hash"),
                        row.getBytes("former"),
                        row.getTimestamp("used_at").toInstant(),
                        row.getBoolean("second_factor")))
                .optional();
    }

    private Optional<Return> comeBack(DeviceSecret token, Row row) {
        var hash = Secrets.fingerprint(token.secret());
        if (!MessageDigest.isEqual(hash, row.current()) && !MessageDigest.isEqual(hash, row.former())) {
            forgetAll(row.person());
            sessions.endAll(row.person(), SessionEnd.THEFT);
            trail.record(AuditEntry.signIn(Outcome.REFUSED)
                    .about(row.person())
                    .because("an old device token was used again"));
            return Optional.empty();
        }
        if (profiles.isStaff(row.person())) { // since the device was remembered
            forget(token.id());
            return Optional.empty();
        }
        var next = next(token, row, hash);
        sql.sql(
                        "update identity.sign_in_token set token_hash = ?, former_hash = ?, used_at = ?, expires_at = ? where series = ?")
                .param(Secrets.fingerprint(next.secret()))
                .param(hash)
                .param(Timestamp.from(clock.instant()))
                .param(Timestamp.from(clock.instant().plus(age())))
                .param(token.id())
                .update();
        trail.record(AuditEntry.signIn(Outcome.DONE)
                .by(row.person())
                .about(row.person())
                .named("device"));
        var who = new SignedIn(row.person().value(), new Proof(row.secondFactor(), Instant.EPOCH));
        return Optional.of(new Return(who, token.id(), cookie(next)));
    }

    /**
     * Requests at once get the same one. Much later it is either an answer that was lost, whose token nobody has, or a copy,
     * which is found out as soon as the other one comes.
     */
    private DeviceSecret next(DeviceSecret token, Row row, byte[] hash) {
        var late = MessageDigest.isEqual(hash, row.former())
                && row.usedAt().plus(AT_ONCE).isBefore(clock.instant());
        return late
                ? DeviceSecret.fresh(token.id(), random)
                : new DeviceSecret(token.id(), secrets.sign("device-token", token.secret()));
    }

    @Transactional
    public void forget(String cookie) {
        DeviceSecret.read(cookie).map(DeviceSecret::id).ifPresent(this::forget);
    }

    /** Somebody else signs in on the device: it does not bring back the person before. */
    @Transactional
    public boolean forgetOfOthers(String cookie, PersonId person) {
        return DeviceSecret.read(cookie)
                .filter(token -> sql.sql("delete from identity.sign_in_token where series = ? and person_id <> ?")
                                .param(token.id())
                                .param(person.value())
                                .update()
                        > 0)
                .isPresent();
    }

    @Transactional
    public void forget(UUID series) {
        sql.sql("delete from identity.sign_in_token where series = ?")
                .param(series)
                .update();
    }

    /** None but that of this session. */
    @Transactional
    public void forgetOthers(PersonId person, Optional<UUID> here) {
        sql.sql("""
                delete from identity.sign_in_token where person_id = :person
                    and series is distinct from (select series from identity.session where id = :here)""")
                .param("person", person.value())
                .param("here", here.orElse(null), Types.OTHER)
                .update();
    }

    /** No device brings the person back any more. */
    @Transactional
    public void forgetAll(PersonId person) {
        forgetOthers(person, Optional.empty());
    }

    private Duration age() {
        return Duration.ofDays(settings.value(Setting.REMEMBERED_DAYS));
    }

    private Cookie cookie(DeviceSecret token) {
        return new Cookie(token.cookie(), age());
    }
}
