package org.francophonie.dclic.identity.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ids.PersonId;
import org.hibernate.envers.Audited;

/** Somebody belongs to a group, or is responsible for it. */
@Entity
@Audited
@Table(schema = "identity")
@IdClass(Membership.Key.class)
public class Membership {
    /** The two halves of the key. */
    public record Key(UUID personId, UUID groupId) implements Serializable {}

    @Id
    private UUID personId;

    @Id
    private UUID groupId;

    private boolean manager;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Membership() {}

    public Membership(PersonId person, GroupId group, boolean manager) {
        personId = person.value();
        groupId = group.value();
        this.manager = manager;
    }

    public PersonId person() {
        return new PersonId(personId);
    }

    public boolean isManager() {
        return manager;
    }
}
