package org.francophonie.dclic.rights.screens;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ui.Surface;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.envers.Audited;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What a profile or a group sees of one surface. */
@Entity
@Audited
@Table(schema = "rights", name = "screen_plan")
class PlanRow {
    @Id
    private UUID id;

    private @Nullable String profile;
    private @Nullable UUID groupId;

    @Enumerated(EnumType.STRING)
    private Surface surface;

    @JdbcTypeCode(SqlTypes.JSON)
    private String parts;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected PlanRow() {}

    /** @param parts the lines as JSON */
    PlanRow(UUID id, PlanOwner owner, Surface surface, String parts) {
        this.id = id;
        this.profile = owner.profile().orElse(null);
        this.groupId = owner.group().map(GroupId::value).orElse(null);
        this.surface = surface;
        this.parts = parts;
    }

    void rewrite(String parts) {
        this.parts = parts;
    }

    String parts() {
        return parts;
    }

    long version() {
        return version == null ? 0 : version;
    }
}
