package org.francophonie.dclic.identity.service;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.identity.SessionEnd;
import org.francophonie.dclic.identity.domain.Account;
import org.francophonie.dclic.identity.domain.AccountRepository;
import org.francophonie.dclic.identity.service.OneTimeLinks.Purpose;
import org.springframework.stereotype.Component;

/** Another secret opens an account from now on, and nothing that was opened or begun with the former one goes on. */
@Component
class SecretRenewal {
    private final AccountRepository accounts;
    private final OneTimeLinks links;
    private final DeviceTokens devices;
    private final Sessions sessions;
    private final Clock clock;

    SecretRenewal(
            AccountRepository accounts, OneTimeLinks links, DeviceTokens devices, Sessions sessions, Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.devices = devices;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * Within the caller's transaction. An address that was claimed is given up: somebody else may have given it on a shared
     * device or in a session left open.
     *
     * @param here the session that goes on; none where the person is not signed in
     */
    void renew(Account account, Account.Secret kind, String hash, Optional<UUID> here) {
        var person = account.person();
        account.renew(kind, hash, clock.instant());
        account.dropClaim();
        accounts.save(account);
        links.forget(Purpose.NEW_SECRET, person);
        links.forget(Purpose.CONFIRM_ADDRESS, person);
        devices.forgetOthers(person, here);
        sessions.endOthers(person, here, SessionEnd.NEW_SECRET);
    }
}
