package org.francophonie.dclic.identity.service;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Year;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.francophonie.dclic.identity.Me;
import org.francophonie.dclic.identity.domain.Account;
import org.francophonie.dclic.identity.domain.AccountRepository;
import org.francophonie.dclic.identity.domain.Birth;
import org.francophonie.dclic.identity.domain.EmailAddress;
import org.francophonie.dclic.identity.domain.PasswordRule;
import org.francophonie.dclic.identity.domain.Person;
import org.francophonie.dclic.identity.domain.PersonRepository;
import org.francophonie.dclic.identity.domain.PersonRule;
import org.francophonie.dclic.identity.domain.PinRule;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Open;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.SignedIn;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.errors.RequestFacts;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingService;
import org.francophonie.dclic.platform.text.HtmlSanitiser;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** People join, and see and change what is kept about them. */
@Service
public class PersonService {

    private final PersonRepository people;
    private final AccountRepository accounts;
    private final NewPeople newPeople;
    private final PasswordHashing hashing;
    private final Throttle throttle;
    private final AddressService addresses;
    private final ConsentService consents;
    private final SettingService settings;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    PersonService(
            PersonRepository people,
            AccountRepository accounts,
            NewPeople newPeople,
            PasswordHashing hashing,
            Throttle throttle,
            AddressService addresses,
            ConsentService consents,
            SettingService settings,
            Trail trail,
            Ids ids,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.people = people;
        this.accounts = accounts;
        this.newPeople = newPeople;
        this.hashing = hashing;
        this.throttle = throttle;
        this.addresses = addresses;
        this.consents = consents;
        this.settings = settings;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        transaction = new TransactionTemplate(transactions);
    }

    @Open("whoever thinks of joining is not yet known")
    public boolean isOpen() {
        return settings.value(Setting.REGISTRATION_OPEN);
    }

    /**
     * Makes a person, an account and the profile of a learner. The password is hashed before the transaction begins. An
     * address is claimed, and a letter goes there: whether it is somebody's already is told in its box alone.
     */
    @Open("whoever joins is not yet known; registration can be closed by a setting")
    public SignedIn join(Joining joining) {
        if (!isOpen()) throw new JoiningRefused(JoiningRefused.Field.WHOLE, "join.closed");
        var name = HtmlSanitiser.line(joining.displayName());
        var given = checked(joining, name);
        var id = new PersonId(joining.commandId());
        var kind = joining.withPin() ? Account.Secret.PIN : Account.Secret.PASSWORD;
        var hash = hash(joining, hashing.prepared(kind, id, joining.secret()));
        try {
            var person = transaction.execute(_ -> make(joining, name, given, kind, hash));
            return new SignedIn(java.util.Objects.requireNonNull(person).value());
        } catch (DataIntegrityViolationException _) {
            return people.findById(id.value()) // the same form came twice at once
                    .map(known -> new SignedIn(known.id().value()))
                    .orElseThrow();
        }
    }

    /** What is wrong so far, as far as the form tells; a step of it may be left before the others are filled. */
    @Open("says what makes sense, and nothing of anybody")
    public Map<JoiningRefused.Field, String> problems(Joining joining) {
        try {
            checked(joining, HtmlSanitiser.line(joining.displayName()));
            return Map.of();
        } catch (JoiningRefused refused) {
            return refused.problems();
        }
    }

    private record Addresses(Optional<EmailAddress> own, Optional<EmailAddress> guardian) {}

    /** Everything that is wrong is told at once. */
    private Addresses checked(Joining joining, String name) {
        var problems = new EnumMap<JoiningRefused.Field, String>(JoiningRefused.Field.class);
        PersonRule.nameProblem(name).ifPresent(problem -> problems.put(JoiningRefused.Field.NAME, problem));
        Birth.problem(joining.birthYear(), Year.now(clock).getValue())
                .ifPresent(problem -> problems.put(JoiningRefused.Field.BIRTH_YEAR, "birth." + problem));
        PersonRule.countryProblem(joining.country())
                .ifPresent(problem -> problems.put(JoiningRefused.Field.COUNTRY, problem));
        var email = address(joining.email(), JoiningRefused.Field.EMAIL, problems);
        var guardian = address(joining.guardian(), JoiningRefused.Field.GUARDIAN, problems);
        if (guardian.isPresent() && guardian.map(EmailAddress::key).equals(email.map(EmailAddress::key)))
            problems.put(JoiningRefused.Field.GUARDIAN, "guardian.same");
        secretProblem(joining, name, email).ifPresent(key -> problems.put(JoiningRefused.Field.PASSWORD, key));
        if (!problems.isEmpty()) throw new JoiningRefused(problems);
        return new Addresses(email, guardian);
    }

    private static Optional<EmailAddress> address(
            Optional<String> typed, JoiningRefused.Field field, Map<JoiningRefused.Field, String> problems) {
        try {
            return typed.map(EmailAddress::parse);
        } catch (EmailAddress.Refused refused) {
            problems.put(field, "email." + refused.problem());
            return Optional.empty();
        }
    }

