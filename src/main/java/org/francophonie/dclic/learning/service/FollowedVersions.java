package org.francophonie.dclic.learning.service;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.francophonie.dclic.authoring.PublicationId;
import org.francophonie.dclic.authoring.PublicationUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versions that learners follow, or have finished. */
@Component
class FollowedVersions implements PublicationUse {
    private final JdbcClient sql;

    FollowedVersions(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public Set<PublicationId> inUse(Collection<PublicationId> versions) {
        return new HashSet<>(
                sql.sql("select distinct publication_id from learning.enrolment where publication_id = any(?)")
                        .param(versions.stream().map(PublicationId::value).toArray(UUID[]::new))
                        .query((row, _) -> new PublicationId(row.getObject(1, UUID.class)))
                        .list());
    }
}
