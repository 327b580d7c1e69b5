package org.francophonie.dclic.identity.service;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.ids.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How somebody signed in to an account that has become one with another is kept no longer than there is a way back. */
@Component
class MergedAccounts {
    private static final List<String> TABLES =
            List.of("sign_in_token", "second_factor", "one_time_link", "device_person", "account");

    private final JdbcClient sql;
    private final Trail trail;
    private final Clock clock;

    MergedAccounts(JdbcClient sql, Trail trail, Clock clock) {
        this.sql = sql;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public void forgetSignIn() {
        sql.sql("""
                        select gone from identity.merge m where undone_at is null and merged_at < ?
                            and exists (select from identity.account a where a.person_id = m.gone) limit 500""")
                .param(Timestamp.from(clock.instant().minus(MergedPeople.UNDO)))
                .query(UUID.class)
                .list()
                .forEach(id -> forget(new PersonId(id)));
    }

    private void forget(PersonId gone) {
        TABLES.forEach(table -> sql.sql("delete from identity." + table + " where person_id = ?")
                .param(gone.value())
                .update());
        trail.record(AuditEntry.command(Right.MERGE_PEOPLE)
                .named("forget-sign-in")
                .on("PersonId", gone)
                .about(gone));
    }
}
