package org.francophonie.dclic.identity.service;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.francophonie.dclic.identity.domain.Account;
import org.francophonie.dclic.identity.domain.AccountRepository;
import org.francophonie.dclic.identity.domain.EmailAddress;
import org.francophonie.dclic.identity.domain.Person;
import org.francophonie.dclic.identity.domain.PersonRepository;
import org.francophonie.dclic.platform.access.Open;
import org.francophonie.dclic.platform.access.SignedIn;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.AuditEntry.Outcome;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.errors.RequestFacts;
import org.springframework.stereotype.Service;

/** Checks who somebody is. No transaction is open while a password is hashed. */
@Service
public class SignInService {
    private static final int LONGEST_PASSWORD = 1000;

    private final AccountRepository accounts;
    private final PersonRepository people;
    private final PasswordHashing hashing;
    private final Throttle throttle;
    private final Trail trail;

    SignInService(
            AccountRepository accounts,
            PersonRepository people,
            PasswordHashing hashing,
            Throttle throttle,
            Trail trail) {
        this.accounts = accounts;
        this.people = people;
        this.hashing = hashing;
        this.throttle = throttle;
        this.trail = trail;
    }

    /** @throws SignInRefused in the same words and the same time whether the account exists or not */
    @Open("whoever signs in is not yet known")
    public SignedIn signIn(String typed, String password) {
        var key = key(typed);
        var byAccount = Throttle.Key.account(key);
        var byNetwork = Throttle.Key.network(
                RequestFacts.current().map(RequestFacts::address).orElse("0.0.0.0"));
        var wait = throttle.pass(byAccount, byNetwork);
        if (!wait.isZero()) throw waiting(byAccount, wait);

        var account = accounts.findByEmailKey(key);
        if (!passes(account, password, byAccount, byNetwork)) {
            throttle.failed();
            throw refused(SignInRefused.Reason.WRONG, 0, account);
        }
        var person = account.map(Account::person).orElseThrow();
        throttle.giveBack(byNetwork);
        throttle.forget(byAccount);
        trail.recordApart(
                AuditEntry.signIn(Outcome.DONE).by(person).about(person).named("password"));
        return new SignedIn(person.value());
    }

    /** Once a minute for each account is enough for the trail: whoever asks without end shall not fill it. */
    private SignInRefused waiting(Throttle.Key account, Duration wait) {
        var seconds = wait.toSeconds() + 1;
        return throttle.isWorthTelling(account)
                ? refused(SignInRefused.Reason.WAIT, seconds, Optional.empty())
                : new SignInRefused(SignInRefused.Reason.WAIT, seconds);
    }

    /** When too many passwords wait to be checked, the try was none. */
    private boolean passes(Optional<Account> account, String password, Throttle.Key... counted) {
        try {
            return password.length() <= LONGEST_PASSWORD && isText(password) && matches(account, password);
        } catch (SignInRefused busy) {
            throttle.giveBack(counted);
            throw busy;
        }
    }

    /** Half a character is none: no browser sends it. */
    private static boolean isText(String password) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(password);
    }

    private boolean matches(Optional<Account> account, String password) {
        if (account.isEmpty()) {
            hashing.pretend(password);
            return false;
        }
        return hashing.matches(password, account.get().passwordHash())
                && people.findById(account.get().person().value())
                        .filter(Person::isActive)
                        .isPresent();
    }

    private SignInRefused refused(SignInRefused.Reason reason, long seconds, Optional<Account> account) {
        var entry = AuditEntry.signIn(Outcome.REFUSED).because(reason.name());
        account.map(Account::person).ifPresent(entry::about);
        trail.recordApart(entry);
        return new SignInRefused(reason, seconds);
    }

    private static String key(String typed) {
        try {
            return EmailAddress.parse(typed).key();
        } catch (EmailAddress.Refused _) {
            return "unreadable";
        }
    }

    @Open("leaving is always allowed")
    public void signedOut(SignedIn who) {
        trail.recordApart(AuditEntry.signOut().by(who.person()).about(who.person()));
    }
}
