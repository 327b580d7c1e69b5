package org.francophonie.dclic.identity.service;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.identity.domain.Account;
import org.francophonie.dclic.identity.domain.Account.Secret;
import org.francophonie.dclic.identity.domain.AccountRepository;
import org.francophonie.dclic.identity.domain.Person;
import org.francophonie.dclic.identity.domain.PersonRepository;
import org.francophonie.dclic.identity.domain.SignInName;
import org.francophonie.dclic.platform.access.Open;
import org.francophonie.dclic.platform.access.Proof;
import org.francophonie.dclic.platform.access.SignedIn;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.AuditEntry.Outcome;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.errors.RequestFacts;
import org.francophonie.dclic.platform.ids.PersonId;
import org.springframework.stereotype.Service;

/** Checks who somebody is. No transaction is open while a password is hashed. */
@Service
public class SignInService {
    private static final int LONGEST_PASSWORD = 1000;

    /** @param secretOf when the secret was chosen that was checked: another one may be chosen before the session begins */
    public record Checked(SignedIn who, Instant secretOf) {
        public PersonId person() {
            return who.person();
        }
    }

    private final AccountRepository accounts;
    private final PersonRepository people;
    private final PasswordHashing hashing;
    private final KnownDevices devices;
    private final MergedPeople merged;
    private final Throttle throttle;
    private final Trail trail;
    private final Clock clock;

    SignInService(
            AccountRepository accounts,
            PersonRepository people,
            PasswordHashing hashing,
            KnownDevices devices,
            MergedPeople merged,
            Throttle throttle,
            Trail trail,
            Clock clock) {
        this.accounts = accounts;
        this.people = people;
        this.hashing = hashing;
        this.devices = devices;
        this.merged = merged;
        this.throttle = throttle;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param typed the code or the address
     * @param device on which it happens, when it is known
     * @throws SignInRefused in the same words and the same time whether the account exists or not
     * @throws AccountMerged when the secret is right and another account is used instead
     */
    @Open("whoever signs in is not yet known")
    public Checked signIn(String typed, String secret, Optional<UUID> device) {
        var name = SignInName.of(typed);
        var claim = claim(name, device);
        if (claim.isPresent()) {
            try {
                return signIn(name, claim, secret, device);
            } catch (SignInRefused refused) {
                if (refused.reason() == SignInRefused.Reason.BUSY) throw refused;
            }
        }
        return signIn(name, find(name), secret, device);
    }

    /**
     * Who joined on this device with this address and has not proved it yet. Elsewhere a mere claim opens nothing: whoever
     * joins with the address of somebody else would learn from it whether that address is known.
     */
    private Optional<Account> claim(SignInName name, Optional<UUID> device) {
        return device.flatMap(id -> name.emailKey().flatMap(key -> accounts.claimedOn(id, key)));
    }

    private Checked signIn(SignInName name, Optional<Account> account, String secret, Optional<UUID> device) {
        var key = account.map(found -> "person:" + found.person()).orElseGet(name::key);
        var knowing = device.flatMap(id -> account.flatMap(found -> devices.knows(id, found.person())));
        var byAccount = byAccount(account, key, knowing);
        var byNetwork = Throttle.Key.network(
                RequestFacts.current().map(RequestFacts::address).orElse("0.0.0.0"));
        var wait = throttle.pass(byAccount, byNetwork);
        if (!wait.isZero()) throw waiting(byAccount, wait);

        var opens = account.filter(found -> found.secret() == Secret.PASSWORD || knowing.isPresent());
        if (!passes(opens, secret, byAccount, byNetwork)) {
            throttle.failed();
            throw refused(SignInRefused.Reason.WRONG, 0, account);
        }
        var person = account.map(Account::person).orElseThrow();
        throttle.giveBack(byNetwork);
        throttle.forget(byAccount);
        trail.recordApart(AuditEntry.signIn(Outcome.DONE)
                .by(person)
                .about(person)
                .named(account.get().secret() == Secret.PIN ? "pin" : "password"));
        return new Checked(
                new SignedIn(person.value(), Proof.NONE.withSecret(clock.instant())),
                account.get().changedAt());
    }

    private Optional<Account> find(SignInName name) {
        return name.code()
                .flatMap(people::findByCode)
                .flatMap(person -> accounts.findById(person.id().value()))
                .or(() -> name.emailKey().flatMap(accounts::findByEmailKey));
    }

    /** Guesses of strangers fill a bucket of their own: they do not keep the owner of a known device out. */
    private static Throttle.Key byAccount(Optional<Account> account, String key, Optional<String> place) {
        if (place.isEmpty()) return Throttle.Key.account(key);
        return account.filter(found -> found.secret() == Secret.PIN)
                .map(found -> Throttle.Key.pin(place.get(), key, found.changedAt()))
                .orElseGet(() -> Throttle.Key.knownDevice(place.get(), key));
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
        if (!hashing.opens(account.get(), password)) return false;
        var person = account.get().person();
        if (people.findById(person.value()).filter(Person::isActive).isPresent()) return true;
        merged.into(person).flatMap(people::findPresent).ifPresent(kept -> {
            trail.recordApart(
                    AuditEntry.signIn(Outcome.REFUSED).because("MERGED").about(person));
            throw new AccountMerged(kept.code());
        });
        return false;
    }

    private SignInRefused refused(SignInRefused.Reason reason, long seconds, Optional<Account> account) {
        var entry = AuditEntry.signIn(Outcome.REFUSED).because(reason.name());
        account.map(Account::person).ifPresent(entry::about);
        trail.recordApart(entry);
        return new SignInRefused(reason, seconds);
    }

    @Open("leaving is always allowed")
    public void signedOut(SignedIn who) {
        trail.recordApart(AuditEntry.signOut().by(who.person()).about(who.person()));
    }
}
