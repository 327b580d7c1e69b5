package org.francophonie.dclic.identity.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/** Accounts, by address. */
public interface AccountRepository extends Repository<Account, UUID> {
    Account save(Account account);

    Account saveAndFlush(Account account);

    Optional<Account> findById(UUID person);

    Optional<Account> findByEmailKey(String key);

    boolean existsByEmailKey(String key);

    /** Who says that this is her address, latest sign-in on that device first. */
    @NativeQuery("""
            select a.* from identity.account a join identity.device_person d on d.person_id = a.person_id
            where a.claimed_key = :key and d.device_id = :device order by d.at desc limit 1""")
    Optional<Account> claimedOn(UUID device, String key);

    /** Who says that this is their address, last change first. */
    List<Account> findFirst2ByClaimedKeyOrderByChangedAtDesc(String key);
}
