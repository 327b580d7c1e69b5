package org.francophonie.dclic.authoring.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.repository.Repository;

/** Courses being written. */
public interface CourseRepository extends Repository<Course, UUID>, JpaSpecificationExecutor<Course> {
    Course save(Course course);

    /** For a course whose rows are written by SQL next. */
    Course saveAndFlush(Course course);

    Optional<Course> findById(UUID id);

    boolean existsByCode(String code);
}
