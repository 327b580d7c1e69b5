package org.francophonie.dclic.identity.service;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.francophonie.dclic.identity.SessionEnd;
import org.francophonie.dclic.identity.domain.RecoveryCode;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Freshness;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.AuditEntry.Outcome;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.ids.HumanCode;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.start.Platform;
import org.francophonie.dclic.platform.start.Secrets;
import org.francophonie.dclic.rights.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept of second factors, and the rules that hold for each of their kinds. */
@Component
class FactorBook {
    private final JdbcClient sql;
    private final Freshness freshness;
    private final Throttle throttle;
    private final DeviceTokens devices;
    private final Sessions sessions;
    private final Profiles profiles;
    private final SetupCodes setupCodes;
    private final Secrets secrets;
    private final Platform platform;
    private final Trail trail;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    FactorBook(
            JdbcClient sql,
            Freshness freshness,
            Throttle throttle,
            DeviceTokens devices,
            Sessions sessions,
            Profiles profiles,
            SetupCodes setupCodes,
            Secrets secrets,
            Platform platform,
            Trail trail,
            Clock clock) {
        this.sql = sql;
        this.freshness = freshness;
        this.throttle = throttle;
        this.devices = devices;
        this.sessions = sessions;
        this.profiles = profiles;
        this.setupCodes = setupCodes;
        this.secrets = secrets;
        this.platform = platform;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whether she must have one. */
    boolean isRequired(PersonId person) {
        return platform.asksSecondFactor() && profiles.isStaff(person);
    }

    /** Since when she has one. */
    Optional<Instant> since(PersonId person) {
        return sql.sql("select set_at from identity.second_factor where person_id = ?")
                .param(person.value())
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    boolean hasApplication(PersonId person) {
        return sql.sql("select exists (select from identity.second_factor where person_id = ? and secret is not null)")
                .param(person.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * One more way, of whatever kind. What stands in the way of it is asked at once; within the transaction that keeps it,
     * {@link #take} asks again.
     *
     * @param first nothing was set up before
     * @param proves a setup code is asked for
     */
    record Adding(PersonId me, boolean first, boolean proves, Optional<String> setupCode) {}

    /** @param setupCode asked for when it is the first one of whoever needs one */
    Adding adding(PersonId me, Optional<String> setupCode) {
        var first = since(me).isEmpty();
        mayChange(me);
        var proves = first && isRequired(me);
        if (proves && setupCode.filter(code -> setupCodes.isGood(me, code)).isEmpty()) throw refused();
        return new Adding(me, first, proves, setupCode);
    }

    void take(Adding adding) {
        var me = adding.me();
        if (adding.proves() && !setupCodes.use(me, adding.setupCode().orElseThrow())) throw refused();
        if (adding.first() && !begin(me)) throw refused(); // somebody who has the secret as well was faster
        if (!lock(me)) throw refused(); // it was taken back meanwhile
    }

    /** The first one, of whatever kind; not when there is one already. */
    private boolean begin(PersonId person) {
        return sql.sql(
                                "insert into identity.second_factor (person_id, last_step, set_at) values (?, 0, ?) on conflict do nothing")
                        .param(person.value())
                        .param(Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    /** Until the end of the transaction nobody else changes it; false when there is none. */
    boolean lock(PersonId person) {
        return sql.sql("select 1 from identity.second_factor where person_id = ? for update")
                .param(person.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Whoever only has the secret may set up the first one, and change none. */
    void mayChange(PersonId me) {
        if (since(me).isPresent() && !Actors.current().proof().secondFactor()) throw refused();
        freshness.check();
    }

    AccessRefused refused() {
        trail.recordApart(AuditEntry.refusal(Right.CHANGE_OWN_ACCOUNT, me()));
        return new AccessRefused(Right.CHANGE_OWN_ACCOUNT);
    }

    /** Whoever came in by what was good before is out. */
    void changed(PersonId person, String act, Optional<UUID> here) {
        devices.forgetOthers(person, here);
        sessions.endOthers(person, here, SessionEnd.SECOND_FACTOR);
        profiles.standingChanged();
        trail.record(AuditEntry.command(Right.CHANGE_OWN_ACCOUNT)
                .named(act)
                .on("PersonId", person)
                .about(person));
    }

    /** Another list of codes; the one before is good for nothing any more. */
    List<String> freshCodes(PersonId person) {
        sql.sql("delete from identity.recovery_code where person_id = ?")
                .param(person.value())
                .update();
        var codes = RecoveryCode.list(random);
        for (var code : codes)
            sql.sql("insert into identity.recovery_code (person_id, hash) values (?, ?)")
                    .param(person.value())
                    .param(hash(person, code))
                    .update();
        return codes;
    }

    byte[] hash(PersonId person, String code) {
        return secrets.sign("recovery-code", (person + " " + HumanCode.bare(code)).getBytes(StandardCharsets.UTF_8));
    }

    /** With all that hangs on it. */
    void delete(PersonId person) {
        sql.sql("delete from identity.second_factor where person_id = ?")
                .param(person.value())
                .update();
    }

    /** Tries are counted by the device where it was proved before: guesses made elsewhere do not count there. */
    Throttle.Key tries(PersonId me, Optional<UUID> here) {
        return here.flatMap(session -> provedDevice(me, session))
                .map(device -> Throttle.Key.knownDevice(device, "second:" + me))
                .orElseGet(() -> tries(me));
    }

    Throttle.Key tries(PersonId me) {
        return Throttle.Key.account("second:" + me);
    }

    /** Whoever only knows the password has proved nothing on any device. */
    private Optional<String> provedDevice(PersonId me, UUID session) {
        return sql.sql("""
                        select s.device_id::text from identity.session s
                        where s.id = :session and s.person_id = :me and exists (
                            select from identity.session before
                            where before.device_id = s.device_id and before.person_id = s.person_id and before.second_factor)""")
                .param("session", session)
                .param("me", me.value())
                .query(String.class)
                .optional();
    }

    /** Tries are counted as at sign-in, in a bucket of their own. */
    <T> T counted(PersonId me, Throttle.Key tries, Supplier<Optional<T>> check) {
        throttle.require(tries);
        var result = check.get();
        if (result.isEmpty()) {
            trail.recordApart(
                    AuditEntry.signIn(Outcome.REFUSED).named("second-factor").about(me));
            throw new SignInRefused(SignInRefused.Reason.WRONG, 0);
        }
        throttle.forget(tries);
        return result.get();
    }

    static PersonId me() {
        return Actors.current().requirePerson();
    }
}
