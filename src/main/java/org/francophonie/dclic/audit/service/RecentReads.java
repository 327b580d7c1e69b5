package org.francophonie.dclic.audit.service;

import java.util.List;
import java.util.UUID;
import org.francophonie.dclic.platform.access.ReadingLimit;
import org.francophonie.dclic.platform.errors.Allowance;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many people somebody has looked at within an hour, on all nodes together; each counts once. */
@Component
class RecentReads {
    private static final Logger LOG = LoggerFactory.getLogger(RecentReads.class);

    private final JdbcClient sql;
    private final ObjectProvider<SettingService> settings;
    private final Allowance alarms = new Allowance(5);

    RecentReads(JdbcClient sql, ObjectProvider<SettingService> settings) {
        this.sql = sql;
        this.settings = settings;
    }

    /** @throws ReadingLimit when it was more than the setting allows */
    void check(PersonId actor) {
        int most = settings.getObject().value(Setting.READS_AN_HOUR);
        int read = sql.sql(
                        "select count(*)::int from audit.recent_read where actor = ? and at > now() - interval '1 hour'")
                .param(actor.value())
                .query(Integer.class)
                .single();
        if (read <= most) return;
        if (alarms.isOneMore()) LOG.error("{} has looked at {} people within an hour, and was stopped", actor, read);
        throw new ReadingLimit();
    }

    void note(UUID actor, List<PersonId> subjects) {
        sql.sql("""
                insert into audit.recent_read (actor, subject, at)
                select :actor, subject, now() from unnest(cast(:subjects as uuid[])) subject where subject <> :actor
                on conflict (actor, subject) do update set at = excluded.at""")
                .param("actor", actor)
                .param(
                        "subjects",
                        "{"
                                + String.join(
                                        ",",
                                        subjects.stream()
                                                .distinct()
                                                .map(PersonId::toString)
                                                .toList()) + "}")
                .update();
    }

    void forgetOld() {
        sql.sql("delete from audit.recent_read where at < now() - interval '1 day'")
                .update();
    }
}
