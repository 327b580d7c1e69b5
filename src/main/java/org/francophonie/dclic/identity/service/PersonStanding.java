package org.francophonie.dclic.identity.service;

import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.rights.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads whether a person is active. A change raises the version of the rights, so that every node notices. */
@Component
class PersonStanding implements Standing {
    private final JdbcClient sql;

    PersonStanding(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public boolean isActive(PersonId person) {
        return sql.sql("select exists (select from identity.person where id = ? and status = 'ACTIVE')")
                .param(person.value())
                .query(Boolean.class)
                .single();
    }
}
