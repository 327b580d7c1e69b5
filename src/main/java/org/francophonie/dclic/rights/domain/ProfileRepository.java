package org.francophonie.dclic.rights.domain;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The profiles; a few dozen. */
public interface ProfileRepository extends Repository<Profile, String> {
    List<Profile> findAllByOrderByCode();

    Optional<Profile> findByCode(String code);

    boolean existsByCode(String code);

    Profile saveAndFlush(Profile profile);
}
