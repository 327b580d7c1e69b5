package org.francophonie.dclic.rights.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A group below another, or itself: the closure of the tree. */
@Entity
@Immutable
@Table(schema = "rights")
@IdClass(Branch.Key.class)
public class Branch {
    /** The group above and the group below. */
    public record Key(UUID ancestorId, UUID groupId) implements Serializable {}

    @Id
    private UUID ancestorId;

    @Id
    private UUID groupId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Branch() {}
}
