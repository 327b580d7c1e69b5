package org.francophonie.dclic.identity.service;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.start.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Browsers in which somebody has signed in, known by a secret in a cookie. There a PIN is enough, and guesses made elsewhere
 * do not keep the owner out. Signing in asks for the secret all the same: a known device lets nobody in by itself.
 */
@Component
class KnownDevices {
    /** As long as browsers keep a cookie (RFC 6265bis). */
    static final Duration AGE = Duration.ofDays(400);

    /** A device with the value of its cookie. */
    record Device(UUID id, String cookie) {}

    private final JdbcClient sql;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    KnownDevices(JdbcClient sql, Ids ids, Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    /** The device behind a cookie, when it is one of ours. */
    @Transactional(readOnly = true)
    public Optional<Device> find(String cookie) {
        return DeviceSecret.read(cookie)
                .filter(told -> sql.sql("select secret_hash from identity.device where id = ?")
                        .param(told.id())
                        .query((row, _) -> row.getBytes("secret_hash"))
                        .optional()
                        .filter(kept -> MessageDigest.isEqual(kept, Secrets.fingerprint(told.secret())))
                        .isPresent())
                .map(told -> new Device(told.id(), cookie));
    }

    /**
     * Has this person signed in on it before, or does it serve a class of hers?
     *
     * @return the place for which tries are counted, when it is known: the device, or all devices of classes together, because
     *     a trainer may give as many as there are
     */
    @Transactional(readOnly = true)
    public Optional<String> knows(UUID device, PersonId person) {
        return sql.sql("""
                        select case
                            when exists (select from identity.device_person
                                where device_id = :device and person_id = :person and at > :since) then :device::text
                            when exists (select from identity.class_device d join identity.membership m on m.group_id = d.group_id
                                where d.device_id = :device and m.person_id = :person and not m.manager) then 'class'
                            end""")
                .param("device", device)
                .param("person", person.value())
                .param("since", Timestamp.from(clock.instant().minus(AGE)))
                .query((row, _) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    /** The person has signed in: the device, or a new one, knows them from now on. */
    @Transactional
    public Device meet(Optional<Device> known, PersonId person) {
        var device = known.orElseGet(this::fresh);
        sql.sql("""
                insert into identity.device_person (device_id, person_id, at) values (?, ?, ?)
                on conflict (device_id, person_id) do update set at = excluded.at""")
                .param(device.id())
                .param(person.value())
                .param(Timestamp.from(clock.instant()))
                .update();
        return device;
    }

    /** None but that of this session: a PIN opens nothing there any more. */
    @Transactional
    public void forgetOthers(PersonId person, Optional<UUID> here) {
        sql.sql("""
                        delete from identity.device_person where person_id = :person
                            and device_id is distinct from (select device_id from identity.session where id = :here)""")
                .param("person", person.value())
                .param("here", here.orElse(null), Types.OTHER)
                .update();
    }

    private Device fresh() {
        var device = DeviceSecret.fresh(ids.next(), random);
        sql.sql("insert into identity.device (id, secret_hash, created_at) values (?, ?, ?)")
                .param(device.id())
                .param(Secrets.fingerprint(device.secret()))
                .param(Timestamp.from(clock.instant()))
                .update();
        return new Device(device.id(), device.cookie());
    }
}
