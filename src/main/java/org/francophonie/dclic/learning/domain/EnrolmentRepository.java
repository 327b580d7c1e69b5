package org.francophonie.dclic.learning.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Places on courses. */
public interface EnrolmentRepository extends Repository<Enrolment, UUID> {
    Enrolment saveAndFlush(Enrolment enrolment);

    Enrolment save(Enrolment enrolment);

    Optional<Enrolment> findById(UUID id);

    Optional<Enrolment> findByLearnerIdAndCourseId(UUID learnerId, UUID courseId);

    List<Enrolment> findByLearnerIdAndCourseIdIn(UUID learnerId, Collection<UUID> courseIds);

    /** The learner's courses, last visited first. */
    @Query("""
        select e from Enrolment e where e.learnerId = :learner and e.status <> 'WITHDRAWN'
        order by coalesce(e.placeAt, e.enrolledAt) desc, e.id
        """)
    List<Enrolment> ofLearner(UUID learner, Limit most);
}
