package org.francophonie.dclic.identity.service;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.platform.ids.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows which accounts have become one. */
@Component
public class MergedPeople {
    /** So long a mistake can be put right. */
    public static final Duration UNDO = Duration.ofDays(30);

    private final JdbcClient sql;
    private final Clock clock;

    MergedPeople(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The account that is used instead of this one. */
    public Optional<PersonId> into(PersonId gone) {
        return sql.sql("select kept from identity.merge where gone = ? and undone_at is null")
                .param(gone.value())
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    /** The accounts that have gone over to this one, the latest last. */
    public List<PersonId> from(PersonId kept) {
        return from(kept, clock.instant().plus(UNDO));
    }

    /** Those of them that went over so long ago that there is no way back. */
    public List<PersonId> forGood(PersonId kept) {
        return from(kept, clock.instant().minus(UNDO));
    }

    private List<PersonId> from(PersonId kept, Instant before) {
        return sql
                .sql(
                        "select gone from identity.merge where kept = ? and undone_at is null and merged_at < ? order by merged_at, id")
                .param(kept.value())
                .param(Timestamp.from(before))
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }
}
