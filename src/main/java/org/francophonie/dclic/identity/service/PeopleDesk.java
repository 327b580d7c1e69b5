package org.francophonie.dclic.identity.service;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Year;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.identity.domain.Account;
import org.francophonie.dclic.identity.domain.AccountRepository;
import org.francophonie.dclic.identity.domain.Birth;
import org.francophonie.dclic.identity.domain.ConsentRepository;
import org.francophonie.dclic.identity.domain.EmailAddress;
import org.francophonie.dclic.identity.domain.Person;
import org.francophonie.dclic.identity.domain.PersonRepository;
import org.francophonie.dclic.identity.domain.PersonRule;
import org.francophonie.dclic.identity.service.PeopleRefused.Field;
import org.francophonie.dclic.platform.access.Open;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.mail.Mail;
import org.francophonie.dclic.platform.mail.Outbox;
import org.francophonie.dclic.platform.text.Digits;
import org.francophonie.dclic.platform.text.HtmlSanitiser;
import org.francophonie.dclic.rights.Profiles;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Administrators make accounts and correct what is known of people. */
@Service
public class PeopleDesk {
    /** Too many passwords wait to be hashed: the same works a moment later. */
    public static final String BUSY = "class.busy";

    /** Its link is made when it is sent: a relay may be down for a while. */
    private static final Duration LETTER_USEFUL = Duration.ofDays(7);

    private final PersonRepository people;
    private final AccountRepository accounts;
    private final ConsentRepository consents;
    private final ConsentService guardians;
    private final NewPeople newPeople;
    private final PasswordHashing hashing;
    private final Profiles profiles;
    private final Outbox outbox;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    PeopleDesk(
            PersonRepository people,
            AccountRepository accounts,
            ConsentRepository consents,
            ConsentService guardians,
            NewPeople newPeople,
            PasswordHashing hashing,
            Profiles profiles,
            Outbox outbox,
            Trail trail,
            Ids ids,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.people = people;
        this.accounts = accounts;
        this.consents = consents;
        this.guardians = guardians;
        this.newPeople = newPeople;
        this.hashing = hashing;
        this.profiles = profiles;
        this.outbox = outbox;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        transaction = new TransactionTemplate(transactions);
    }

    /** What an administrator types about somebody. */
    public record Facts(String displayName, String birthYear, String country) {
        /** Figures of any script are figures. */
        public Facts {
            birthYear = Digits.plain(birthYear).strip();
        }
    }

    @Open("a random number")
    public UUID newAccount() {
        return ids.next();
    }

    /**
     * Makes the account of a learner; a letter with a link goes to the address, by which the person chooses a password and
     * proves the address. Told twice, it is done once.
     *
     * @param commandId becomes the person's id
     * @throws PeopleRefused saying what is wrong, field by field
     */
    @Requires(Right.CREATE_PERSON)
    public PersonId create(UUID commandId, Facts typed, String typedEmail, Locale language) {
        var problems = problems(typed);
        var email = address(typedEmail, problems);
        if (!problems.isEmpty()) throw new PeopleRefused(problems);
        if (people.findById(commandId).isPresent()) return new PersonId(commandId);
        var address = email.orElseThrow();
        var hash = unknowable();
        try {
            return Objects.requireNonNull(
                    transaction.execute(_ -> make(new PersonId(commandId), typed, address, hash, language)));
        } catch (DataIntegrityViolationException _) { // the same form came twice at once
            return new PersonId(commandId);
        }
    }

    /** One of many accounts that are made at once. */
    public record NewAccount(PersonId id, Facts facts, String email, Locale language) {}

    /**
     * The same for many: all of them, or none. Whoever is there already is left as they are.
     *
     * @throws PeopleRefused when something is wrong with one of them, or an address has an account meanwhile
     */
    @Requires(Right.CREATE_PERSON)
    public void create(List<NewAccount> many) {
        var hash = unknowable(); // nobody knows it, so that one will do for all
        transaction.executeWithoutResult(_ -> {
            for (var each : many) {
                if (people.findById(each.id().value()).isPresent()) continue;
                var problems = problems(each.facts());
                var email = address(each.email(), problems);
                if (!problems.isEmpty()) throw new PeopleRefused(problems);
                make(each.id(), each.facts(), email.orElseThrow(), hash, each.language());
            }
        });
    }

