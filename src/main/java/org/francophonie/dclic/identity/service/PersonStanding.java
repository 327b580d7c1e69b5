package org.francophonie.dclic.identity.service;

import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.start.Platform;
import org.francophonie.dclic.rights.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads whether a person is active, and how she is recognised. A change raises the version of the rights, so that every node notices. */
@Component
class PersonStanding implements Standing {
    private final JdbcClient sql;
    private final Platform platform;

    PersonStanding(JdbcClient sql, Platform platform) {
        this.sql = sql;
        this.platform = platform;
    }

    @Override
    public boolean isActive(PersonId person) {
        return sql.sql("select exists (select from identity.person where id = ? and status = 'ACTIVE')")
                .param(person.value())
                .query(Boolean.class)
                .single();
    }

    /** The staff does; and whoever wanted it. */
    @Override
    public boolean needsSecondFactor(PersonId person, boolean staff) {
        return staff && platform.asksSecondFactor()
                || sql.sql("select exists (select from identity.second_factor where person_id = ?)")
                        .param(person.value())
                        .query(Boolean.class)
                        .single();
    }
}
