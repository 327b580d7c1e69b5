package org.francophonie.dclic.audit.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.envers.RevisionEntity;
import org.hibernate.envers.RevisionNumber;
import org.hibernate.envers.RevisionTimestamp;
import org.jspecify.annotations.Nullable;

/** One transaction that changed content: when, who, and within which operation. */
@Entity
@Table(schema = "audit")
@RevisionEntity(RevisionStamp.class)
public class Revision {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "revision")
    @SequenceGenerator(name = "revision", schema = "audit", sequenceName = "revision_seq", allocationSize = 50)
    @RevisionNumber
    private long rev;

    @RevisionTimestamp
    private Instant at;

    private @Nullable UUID actor;
    private @Nullable String job;
    private UUID operationId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Revision() {}

    void stamp(@Nullable UUID actor, @Nullable String job, UUID operation) {
        this.actor = actor;
        this.job = job;
        this.operationId = operation;
    }

    public long number() {
        return rev;
    }
}
