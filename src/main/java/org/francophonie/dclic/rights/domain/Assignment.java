package org.francophonie.dclic.rights.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ids.PersonId;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** One profile held by a person, or by every member of a group, perhaps until a date, perhaps for one group only. */
@Entity
@Audited
@Table(schema = "rights")
public class Assignment {
    @Id
    private UUID id;

    private @Nullable UUID personId;
    private @Nullable UUID groupId;
    private String profile;
    private @Nullable UUID scopeGroup;
    private Instant validFrom;
    private @Nullable Instant validTo;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Assignment() {}

    private Assignment(UUID id, String profile, Instant from) {
        this.id = id;
        this.profile = profile;
        this.validFrom = from;
    }

    public static Assignment toPerson(UUID id, PersonId person, String profile, Instant from) {
        var assignment = new Assignment(id, profile, from);
        assignment.personId = person.value();
        return assignment;
    }

    public static Assignment toGroup(UUID id, GroupId group, String profile, Instant from) {
        var assignment = new Assignment(id, profile, from);
        assignment.groupId = group.value();
        return assignment;
    }

    /** Limits the profile to one group and those below it. */
    public Assignment within(GroupId group) {
        scopeGroup = group.value();
        return this;
    }

    public Assignment until(Instant end) {
        if (!end.isAfter(validFrom)) throw new IllegalArgumentException("an assignment ends after it begins");
        validTo = end;
        return this;
    }

    /** It ends then, or never. */
    public Assignment lasting(Optional<Instant> end) {
        validTo = null;
        end.ifPresent(this::until);
        return this;
    }

    public UUID id() {
        return id;
    }

    public String profile() {
        return profile;
    }

    /** The group whose members hold the profile; nothing when it was given to a person. */
    public Optional<UUID> throughGroup() {
        return Optional.ofNullable(groupId);
    }

    public Instant beginning() {
        return validFrom;
    }

    public Optional<Instant> end() {
        return Optional.ofNullable(validTo);
    }

    public Optional<UUID> scopeGroup() {
        return Optional.ofNullable(scopeGroup);
    }
}
