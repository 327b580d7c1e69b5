package org.francophonie.dclic.identity.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.repository.Repository;

/** Groups of people. */
public interface PersonGroupRepository extends Repository<PersonGroup, UUID>, JpaSpecificationExecutor<PersonGroup> {
    PersonGroup save(PersonGroup group);

    /** So that rows that refer to the group can be written by SQL next. */
    PersonGroup saveAndFlush(PersonGroup group);

    Optional<PersonGroup> findById(UUID id);

    void delete(PersonGroup group);
}
