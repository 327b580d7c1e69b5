package org.francophonie.dclic.rights;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Who holds which profile now, directly or through a group, for filters of any module. */
@Entity
@Immutable
@Table(schema = "rights", name = "held")
@IdClass(Held.Key.class)
public class Held {
    /** The two halves of the key. */
    public record Key(UUID personId, String profile) implements Serializable {}

    @Id
    private UUID personId;

    @Id
    private String profile;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Held() {}
}
