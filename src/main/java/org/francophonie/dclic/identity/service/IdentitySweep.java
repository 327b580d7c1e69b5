package org.francophonie.dclic.identity.service;

import java.time.Duration;
import org.francophonie.dclic.platform.jobs.Recurring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets links, tokens and devices that are long over: what they told about people is not kept for ever. */
@Component
class IdentitySweep implements Recurring {
    private final JdbcClient sql;
    private final ErasureService erasures;
    private final MergedAccounts merged;

    IdentitySweep(JdbcClient sql, ErasureService erasures, MergedAccounts merged) {
        this.merged = merged;
        this.sql = sql;
        this.erasures = erasures;
    }

    @Override
    public String name() {
        return "identity-sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        erasures.eraseRefused();
        sql.sql("""
                update identity.people_import_row r set name = null, email = null, email_key = null, birth_year = null, country = null,
                    profile = null, until = null
                from identity.people_import i where i.id = r.import_id and i.created_at < now() - interval '30 days' and r.name is not null""").update();
        sql.sql("delete from identity.people_import where created_at < now() - interval '400 days'")
                .update();
        sql.sql(
                        "update identity.bulk set reason = null where created_at < now() - interval '30 days' and reason is not null")
                .update();
        sql.sql("delete from identity.bulk where created_at < now() - interval '400 days'"
                        + " or state = 'READY' and created_at < now() - interval '2 days'")
                .update();
        merged.forgetSignIn();
        sql.sql("delete from identity.one_time_link where expires_at < now() - interval '7 days'")
                .update();
        sql.sql("delete from identity.sign_in_token where expires_at < now()").update();
        sql.sql("delete from identity.device_person where at < now() - make_interval(days => ?)")
                .param((int) KnownDevices.AGE.toDays())
                .update();
        sql.sql("""
                delete from identity.device d where created_at < now() - interval '1 day'
                    and not exists (select from identity.device_person p where p.device_id = d.id)
                    and not exists (select from identity.class_device c where c.device_id = d.id)""").update();
    }
}
