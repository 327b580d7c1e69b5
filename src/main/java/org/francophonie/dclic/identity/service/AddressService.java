package org.francophonie.dclic.identity.service;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.francophonie.dclic.identity.domain.Account;
import org.francophonie.dclic.identity.domain.AccountRepository;
import org.francophonie.dclic.identity.domain.EmailAddress;
import org.francophonie.dclic.identity.domain.Person;
import org.francophonie.dclic.identity.domain.PersonRepository;
import org.francophonie.dclic.identity.service.OneTimeLinks.Purpose;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Open;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.mail.Mail;
import org.francophonie.dclic.platform.mail.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** People give an address, and prove that they read it. What somebody else holds is told to nobody but its own box. */
@Service
@Transactional
public class AddressService {
    /** A second letter within it would say the same. */
    private static final Duration BETWEEN_LETTERS = Duration.ofMinutes(2);

    private final AccountRepository accounts;
    private final PersonRepository people;
    private final OneTimeLinks links;
    private final OwnSecret secrets;
    private final JdbcClient sql;
    private final Throttle throttle;
    private final Outbox outbox;
    private final Trail trail;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AddressService(
            AccountRepository accounts,
            PersonRepository people,
            OneTimeLinks links,
            OwnSecret secrets,
            JdbcClient sql,
            Throttle throttle,
            Outbox outbox,
            Trail trail,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.people = people;
        this.links = links;
        this.secrets = secrets;
        this.sql = sql;
        this.throttle = throttle;
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
        transaction = new TransactionTemplate(transactions);
    }

    /**
     * The address of the signed-in person.
     *
     * @param proved as typed
     * @param claimed as typed, while its letter is on the way
     * @param cameBack that letter could not be delivered
     */
    public record MyAddress(Optional<String> proved, Optional<String> claimed, boolean cameBack) {}

    @Requires(Right.READ_OWN_ACCOUNT)
    @Transactional(readOnly = true)
    public MyAddress mine() {
        return accounts.findById(me().value())
                .map(account -> new MyAddress(
                        account.email(),
                        account.claimedEmail(),
                        account.claimedKey()
                                .filter(key -> outbox.cameBack(account.person(), key))
                                .isPresent()))
                .orElse(new MyAddress(Optional.empty(), Optional.empty(), false));
    }

    /**
     * Gives an address, or another one; a letter goes there. The one proved before stays until the new one is.
     *
     * @param secret asked for when another address shall take the place of a proved one: whoever holds the phone for a
     *     moment does not take the account over
     * @throws EmailAddress.Refused saying what is wrong with it
     * @throws SignInRefused when the secret is wrong, or too many addresses were given lately
     */
    @Requires(Right.CHANGE_OWN_ACCOUNT)
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void claim(String typed, String secret, Locale language) {
        var address = EmailAddress.parse(typed);
        var account = accounts.findById(me().value()).orElseThrow();
        if (account.emailKey().filter(address.key()::equals).isPresent()) return;
        if (account.emailKey().isPresent()
                && account.claimedKey().filter(address.key()::equals).isEmpty()) secrets.check(secret);
        throttle.require(Throttle.Key.address(me()));
        transaction.executeWithoutResult(_ -> claim(address, language));
    }

    private void claim(EmailAddress address, Locale language) {
        var account = accounts.findById(me().value()).orElseThrow();
        var before = account.claimedEmail().orElse(null);
        account.claim(address);
        accounts.save(account);
        write(account.person(), address, language);
        trail.record(AuditEntry.command(Right.CHANGE_OWN_ACCOUNT)
                .named("claim-address")
                .on("PersonId", account.person())
                .about(account.person())
                .personal("claimedEmail", before, address.typed()));
    }

    /** Whoever read the former address learns that it is another now: if it was a theft, that is the way to know. */
    private void warn(Account account, String former) {
        outbox.put(new Mail(
                "address-changed " + account.person() + " " + clock.instant().getEpochSecond(),
                Letters.ADDRESS_CHANGED,
                former,
                account.emailKey().orElseThrow(),
                Optional.of(account.person()),
                people.findById(account.person().value()).map(Person::language).orElse(Locale.FRENCH),
                Map.of(),
                Purpose.CONFIRM_ADDRESS.age()));
    }

    /** The letter is asked for in the transaction of whoever made the claim. */
    void write(PersonId person, EmailAddress address, Locale language) {
        var slot = clock.instant().getEpochSecond() / BETWEEN_LETTERS.toSeconds();
        outbox.put(new Mail(
                "claim " + person + " " + slot,
                Letters.CONFIRM_ADDRESS,
                address.typed(),
                address.key(),
                Optional.of(person),
                language,
                Map.of(),
                Purpose.CONFIRM_ADDRESS.age()));
    }

    /** The address that a link proves, to be shown before it is proved; nothing when the link is no good any more. */
    @Open("the secret of the link says who may")
    @Transactional(readOnly = true)
    public Optional<String> look(String link) {
        return links.look(Purpose.CONFIRM_ADDRESS, link).flatMap(this::claimed).flatMap(Account::claimedEmail);
    }

    private Optional<Account> claimed(OneTimeLinks.Link link) {
        return accounts.findById(link.person().value())
                .filter(account ->
                        account.claimedKey().filter(link.addressKey()::equals).isPresent());
    }

    /**
     * Whoever has the link reads the box: the address is hers.
     *
     * @return false when the link is no good any more, or somebody else has proved the address meanwhile
     */
    @Open("the secret of the link says who may")
    public boolean confirm(String link) {
        return links.use(Purpose.CONFIRM_ADDRESS, link)
                .flatMap(this::claimed)
                .filter(account -> isFree(account.claimedKey().orElseThrow()))
                .map(this::prove)
                .isPresent();
    }

    /** Two people may prove one address at the same instant: the first has it. */
    private boolean isFree(String key) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(key)
                .query((_, _) -> true)
                .single();
        return !accounts.existsByEmailKey(key);
    }

    /** A person of the platform answers for the address: demonstration, tests, imports. */
    @Requires(Right.VOUCH_ADDRESS)
    public void vouch(PersonId person) {
        accounts.findById(person.value())
                .filter(account -> account.claimedKey().filter(this::isFree).isPresent())
                .ifPresent(this::prove);
    }

    private Account prove(Account account) {
        var before = account.email().orElse(null);
        account.email().ifPresent(address -> warn(account, address));
        account.confirm();
        var saved = accounts.saveAndFlush(account);
        links.forget(Purpose.CONFIRM_ADDRESS, account.person());
        links.forget(Purpose.NEW_SECRET, account.person());
        trail.record(AuditEntry.command(Right.CHANGE_OWN_ACCOUNT)
                .named("prove-address")
                .on("PersonId", account.person())
                .about(account.person())
                .personal("email", before, account.email().orElse(null)));
        return saved;
    }

    private static PersonId me() {
        return Actors.current().requirePerson();
    }
}
