package org.francophonie.dclic.identity.service;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.identity.domain.Account;
import org.francophonie.dclic.identity.domain.AccountRepository;
import org.francophonie.dclic.identity.domain.PersonRepository;
import org.francophonie.dclic.identity.domain.PinRule;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.rights.Profiles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever is signed in chooses another password or PIN. */
@Service
public class SecretChangeService {
    private static final Duration USEFUL = Duration.ofDays(7);

    private final AccountRepository accounts;
    private final PersonRepository people;
    private final Profiles profiles;
    private final OwnSecret secrets;
    private final SecretChoice choice;
    private final PasswordHashing hashing;
    private final SecretRenewal renewal;
    private final KnownDevices known;
    private final AccountMail mail;
    private final Trail trail;
    private final TransactionTemplate transaction;

    SecretChangeService(
            AccountRepository accounts,
            PersonRepository people,
            Profiles profiles,
            OwnSecret secrets,
            SecretChoice choice,
            PasswordHashing hashing,
            SecretRenewal renewal,
            KnownDevices known,
            AccountMail mail,
            Trail trail,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.people = people;
        this.profiles = profiles;
        this.secrets = secrets;
        this.choice = choice;
        this.hashing = hashing;
        this.renewal = renewal;
        this.known = known;
        this.mail = mail;
        this.trail = trail;
        transaction = new TransactionTemplate(transactions);
    }

    /**
     * What the signed-in person may choose.
     *
     * @param kind of the secret she has
     * @param isStaff more is asked of her password
     */
    public record Mine(Account.Secret kind, boolean isStaff) {
        /** A PIN is for those who have one: it is worth less than a password. */
        public boolean mayKeepPin() {
            return kind == Account.Secret.PIN && !isStaff;
        }
    }

    @Requires(Right.READ_OWN_ACCOUNT)
    @Transactional(readOnly = true)
    public Mine mine() {
        var me = Actors.current().requirePerson();
        return mine(accounts.findById(me.value()).orElseThrow());
    }

    private Mine mine(Account account) {
        return new Mine(account.secret(), profiles.isStaff(account.person()));
    }

    /**
     * Every other session ends, and every other device forgets the person. If an address is proved, a letter tells.
     *
     * @param kind of the secret that is chosen
     * @param here the session that goes on
     * @throws SignInRefused when the secret so far is wrong, or too much was tried
     * @throws PasswordRefused when the new one is too easy to guess, or the same
     */
    @Requires(Right.CHANGE_OWN_ACCOUNT)
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void change(String soFar, Account.Secret kind, String chosen, Optional<UUID> here) {
        var me = Actors.current().requirePerson();
        var person = people.findById(me.value()).orElseThrow();
        var account = accounts.findById(me.value()).orElseThrow();
        if (kind == Account.Secret.PIN) {
            if (!mine(account).mayKeepPin()) throw new PasswordRefused("secret.no-pin");
            PinRule.problem(chosen, person.birthYear().map(Object::toString).orElse(""))
                    .ifPresent(problem -> {
                        throw new PasswordRefused("pin." + problem);
                    });
        }
        secrets.check(soFar);
        if (kind == Account.Secret.PASSWORD)
            choice.check(
                    person, chosen, account.email().or(account::claimedEmail).orElse(""));
        if (soFar.equals(chosen)) throw new PasswordRefused("secret.same");
        var hash = hashing.hash(hashing.prepared(kind, me, chosen));
        transaction.executeWithoutResult(_ -> renew(me, account.changedAt(), kind, hash, here));
    }

    private void renew(PersonId me, Instant checked, Account.Secret kind, String hash, Optional<UUID> here) {
        var account = accounts.findById(me.value()).orElseThrow();
        if (!account.changedAt().equals(checked)) throw new SignInRefused(SignInRefused.Reason.WRONG, 0); // elsewhere
        renewal.renew(account, kind, hash, here);
        known.forgetOthers(me, here);
        mail.write(me, Letters.SECRET_CHANGED, Letters.SECRET_CHANGED, Map.of(), USEFUL);
        trail.record(AuditEntry.command(Right.CHANGE_OWN_ACCOUNT)
                .named("change-secret")
                .on("PersonId", me)
                .about(me));
    }
}
