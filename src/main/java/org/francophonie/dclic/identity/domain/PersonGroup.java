package org.francophonie.dclic.identity.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.platform.ids.GroupId;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** People who belong together: an organisation, a programme, a cohort, a class. */
@Entity
@Audited
@Table(schema = "identity", name = "person_group")
public class PersonGroup {
    public static final int LONGEST_NAME = 80;

    /** What kind of group it is. */
    public enum Kind {
        ORGANISATION,
        PROGRAMME,
        COHORT,
        CLASS;

        /** Organisations hold everything, programmes cohorts and classes, cohorts classes, classes nothing. */
        public boolean mayHold(Kind other) {
            return compareTo(other) < 0 || this == ORGANISATION && other == ORGANISATION;
        }
    }

    @Id
    private UUID id;

    private @Nullable UUID parentId;
    private String name;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable String country;
    private Instant createdAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected PersonGroup() {}

    /** @param country where its learners live, ISO 3166-1 alpha-2: their ages are judged by its law; a class has one */
    public PersonGroup(GroupId id, String name, Kind kind, @Nullable String country, Instant now) {
        this.id = id.value();
        this.name = name;
        this.kind = kind;
        this.country = country;
        createdAt = now;
    }

    public void rename(String name) {
        this.name = name;
    }

    /** Puts it below another group, or at the top. */
    public void move(Optional<GroupId> parent) {
        parentId = parent.map(GroupId::value).orElse(null);
    }

    public GroupId id() {
        return new GroupId(id);
    }

    public String name() {
        return name;
    }

    public Kind kind() {
        return kind;
    }

    public Optional<GroupId> parent() {
        return Optional.ofNullable(parentId).map(GroupId::new);
    }

    public long version() {
        return version == null ? 0 : version;
    }

    public Optional<String> country() {
        return Optional.ofNullable(country);
    }
}
