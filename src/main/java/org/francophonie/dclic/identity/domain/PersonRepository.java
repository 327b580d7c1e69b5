package org.francophonie.dclic.identity.domain;

import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.platform.ids.PersonId;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.repository.Repository;

/** People. */
public interface PersonRepository extends Repository<Person, UUID>, JpaSpecificationExecutor<Person> {
    Person save(Person person);

    /** So that rows that refer to the person can be written by SQL next. */
    Person saveAndFlush(Person person);

    Optional<Person> findById(UUID id);

    /** Somebody who is not erased. */
    default Optional<Person> findPresent(PersonId id) {
        return findById(id.value()).filter(person -> !person.isErased());
    }

    Optional<Person> findByCode(String code);

    boolean existsByCode(String code);
}
