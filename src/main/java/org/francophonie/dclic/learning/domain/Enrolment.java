package org.francophonie.dclic.learning.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.authoring.LessonId;
import org.francophonie.dclic.authoring.PublicationId;
import org.francophonie.dclic.learning.EnrolmentId;
import org.francophonie.dclic.platform.ids.CourseId;
import org.francophonie.dclic.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;

/** One learner's place on one course, from enrolment to completion; it stays on the version it began with. */
@Entity
@Table(schema = "learning")
public class Enrolment {
    /** Where it stands. */
    public enum Status {
        ACTIVE,
        COMPLETED,
        WITHDRAWN
    }

    @Id
    private UUID id;

    private UUID learnerId;
    private UUID courseId;
    private UUID publicationId;

    @Enumerated(EnumType.STRING)
    private Status status;

    private Instant enrolledAt;
    private @Nullable Instant completedAt;
    private @Nullable UUID placeLesson;
    private int placeBlock;
    private @Nullable Instant placeAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Enrolment() {}

    public Enrolment(EnrolmentId id, PersonId learner, CourseId course, PublicationId publication, Instant now) {
        this.id = id.value();
        learnerId = learner.value();
        courseId = course.value();
        publicationId = publication.value();
        status = Status.ACTIVE;
        enrolledAt = now;
    }

    /** Here the learner goes on next time, on whatever device. */
    public void rest(LessonId lesson, int block, Instant now) {
        placeLesson = lesson.value();
        placeBlock = Math.max(0, block);
        placeAt = now;
    }

    /** Once complete it stays so, with its first date. */
    public void complete(Instant now) {
        if (status != Status.ACTIVE) return;
        status = Status.COMPLETED;
        completedAt = now;
    }

    public EnrolmentId id() {
        return new EnrolmentId(id);
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    public PersonId learner() {
        return new PersonId(learnerId);
    }

    public CourseId course() {
        return new CourseId(courseId);
    }

    public PublicationId publication() {
        return new PublicationId(publicationId);
    }

    public Optional<Instant> completedAt() {
        return Optional.ofNullable(completedAt);
    }

    public Optional<LessonId> placeLesson() {
        return Optional.ofNullable(placeLesson).map(LessonId::new);
    }

    public int placeBlock() {
        return placeBlock;
    }

    /** When the learner was last here. */
    public Instant lastAt() {
        return placeAt == null ? enrolledAt : placeAt;
    }
}
