package org.francophonie.dclic.identity.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** What guardians said, by the minor concerned. */
public interface ConsentRepository extends Repository<Consent, UUID> {
    Consent save(Consent consent);

    Consent saveAndFlush(Consent consent);

    Optional<Consent> findById(UUID person);
}
