package org.francophonie.dclic.identity.service;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.francophonie.dclic.platform.ids.HumanCode;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.start.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes by which somebody who needs a second factor sets up the first one: sent to her address, or given by an administrator
 * who has made sure who she is. Eight characters, about 39 random bits, good once and for a short time.
 */
@Component
class SetupCodes {
    static final Duration AGE = Duration.ofHours(2);

    private static final String PURPOSE = "SECOND_FACTOR";
    private static final int HALF = 4;

    private final JdbcClient sql;
    private final Secrets secrets;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SetupCodes(JdbcClient sql, Secrets secrets, Ids ids, Clock clock) {
        this.sql = sql;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param addressKey where it goes; empty when it goes by hand */
    @Transactional
    public String make(PersonId person, String addressKey) {
        var code = HumanCode.letters(HALF, random) + "-" + HumanCode.letters(HALF, random);
        var now = clock.instant();
        sql.sql("""
                insert into identity.one_time_link (id, person_id, purpose, address_key, secret_hash, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .param(ids.next())
                .param(person.value())
                .param(PURPOSE)
                .param(addressKey)
                .param(hash(person, code))
                .param(Timestamp.from(now))
                .param(Timestamp.from(now.plus(AGE)))
                .update();
        return code;
    }

    private byte[] hash(PersonId person, String code) {
        return secrets.sign("setup-code", (person + " " + HumanCode.bare(code)).getBytes(StandardCharsets.UTF_8));
    }

    /** Looking does not use it up. */
    @Transactional(readOnly = true)
    public boolean isGood(PersonId person, String typed) {
        return sql.sql("select exists (select from identity.one_time_link where person_id = ? and purpose = ?"
                        + " and secret_hash = ? and used_at is null and expires_at > ?)")
                .param(person.value())
                .param(PURPOSE)
                .param(hash(person, typed))
                .param(Timestamp.from(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** Uses it up, with all others of the person; false when it is good no more. */
    @Transactional
    public boolean use(PersonId person, String typed) {
        if (!isGood(person, typed)) return false;
        return sql.sql(
                                "update identity.one_time_link set used_at = ? where person_id = ? and purpose = ? and used_at is null")
                        .param(Timestamp.from(clock.instant()))
                        .param(person.value())
                        .param(PURPOSE)
                        .update()
                > 0;
    }
}
