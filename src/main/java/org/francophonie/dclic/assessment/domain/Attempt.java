package org.francophonie.dclic.assessment.domain;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.assessment.AttemptId;
import org.francophonie.dclic.platform.ids.CourseId;
import org.francophonie.dclic.platform.ids.PersonId;
import org.jspecify.annotations.Nullable;

/** One try of one learner at one version of a quiz. */
@Entity
@Table(schema = "assessment")
public class Attempt {
    /** Open until it is handed in; then it never changes. */
    public enum State {
        OPEN,
        SUBMITTED
    }

    /**
     * What it gave.
     *
     * @param timedOut it was handed in because the time given was over
     */
    public record Result(double points, double outOf, boolean passed, Instant at, boolean timedOut) {}

    @Id
    private UUID id;

    private UUID quizVersionId;
    private UUID learnerId;
    private UUID courseId;
    private int number;
    private long seed;

    @Enumerated(EnumType.STRING)
    private State state;

    private Instant startedAt;
    private @Nullable Instant endsAt;
    private @Nullable Instant submittedAt;
    private boolean timedOut;
    private @Nullable BigDecimal points;
    private @Nullable BigDecimal maxPoints;
    private @Nullable Boolean passed;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Attempt() {}

    /** @param endsAt when the time given is over, empty for as long as one likes */
    public Attempt(
            AttemptId id,
            UUID quizVersion,
            PersonId learner,
            CourseId course,
            int number,
            long seed,
            Instant now,
            Optional<Instant> endsAt) {
        this.id = id.value();
        this.quizVersionId = quizVersion;
        this.learnerId = learner.value();
        this.courseId = course.value();
        this.number = number;
        this.seed = seed;
        this.state = State.OPEN;
        this.startedAt = now;
        this.endsAt = endsAt.orElse(null);
    }

    /** @param passMark in percent */
    public void handIn(double points, double outOf, int passMark, Instant now) {
        if (state == State.SUBMITTED) return;
        this.points = BigDecimal.valueOf(points);
        this.maxPoints = BigDecimal.valueOf(outOf);
        this.passed = outOf > 0 && points / outOf * 100 >= passMark - 1e-9;
        this.timedOut = isOver(now);
        this.submittedAt = timedOut ? endsAt : now;
        this.state = State.SUBMITTED;
    }

    public Optional<Result> result() {
        if (points == null || maxPoints == null || passed == null || submittedAt == null) return Optional.empty();
        return Optional.of(new Result(points.doubleValue(), maxPoints.doubleValue(), passed, submittedAt, timedOut));
    }

    public AttemptId id() {
        return new AttemptId(id);
    }

    public UUID quizVersion() {
        return quizVersionId;
    }

    public CourseId course() {
        return new CourseId(courseId);
    }

    public PersonId learner() {
        return new PersonId(learnerId);
    }

    public int number() {
        return number;
    }

    public long seed() {
        return seed;
    }

    public Optional<Instant> endsAt() {
        return Optional.ofNullable(endsAt);
    }

    /** Whether the time given was over then. */
    public boolean isOver(Instant then) {
        return endsAt != null && endsAt.isBefore(then);
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
