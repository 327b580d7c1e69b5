package org.francophonie.dclic.identity.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Who belongs to which group. */
public interface MembershipRepository extends Repository<Membership, Membership.Key> {
    Membership save(Membership membership);

    void delete(Membership membership);

    Optional<Membership> findByPersonIdAndGroupId(UUID person, UUID group);

    int countByGroupIdAndManagerFalse(UUID group);
}
