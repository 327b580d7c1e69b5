package org.francophonie.dclic.rights;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Who belongs to which group, kept for filters: the one table that any module's scope rule may join. */
@Entity
@Immutable
@Table(schema = "rights", name = "member")
@IdClass(Member.Key.class)
public class Member {
    /** The two halves of the key. */
    public record Key(UUID personId, UUID groupId) implements Serializable {}

    @Id
    private UUID personId;

    @Id
    private UUID groupId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Member() {}
}
