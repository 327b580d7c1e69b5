package org.francophonie.dclic.assessment.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Tries at quizzes. */
public interface AttemptRepository extends Repository<Attempt, UUID> {
    Attempt saveAndFlush(Attempt attempt);

    Optional<Attempt> findById(UUID id);

    List<Attempt> findByLearnerIdAndQuizVersionIdOrderByNumberDesc(UUID learner, UUID quizVersion);
}
