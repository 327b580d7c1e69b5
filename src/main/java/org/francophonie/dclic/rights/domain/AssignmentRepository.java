package org.francophonie.dclic.rights.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Who holds which profile. */
public interface AssignmentRepository extends Repository<Assignment, UUID> {
    Assignment save(Assignment assignment);

    /** What a person holds at an instant, itself or through a group or a group above it. */
    @Query("""
        select a from Assignment a, Profile p
        where p.code = a.profile and p.active
          and a.validFrom <= :at and (a.validTo is null or a.validTo > :at)
          and (a.personId = :person or a.groupId in (
            select b.ancestorId from Branch b, Member m where m.personId = :person and m.groupId = b.groupId))
        """)
    List<Assignment> heldBy(UUID person, Instant at);

    boolean existsByPersonIdAndProfile(UUID person, String profile);
}
