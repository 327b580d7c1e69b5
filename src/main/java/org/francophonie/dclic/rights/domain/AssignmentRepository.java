package org.francophonie.dclic.rights.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/** Who holds which profile. */
public interface AssignmentRepository extends Repository<Assignment, UUID> {
    Assignment save(Assignment assignment);

    Assignment saveAndFlush(Assignment assignment);

    Optional<Assignment> findByIdAndPersonId(UUID id, UUID person);

    List<Assignment> findByPersonIdAndProfile(UUID person, String profile);

    void delete(Assignment assignment);

    void flush();

    /** What a person holds at an instant, itself or through a group or a group above it. */
    @NativeQuery("""
        select a.* from rights.assignment a join rights.profile p on p.code = a.profile
        where p.active and a.valid_from <= :at and (a.valid_to is null or a.valid_to > :at)
          and (a.person_id = :person or a.group_id in (
            select b.ancestor_id from rights.branch b join rights.member m on m.group_id = b.group_id where m.person_id = :person))
        """)
    List<Assignment> heldBy(UUID person, Instant at);

    List<Assignment> findByGroupIdOrderByProfile(UUID group);

    Optional<Assignment> findByIdAndGroupId(UUID id, UUID group);

    /** What belonging to a group gives, now or later: by itself or a group above it. */
    @NativeQuery("""
        select a.* from rights.assignment a join rights.branch b on b.ancestor_id = a.group_id
        where b.group_id = :group and (a.valid_to is null or a.valid_to > now())
        """)
    List<Assignment> givenTo(UUID group);

    boolean existsByPersonIdAndProfile(UUID person, String profile);

    void deleteByPersonIdAndProfile(UUID person, String profile);
}
