package org.francophonie.dclic.learning.domain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/** Places on courses. */
public interface EnrolmentRepository extends Repository<Enrolment, UUID> {
    Enrolment saveAndFlush(Enrolment enrolment);

    Enrolment save(Enrolment enrolment);

    Optional<Enrolment> findById(UUID id);

    Optional<Enrolment> findByLearnerIdAndCourseId(UUID learnerId, UUID courseId);

    List<Enrolment> findByLearnerIdAndCourseIdIn(UUID learnerId, Collection<UUID> courseIds);

    /** The learner's courses, last visited first. */
    @NativeQuery("""
        select * from learning.enrolment where learner_id = :learner and status <> 'WITHDRAWN'
        order by coalesce(place_at, enrolled_at) desc, id limit :most
        """)
    List<Enrolment> ofLearner(UUID learner, int most);
}