    private static Optional<String> secretProblem(Joining joining, String name, Optional<EmailAddress> email) {
        if (joining.withPin())
            return PinRule.problem(joining.secret(), joining.birthYear().strip())
                    .map(problem -> "pin." + problem);
        return PasswordRule.problemInSight(
                        joining.secret(), name, email.map(EmailAddress::typed).orElse(""))
                .map(problem -> "password." + problem);
    }

    /** Joining costs a hash: a network that joins again and again waits like one that guesses. */
    private String hash(Joining joining, String prepared) {
        var network = joiningNetwork();
        if (!throttle.pass(network).isZero()) throw new JoiningRefused(JoiningRefused.Field.WHOLE, "join.wait");
        if (!joining.withPin() && PasswordRule.isCommon(joining.secret()))
            throw new JoiningRefused(JoiningRefused.Field.PASSWORD, "password." + PasswordRule.Problem.TOO_COMMON);
        try {
            return hashing.hash(prepared);
        } catch (SignInRefused _) { // too many passwords wait to be hashed
            throttle.giveBack(network);
            throw new JoiningRefused(JoiningRefused.Field.WHOLE, "join.wait");
        }
    }

    private PersonId make(Joining joining, String name, Addresses given, Account.Secret kind, String hash) {
        var id = new PersonId(joining.commandId());
        if (people.findById(id.value()).isPresent()) return id; // the second click of the same form
        int birthYear = Integer.parseInt(joining.birthYear().strip());
        newPeople.make(
                new NewPeople.Facts(id, name, birthYear, joining.country(), joining.language()),
                kind,
                hash,
                account -> given.own().ifPresent(account::claim));
        given.own().ifPresent(address -> addresses.write(id, address, joining.language()));
        if (consents.isNeeded(birthYear, joining.country()))
            consents.begin(id, birthYear, joining.country(), given.guardian(), joining.language());
        var entry = AuditEntry.command(Right.CHANGE_OWN_ACCOUNT)
                .named("join")
                .by(id)
                .on("PersonId", id)
                .about(id)
                .personal("displayName", null, name)
                .personal("birthYear", null, birthYear)
                .personal("country", null, joining.country());
        given.own().ifPresent(address -> entry.personal("claimedEmail", null, address.typed()));
        given.guardian().ifPresent(address -> entry.personal("guardian", null, address.typed()));
        trail.record(entry);
        return id;
    }

    /** Is a guardian needed, as far as the form tells? */
    @Open("says what the law says, and nothing of anybody")
    public boolean needsGuardian(Joining joining) {
        return Birth.problem(joining.birthYear(), Year.now(clock).getValue()).isEmpty()
                && consents.isNeeded(Integer.parseInt(joining.birthYear().strip()), joining.country());
    }

    /** The work asked of a device before it makes an account; harder where many have just been made. */
    @Open("a random question")
    public Puzzle puzzle() {
        return Puzzle.fresh(random, throttle.level(joiningNetwork()));
    }

    private static Throttle.Key joiningNetwork() {
        return Throttle.Key.joining(
                RequestFacts.current().map(RequestFacts::address).orElse("0.0.0.0"));
    }

    /** An id for a joining form; it becomes the person's. */
    @Open("a random number")
    public java.util.UUID newJoining() {
        return ids.next();
    }

    /**
     * Somebody wants another name to be shown.
     *
     * @throws JoiningRefused saying what is wrong with it
     */
    @Requires(Right.CHANGE_OWN_ACCOUNT)
    public void rename(String typed) {
        var name = HtmlSanitiser.line(typed);
        PersonRule.nameProblem(name).ifPresent(problem -> {
            throw new JoiningRefused(JoiningRefused.Field.NAME, problem);
        });
        transaction.executeWithoutResult(_ -> {
            var me = Actors.current().requirePerson();
            var person = people.findPresent(me).orElseThrow(() -> new NotFound("person"));
            if (person.displayName().equals(name)) return;
            trail.record(AuditEntry.command(Right.CHANGE_OWN_ACCOUNT)
                    .named("rename")
                    .on("PersonId", me)
                    .about(me)
                    .personal("displayName", person.displayName(), name));
            person.rename(name);
            people.save(person);
        });
    }

    @Open("names the signed-in person to herself; nobody else can be asked for")
    public Optional<Me> me() {
        return Actors.current()
                .person()
                .flatMap(person -> people.findById(person.value()))
                .filter(Person::isActive)
                .map(person -> new Me(person.id(), person.code(), person.displayName(), person.language()));
    }

    /** Does the signed-in person have a PIN, which is good on known devices alone? */
    @Requires(Right.READ_OWN_ACCOUNT)
    public boolean hasPin() {
        return accounts.findById(Actors.current().requirePerson().value())
                .filter(account -> account.secret() == Account.Secret.PIN)
                .isPresent();
    }

    /** Remembers the language chosen. */
    @Requires(Right.CHANGE_OWN_ACCOUNT)
    public void speak(Locale language) {
        var person = Actors.current().requirePerson();
        transaction.executeWithoutResult(_ -> people.findById(person.value()).ifPresent(found -> {
            var before = found.language();
            found.speak(language);
            people.save(found);
            trail.record(AuditEntry.command(Right.CHANGE_OWN_ACCOUNT)
                    .named("speak")
                    .on("PersonId", person)
                    .about(person)
                    .change("language", before.getLanguage(), language.getLanguage()));
        }));
    }
}
