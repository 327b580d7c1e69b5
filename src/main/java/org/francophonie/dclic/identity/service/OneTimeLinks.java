package org.francophonie.dclic.identity.service;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
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

/** Links that come by mail: each is good once, for one purpose and for a time. */
@Component
class OneTimeLinks {
    /** What a link is good for. */
    enum Purpose {
        CONFIRM_ADDRESS(Duration.ofDays(7)),
        NEW_SECRET(Duration.ofHours(2)),
        GUARDIAN(Duration.ofDays(30)),
        /** Longer than anybody is a minor here: the state of the consent says whether it is still of use. */
        WITHDRAW_CONSENT(Duration.ofDays(6 * 366));

        private final Duration age;

        Purpose(Duration age) {
            this.age = age;
        }

        Duration age() {
            return age;
        }
    }

    /**
     * A link that is still good.
     *
     * @param addressKey the address to which it was sent: whoever has it reads that box
     */
    record Link(UUID id, PersonId person, String addressKey) {}

    private record Kept(Link link, byte[] hash) {}

    private final JdbcClient sql;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OneTimeLinks(JdbcClient sql, Ids ids, Clock clock) {
        this.sql = sql;
        this.ids = ids;
        this.clock = clock;
    }

    /** @return what stands at the end of the link's address */
    @Transactional
    public String make(Purpose purpose, PersonId person, String addressKey) {
        var secret = DeviceSecret.fresh(ids.next(), random);
        var now = clock.instant();
        sql.sql("""
                insert into identity.one_time_link (id, person_id, purpose, address_key, secret_hash, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .param(secret.id())
                .param(person.value())
                .param(purpose.name())
                .param(addressKey)
                .param(Secrets.fingerprint(secret.secret()))
                .param(Timestamp.from(now))
                .param(Timestamp.from(now.plus(purpose.age())))
                .update();
        return secret.cookie();
    }

    /** The link behind the text, if it is still good; looking does not use it up. */
    @Transactional(readOnly = true)
    public Optional<Link> look(Purpose purpose, String text) {
        return DeviceSecret.read(text)
                .flatMap(told -> sql.sql("""
                                select l.person_id, l.address_key, l.secret_hash
                                from identity.one_time_link l
                                join identity.person p on p.id = l.person_id and p.status = 'ACTIVE'
                                where l.id = ? and l.purpose = ? and l.used_at is null and l.expires_at > ?""")
                        .param(told.id())
                        .param(purpose.name())
                        .param(Timestamp.from(clock.instant()))
                        .query((row, _) -> new Kept(
                                new Link(
                                        told.id(),
                                        new PersonId(row.getObject("person_id", UUID.class)),
                                        row.getString("address_key")),
                                row.getBytes("secret_hash")))
                        .optional()
                        .filter(kept -> MessageDigest.isEqual(kept.hash(), Secrets.fingerprint(told.secret()))))
                .map(Kept::link);
    }

    /** Uses the link up; nothing when somebody else was faster. */
    @Transactional
    public Optional<Link> use(Purpose purpose, String text) {
        return look(purpose, text)
                .filter(link ->
                        sql.sql("update identity.one_time_link set used_at = ? where id = ? and used_at is null")
                                        .param(Timestamp.from(clock.instant()))
                                        .param(link.id())
                                        .update()
                                == 1);
    }

    /** Links for this purpose that have not been used are worth nothing any more. */
    @Transactional
    public void forget(Purpose purpose, PersonId person) {
        sql.sql("delete from identity.one_time_link where person_id = ? and purpose = ? and used_at is null")
                .param(person.value())
                .param(purpose.name())
                .update();
    }
}
