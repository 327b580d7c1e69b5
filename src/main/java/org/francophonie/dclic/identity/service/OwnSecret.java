package org.francophonie.dclic.identity.service;

import org.francophonie.dclic.identity.domain.Account;
import org.francophonie.dclic.identity.domain.AccountRepository;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.AuditEntry.Outcome;
import org.francophonie.dclic.platform.audit.Trail;
import org.springframework.stereotype.Component;

/** Asks somebody who is signed in for her secret once more, before what cannot be undone. */
@Component
class OwnSecret {
    private static final int LONGEST = 200;

    private final AccountRepository accounts;
    private final PasswordHashing hashing;
    private final Throttle throttle;
    private final Trail trail;

    OwnSecret(AccountRepository accounts, PasswordHashing hashing, Throttle throttle, Trail trail) {
        this.accounts = accounts;
        this.hashing = hashing;
        this.throttle = throttle;
        this.trail = trail;
    }

    /**
     * Passes when it is hers. Tries are counted as at sign-in, in a bucket of their own.
     *
     * @throws SignInRefused when it is wrong, or when there were too many tries
     */
    void check(String secret) {
        var me = Actors.current().requirePerson();
        var tries = Throttle.Key.account("again:" + me);
        throttle.require(tries);
        var account = accounts.findById(me.value()).orElseThrow();
        if (secret.length() > LONGEST || !matches(account, secret, tries)) {
            trail.recordApart(AuditEntry.signIn(Outcome.REFUSED).named("again").about(me));
            throw new SignInRefused(SignInRefused.Reason.WRONG, 0);
        }
        throttle.forget(tries);
    }

    private boolean matches(Account account, String secret, Throttle.Key tries) {
        try {
            return hashing.opens(account, secret);
        } catch (SignInRefused busy) {
            throttle.giveBack(tries);
            throw busy;
        }
    }
}
