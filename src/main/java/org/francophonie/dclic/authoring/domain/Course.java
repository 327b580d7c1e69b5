package org.francophonie.dclic.authoring.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.authoring.PublicationId;
import org.francophonie.dclic.platform.ids.CourseId;
import org.francophonie.dclic.platform.ids.PersonId;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.envers.Audited;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A course being written; what learners see of it is one of its publications. */
@Entity
@Audited
@Table(schema = "authoring")
public class Course {
    /** Where it stands in its life. */
    public enum Status {
        DRAFT,
        PUBLISHED,
        ARCHIVED
    }

    @Id
    private UUID id;

    private String code;
    private String slug;
    private @Nullable UUID ownerId;
    private @Nullable UUID groupId;

    @Enumerated(EnumType.STRING)
    private Status status;

    @JdbcTypeCode(SqlTypes.JSON)
    private String card;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable String quiz;

    private @Nullable UUID publication;
    private Instant createdAt;
    private Instant changedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Course() {}

    /** @param card the description as JSON */
    public Course(CourseId id, String code, String slug, Optional<PersonId> owner, String card, Instant now) {
        this.id = id.value();
        this.code = code;
        this.slug = slug;
        this.ownerId = owner.map(PersonId::value).orElse(null);
        this.card = card;
        this.status = Status.DRAFT;
        this.createdAt = now;
        this.changedAt = now;
    }

    /** The working copy is written anew; what learners see stays until the next publication. */
    public void rewrite(String slug, String card, Instant now) {
        this.slug = slug;
        this.card = card;
        this.quiz = null;
        this.changedAt = now;
    }

    /** @param quiz the step as JSON */
    public void endWith(String quiz) {
        this.quiz = quiz;
    }

    public Optional<String> quiz() {
        return Optional.ofNullable(quiz);
    }

    public void publish(PublicationId publication) {
        this.publication = publication.value();
        this.status = Status.PUBLISHED;
    }

    /**
     * Into the bin, or out of it again.
     *
     * @throws IllegalStateException when learners may follow it: what was published stays
     */
    public void discard(boolean discarded) {
        if (publication != null) throw new IllegalStateException("published");
        status = discarded ? Status.ARCHIVED : Status.DRAFT;
    }

    public boolean isDiscarded() {
        return status == Status.ARCHIVED;
    }

    public CourseId id() {
        return new CourseId(id);
    }

    public String code() {
        return code;
    }

    public String slug() {
        return slug;
    }

    public String card() {
        return card;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** When the working copy was last changed. */
    public Instant changedAt() {
        return changedAt;
    }

    public Optional<PublicationId> publication() {
        return Optional.ofNullable(publication).map(PublicationId::new);
    }
}
