package org.francophonie.dclic.identity.service;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.francophonie.dclic.identity.domain.Account;
import org.francophonie.dclic.identity.domain.AccountRepository;
import org.francophonie.dclic.identity.domain.EmailAddress;
import org.francophonie.dclic.identity.domain.PersonRepository;
import org.francophonie.dclic.identity.service.OneTimeLinks.Purpose;
import org.francophonie.dclic.platform.access.Open;
import org.francophonie.dclic.platform.access.Proof;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.SignedIn;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.errors.RequestFacts;
import org.francophonie.dclic.platform.mail.Mail;
import org.francophonie.dclic.platform.mail.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody has forgotten a password: a link to her box lets her choose another. */
@Service
public class NewSecretService {
    /** Asking again within it is asking once. */
    private static final Duration BETWEEN_LETTERS = Duration.ofMinutes(2);

    private final AccountRepository accounts;
    private final PersonRepository people;
    private final OneTimeLinks links;
    private final SecretRenewal renewal;
    private final SecretChoice choice;
    private final PasswordHashing hashing;
    private final Throttle throttle;
    private final Outbox outbox;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    NewSecretService(
            AccountRepository accounts,
            PersonRepository people,
            OneTimeLinks links,
            SecretRenewal renewal,
            SecretChoice choice,
            PasswordHashing hashing,
            Throttle throttle,
            Outbox outbox,
            Trail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.people = people;
        this.links = links;
        this.renewal = renewal;
        this.choice = choice;
        this.hashing = hashing;
        this.throttle = throttle;
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
        transaction = new TransactionTemplate(transactions);
    }

    /**
     * A letter goes to the address if it has an account. Whether it has one is looked up when the letter is written: the
     * answer comes after the same time and in the same words.
     *
     * @throws EmailAddress.Refused when it cannot be an address
     * @throws SignInRefused when too much was asked from this network
     */
    @Open("whoever forgot a password is not signed in")
    public void ask(String typed, Locale language) {
        var address = EmailAddress.parse(typed);
        throttle.require(Throttle.Key.joining(
                RequestFacts.current().map(RequestFacts::address).orElse("0.0.0.0")));
        var slot = clock.instant().getEpochSecond() / BETWEEN_LETTERS.toSeconds();
        outbox.put(new Mail(
                "new-secret " + slot,
                Letters.NEW_SECRET,
                address.typed(),
                address.key(),
                Optional.empty(),
                language,
                Map.of(),
                Purpose.NEW_SECRET.age()));
    }

    /** Is the link still good? */
    @Open("the secret of the link says who may")
    public boolean isGood(String link) {
        return links.look(Purpose.NEW_SECRET, link).isPresent();
    }

    /**
     * Whoever has the link chooses another password. Every session ends, and every device that remembered the
     * person is forgotten.
     *
     * @return nothing when the link is no good any more
     * @throws PasswordRefused when the password is too easy to guess
     */
    @Open("the secret of the link says who may")
    public Optional<SignedIn> choose(String link, String password) {
        var known = links.look(Purpose.NEW_SECRET, link);
        if (known.isEmpty()) return Optional.empty();
        var person = people.findById(known.get().person().value()).orElseThrow();
        choice.check(person, password, known.get().addressKey());
        var hash = hashing.hash(password);
        return Objects.requireNonNull(transaction.execute(_ -> renew(link, hash)));
    }

    /** The box to which the link went may be somebody else's by now, or never was hers. */
    private boolean isStillHers(OneTimeLinks.Link used) {
        return accounts.findById(used.person().value())
                .flatMap(account -> account.emailKey().or(account::claimedKey))
                .filter(used.addressKey()::equals)
                .isPresent();
    }

    private Optional<SignedIn> renew(String link, String hash) {
        return links.use(Purpose.NEW_SECRET, link).filter(this::isStillHers).map(used -> {
            var account = accounts.findById(used.person().value()).orElseThrow();
            if (account.claimedKey().filter(used.addressKey()::equals).isPresent()
                    && !accounts.existsByEmailKey(used.addressKey())) account.confirm();
            renewal.renew(account, Account.Secret.PASSWORD, hash, Optional.empty());
            throttle.forget(Throttle.Key.account("person:" + account.person()));
            trail.record(AuditEntry.command(Right.CHANGE_OWN_ACCOUNT)
                    .named("new-secret")
                    .by(account.person())
                    .on("PersonId", account.person())
                    .about(account.person()));
            return new SignedIn(account.person().value(), Proof.NONE.withSecret(clock.instant()));
        });
    }
}
