package org.francophonie.dclic.identity.service;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.platform.ids.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows which accounts have become one. */
@Component
public class MergedPeople {
    private final JdbcClient sql;

    MergedPeople(JdbcClient sql) {
        this.sql = sql;
    }

    /** The account that is used instead of this one. */
    public Optional<PersonId> into(PersonId gone) {
        return sql.sql("select kept from identity.merge where gone = ? and undone_at is null")
                .param(gone.value())
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    /** The accounts that have gone over to this one. */
    public List<PersonId> from(PersonId kept) {
        return sql
                .sql("select gone from identity.merge where kept = ? and undone_at is null order by merged_at")
                .param(kept.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }
}