    /** What is wrong with what was typed about somebody, field by field. */
    @Open("says what makes sense, and nothing of anybody")
    public Map<Field, String> problems(Facts typed) {
        var problems = new EnumMap<Field, String>(Field.class);
        var name = HtmlSanitiser.line(typed.displayName());
        PersonRule.nameProblem(name).ifPresent(problem -> problems.put(Field.NAME, problem));
        Birth.problem(typed.birthYear(), Year.now(clock).getValue())
                .ifPresent(problem -> problems.put(Field.BIRTH_YEAR, "birth." + problem));
        PersonRule.countryProblem(typed.country()).ifPresent(problem -> problems.put(Field.COUNTRY, problem));
        return problems;
    }

    private Optional<EmailAddress> address(String typed, Map<Field, String> problems) {
        try {
            var email = EmailAddress.parse(typed);
            if (accounts.existsByEmailKey(email.key())) problems.put(Field.EMAIL, "people.email.known");
            return Optional.of(email);
        } catch (EmailAddress.Refused refused) {
            problems.put(Field.EMAIL, "email." + refused.problem());
            return Optional.empty();
        }
    }

    /** Nobody knows the password until the person has chosen one. */
    private String unknowable() {
        var secret = new byte[32];
        random.nextBytes(secret);
        try {
            return hashing.hash(Base64.getEncoder().encodeToString(secret));
        } catch (SignInRefused _) { // too many passwords wait to be hashed
            throw new PeopleRefused(Field.WHOLE, BUSY);
        }
    }

    private PersonId make(PersonId id, Facts typed, EmailAddress address, String hash, Locale language) {
        var name = HtmlSanitiser.line(typed.displayName());
        int year = Integer.parseInt(typed.birthYear().strip());
        newPeople.make(
                new NewPeople.Facts(id, name, year, typed.country(), language),
                Account.Secret.PASSWORD,
                hash,
                account -> account.claim(address));
        if (guardians.isNeeded(year, typed.country())) guardians.begin(id, year, typed.country(), false);
        trail.record(AuditEntry.command(Right.CREATE_PERSON)
                .named("create")
                .on("PersonId", id)
                .about(id)
                .personal("displayName", null, name)
                .personal("birthYear", null, year)
                .personal("country", null, typed.country())
                .personal("claimedEmail", null, address.typed()));
        outbox.put(new Mail(
                "account-made " + id,
                Letters.ACCOUNT_MADE,
                address.typed(),
                address.key(),
                Optional.of(id),
                language,
                Map.of(),
                LETTER_USEFUL));
        return id;
    }

    /**
     * Corrects a name, a year of birth, a country. A guardian who was needed before stays needed.
     *
     * @param version of what the administrator saw
     * @throws PeopleRefused saying what is wrong, or that somebody else has changed it meanwhile
     */
    @Requires(value = Right.CHANGE_PERSON, on = "person")
    public void correct(PersonId person, long version, Facts typed) {
        var problems = problems(typed);
        if (!problems.isEmpty()) throw new PeopleRefused(problems);
        transaction.executeWithoutResult(_ -> {
            var found = found(person);
            if (found.version() != version) throw new PeopleRefused(Field.WHOLE, "people.stale");
            var name = HtmlSanitiser.line(typed.displayName());
            int year = Integer.parseInt(typed.birthYear().strip());
            var entry = AuditEntry.command(Right.CHANGE_PERSON)
                    .named("correct")
                    .on("PersonId", person)
                    .about(person);
            if (!found.displayName().equals(name)) entry.personal("displayName", found.displayName(), name);
            if (found.birthYear().filter(known -> known == year).isEmpty())
                entry.personal("birthYear", found.birthYear().orElse(null), year);
            if (found.country().filter(typed.country()::equals).isEmpty())
                entry.personal("country", found.country().orElse(null), typed.country());
            if (entry.personal().isEmpty()) return;
            var becomesMinor = guardians.isNeeded(year, typed.country())
                    && consents.findById(person.value()).isEmpty();
            // whoever holds more is no minor by the correction of a year
            if (becomesMinor && !Profiles.OF_LEARNERS.containsAll(profiles.heldBy(person)))
                throw new PeopleRefused(Field.BIRTH_YEAR, "people.minor-staff");
            found.correct(name, year, typed.country());
            people.save(found);
            if (becomesMinor) guardians.begin(person, year, typed.country(), false);
            else guardians.lengthen(person, year, typed.country());
            trail.record(entry);
        });
    }

    private Person found(PersonId person) {
        return people.findPresent(person).orElseThrow(() -> new NotFound("person"));
    }
}
