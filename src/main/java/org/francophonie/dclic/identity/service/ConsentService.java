package org.francophonie.dclic.identity.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.francophonie.dclic.identity.SessionEnd;
import org.francophonie.dclic.identity.domain.AccountRepository;
import org.francophonie.dclic.identity.domain.Birth;
import org.francophonie.dclic.identity.domain.Consent;
import org.francophonie.dclic.identity.domain.ConsentRepository;
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
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingService;
import org.francophonie.dclic.rights.Profiles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The consent of guardians: below the age that the law of the country fixes, a person learns at once, and may do no more
 * until a guardian agrees by a link or a centre answers for it.
 */
@Service
@Transactional
public class ConsentService {
    /** A second letter within it would say the same. */
    private static final Duration BETWEEN_LETTERS = Duration.ofMinutes(10);

    private final ConsentRepository consents;
    private final PersonRepository people;
    private final AccountRepository accounts;
    private final OneTimeLinks links;
    private final Profiles profiles;
    private final Sessions sessions;
    private final DeviceTokens devices;
    private final SettingService settings;
    private final Throttle throttle;
    private final Outbox outbox;
    private final Trail trail;
    private final Clock clock;

    ConsentService(
            ConsentRepository consents,
            PersonRepository people,
            AccountRepository accounts,
            OneTimeLinks links,
            Profiles profiles,
            Sessions sessions,
            DeviceTokens devices,
            SettingService settings,
            Throttle throttle,
            Outbox outbox,
            Trail trail,
            Clock clock) {
        this.consents = consents;
        this.people = people;
        this.accounts = accounts;
        this.links = links;
        this.profiles = profiles;
        this.sessions = sessions;
        this.devices = devices;
        this.settings = settings;
        this.throttle = throttle;
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * What a guardian is told of the account before deciding.
     *
     * @param country ISO 3166-1 alpha-2, when it is known
     */
    public record Child(String displayName, String code, Optional<Integer> birthYear, Optional<String> country) {}

    /**
     * @param guardian as typed; nothing when nobody was named
     * @param cameBack the letter could not be delivered
     */
    public record MyConsent(Optional<String> guardian, boolean cameBack) {}

    /** Does somebody who lives there and was born then need a guardian? */
    @Open("says what the law says, and nothing of anybody")
    @Transactional(readOnly = true)
    public boolean isNeeded(int birthYear, String country) {
        return Year.now(clock).getValue() < decidesAloneFrom(birthYear, country);
    }

    private int decidesAloneFrom(int birthYear, String country) {
        return Birth.yearSurelyOf(settings.value(Setting.CONSENT_AGES).in(country), birthYear);
    }

    /** Within the transaction in which a minor joins. */
    void begin(PersonId person, int birthYear, String country, Optional<EmailAddress> guardian, Locale language) {
        var until = until(birthYear, country);
        var consent = new Consent(person, clock.instant(), until);
        guardian.ifPresent(address -> consent.ask(address, clock.instant()));
        consents.saveAndFlush(consent);
        profiles.restrict(person, until);
        guardian.ifPresent(address -> write(person, address, language));
    }

    /**
     * Within the transaction in which a centre makes the account of a minor.
     *
     * @param agreed the centre has the word of the guardian
     */
    void begin(PersonId person, int birthYear, String country, boolean agreed) {
        var until = until(birthYear, country);
        var consent = new Consent(person, clock.instant(), until);
        if (agreed) consent.vouch(Actors.current().person(), clock.instant());
        else profiles.restrict(person, until);
        consents.saveAndFlush(consent);
    }

    /** Within the transaction in which a year or a country is put right: a guardian once needed is needed for as long as now. */
    void lengthen(PersonId person, int birthYear, String country) {
        var until = until(birthYear, country);
        consents.findById(person.value())
                .filter(consent -> consent.lasts(until))
                .ifPresent(consent -> {
                    consents.saveAndFlush(consent);
                    if (consent.isWaiting(clock.instant())) profiles.restrict(person, until);
                });
    }

    private Instant until(int birthYear, String country) {
        return Year.of(decidesAloneFrom(birthYear, country))
                .atDay(1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC);
    }

    private void write(PersonId person, EmailAddress guardian, Locale language) {
        var slot = clock.instant().getEpochSecond() / BETWEEN_LETTERS.toSeconds();
        put("guardian " + person + " " + slot, Letters.GUARDIAN, person, guardian, language);
    }

    private void put(String event, String letter, PersonId person, EmailAddress guardian, Locale language) {
        outbox.put(new Mail(
                event,
                letter,
                guardian.typed(),
                guardian.key(),
                Optional.of(person),
                language,
                Map.of(),
                Purpose.GUARDIAN.age()));
    }

    /** The consent for which the signed-in person still waits. */
    @Requires(Right.READ_OWN_ACCOUNT)
    @Transactional(readOnly = true)
    public Optional<MyConsent> mine() {
        return waiting(Actors.current().requirePerson())
                .map(consent -> new MyConsent(
                        consent.guardianEmail(),
                        consent.guardianKey()
                                .filter(key -> outbox.cameBack(consent.person(), key))
                                .isPresent()));
    }

    private Optional<Consent> waiting(PersonId person) {
        return consents.findById(person.value()).filter(consent -> consent.isWaiting(clock.instant()));
    }

    /**
     * Asks a guardian, or another one.
     *
     * @throws EmailAddress.Refused saying what is wrong with the address
     * @throws GuardianRefused when it is the minor's own, or when enough letters were asked for today
     */
    @Requires(Right.CHANGE_OWN_ACCOUNT)
    public void ask(String typed, Locale language) {
        var me = Actors.current().requirePerson();
        var guardian = EmailAddress.parse(typed);
        var found = waiting(me);
        if (found.isEmpty()) return;
        if (isOwn(me, guardian)) throw new GuardianRefused("guardian.same");
        if (!throttle.pass(Throttle.Key.guardian(me)).isZero()) throw new GuardianRefused("guardian.wait");
        var consent = found.get();
        var before = consent.guardianEmail().orElse(null);
        consent.ask(guardian, clock.instant());
        consents.save(consent);
        write(me, guardian, language);
        trail.record(AuditEntry.command(Right.CHANGE_OWN_ACCOUNT)
                .named("ask-guardian")
                .on("PersonId", me)
                .about(me)
                .personal("guardian", before, guardian.typed()));
    }

    private boolean isOwn(PersonId person, EmailAddress address) {
        return accounts.findById(person.value())
                .filter(account -> account.emailKey()
                                .filter(address.key()::equals)
                                .isPresent()
                        || account.claimedKey().filter(address.key()::equals).isPresent())
                .isPresent();
    }

    /** Whom a guardian's link is about, while it is good and the question is open. */
    @Open("the secret of the link says who may")
    public Optional<Child> look(String link) {
        return links.look(Purpose.GUARDIAN, link)
                .flatMap(this::asked)
                .flatMap(consent -> people.findById(consent.person().value()))
                .map(this::seen);
    }

    private Child seen(Person person) {
        trail.record(AuditEntry.read(Right.READ_PERSON)
                .named("guardian-looks")
                .on("PersonId", person.id())
                .about(person.id()));
        return new Child(person.displayName(), person.code(), person.birthYear(), person.country());
    }

    /** The last guardian named is the one who decides. */
    private Optional<Consent> asked(OneTimeLinks.Link link) {
        return waiting(link.person())
                .filter(consent ->
                        consent.guardianKey().filter(link.addressKey()::equals).isPresent());
    }

    /**
     * The guardian decides, once. Who is refused learns as a visitor: the account is closed, its sessions end.
     *
     * @return false when the link is no good any more
     */
    @Open("the secret of the link says who may")
    public boolean decide(String link, boolean given, Locale language) {
        var found = links.use(Purpose.GUARDIAN, link).flatMap(this::asked);
        found.ifPresent(consent -> {
            consent.decide(given, clock.instant());
            settle(consent, given ? "guardian-agrees" : "guardian-refuses", Right.CHANGE_OWN_ACCOUNT);
            if (given) {
                profiles.release(consent.person());
                confirm(consent, language);
            } else close(consent.person());
        });
        return found.isPresent();
    }

    /** The guardian gets it in writing, with the way to take the word back. */
    private void confirm(Consent consent, Locale language) {
        consent.guardianEmail()
                .map(EmailAddress::parse)
                .ifPresent(guardian -> put(
                        "guardian-agreed " + consent.person(),
                        Letters.GUARDIAN_AGREED,
                        consent.person(),
                        guardian,
                        language));
    }

    /** Whom a guardian's consent is about that can be taken back by this link. */
    @Open("the secret of the link says who may")
    public Optional<Child> lookAtGiven(String link) {
        return withdrawable(link)
                .flatMap(consent -> people.findById(consent.person().value()))
                .map(this::seen);
    }

    /**
     * The guardian takes the word back: the account is closed, its sessions end.
     *
     * @return false when the link is no good any more
     */
    @Open("the secret of the link says who may")
    public boolean withdraw(String link) {
        var found = withdrawable(link);
        found.ifPresent(consent -> {
            consent.decide(false, clock.instant());
            settle(consent, "guardian-withdraws", Right.CHANGE_OWN_ACCOUNT);
            links.forget(Purpose.WITHDRAW_CONSENT, consent.person());
            close(consent.person());
        });
        return found.isPresent();
    }

    private Optional<Consent> withdrawable(String link) {
        return links.look(Purpose.WITHDRAW_CONSENT, link).flatMap(good -> consents.findById(
                        good.person().value())
                .filter(consent -> consent.isGiven(clock.instant()))
                .filter(consent ->
                        consent.guardianKey().filter(good.addressKey()::equals).isPresent()));
    }

    /** A centre has the guardian's word, on paper or by mouth, and answers for it. */
    @Requires(value = Right.VOUCH_CONSENT, on = "person")
    public void vouch(PersonId person) {
        waiting(person).ifPresent(consent -> {
            consent.vouch(Actors.current().person(), clock.instant());
            settle(consent, "vouch", Right.VOUCH_CONSENT);
            profiles.release(person);
        });
    }

    private void settle(Consent consent, String act, Right right) {
        consents.save(consent);
        links.forget(Purpose.GUARDIAN, consent.person());
        trail.record(AuditEntry.command(right)
                .named(act)
                .on("PersonId", consent.person())
                .about(consent.person())
                .personal("guardian", null, consent.guardianEmail().orElse(null)));
    }

    private void close(PersonId person) {
        people.findById(person.value()).ifPresent(found -> {
            found.close();
            people.save(found);
        });
        devices.forgetAll(person);
        sessions.endAll(person, SessionEnd.GUARDIAN);
    }
}
