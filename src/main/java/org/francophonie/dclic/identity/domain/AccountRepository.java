package org.francophonie.dclic.identity.domain;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Accounts, by address. */
public interface AccountRepository extends Repository<Account, UUID> {
    Account save(Account account);

    Optional<Account> findById(UUID person);

    Optional<Account> findByEmailKey(String key);

    boolean existsByEmailKey(String key);
}
