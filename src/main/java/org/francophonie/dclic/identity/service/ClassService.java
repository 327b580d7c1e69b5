package org.francophonie.dclic.identity.service;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.francophonie.dclic.identity.domain.Account;
import org.francophonie.dclic.identity.domain.AccountRepository;
import org.francophonie.dclic.identity.domain.Membership;
import org.francophonie.dclic.identity.domain.MembershipRepository;
import org.francophonie.dclic.identity.domain.NewLearner;
import org.francophonie.dclic.identity.domain.Person;
import org.francophonie.dclic.identity.domain.PersonGroup;
import org.francophonie.dclic.identity.domain.PersonGroupRepository;
import org.francophonie.dclic.identity.domain.PersonRepository;
import org.francophonie.dclic.identity.domain.PinRule;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Open;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.text.HtmlSanitiser;
import org.francophonie.dclic.rights.Profiles;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Classes of a centre: a trainer makes one, and accounts for its learners, with a code and a PIN each. Those who have joined
 * alone come in by their code; their secrets stay their own.
 */
@Service
public class ClassService {
    /** Learners of one class at most. */
    public static final int LARGEST = 100;

    public static final int PAGE = 20;

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final PersonGroupRepository groups;
    private final MembershipRepository memberships;
    private final PersonRepository people;
    private final AccountRepository accounts;
    private final NewPeople newPeople;
    private final ConsentService consents;
    private final PasswordHashing hashing;
    private final SecretRenewal renewal;
    private final InvitationService invitations;
    private final Profiles profiles;
    private final Gate gate;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;
    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    ClassService(
            PersonGroupRepository groups,
            MembershipRepository memberships,
            PersonRepository people,
            AccountRepository accounts,
            NewPeople newPeople,
            ConsentService consents,
            PasswordHashing hashing,
            SecretRenewal renewal,
            InvitationService invitations,
            Profiles profiles,
            Gate gate,
            Trail trail,
            Ids ids,
            Clock clock,
            JdbcClient sql,
            PlatformTransactionManager transactions) {
        this.groups = groups;
        this.memberships = memberships;
        this.people = people;
        this.accounts = accounts;
        this.newPeople = newPeople;
        this.consents = consents;
        this.hashing = hashing;
        this.renewal = renewal;
        this.invitations = invitations;
        this.profiles = profiles;
        this.gate = gate;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        this.sql = sql;
        transaction = new TransactionTemplate(transactions);
    }

    /** A class, as lists show it. */
    public record ClassLine(GroupId id, String name, int learners) {
        /** Before a screen knows which class it shows. */
        public static final ClassLine NONE = new ClassLine(new GroupId(new UUID(0, 0)), "", 0);
    }

    /**
     * Somebody of a class.
     *
     * @param ours the account was made here: its PIN may be renewed
     * @param waits a guardian has still to agree
     */
    public record Learner(PersonId id, String displayName, String code, int birthYear, boolean ours, boolean waits) {}

    /** What is printed for a learner; the PIN is nowhere else. */
    public record Card(String displayName, String code, String pin) {}

    /**
     * What came of a list.
     *
     * @param cards of the accounts that were made
     * @param invited codes of those who have an account and are asked to come in
     */
    public record Added(List<Card> cards, List<String> invited) {}

    /** An id for a class to be made: making it twice with it is making it once. */
    @Open("a random number")
    public UUID newClass() {
        return ids.next();
    }

    /** The classes of the signed-in person, by name. */
    @Requires(Right.READ_CLASS)
    public Page<ClassLine> page(int page) {
        var mine = gate.filter(Right.READ_CLASS, PersonGroup.class)
                .and((row, _, build) -> build.equal(row.get("kind"), PersonGroup.Kind.CLASS));
        var found = groups.findAll(mine, PageRequest.of(page, PAGE, Sort.by("name", "id")));
        var sizes = sizes(found.getContent());
        return found.map(group -> new ClassLine(group.id(), group.name(), sizes.getOrDefault(group.id(), 0)));
    }

    private Map<GroupId, Integer> sizes(List<PersonGroup> found) {
        return sql
                .sql("""
                        select group_id, count(*)::int as learners from identity.membership
                        where group_id = any(?) and not manager group by group_id""")
                .param(found.stream().map(group -> group.id().value()).toArray(UUID[]::new))
                .query((row, _) ->
                        Map.entry(new GroupId(row.getObject("group_id", UUID.class)), row.getInt("learners")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Requires(value = Right.READ_CLASS, on = "group")
    public Optional<ClassLine> find(GroupId group) {
        return groups.findById(group.value())
                .map(found -> new ClassLine(
                        found.id(), found.name(), memberships.countByGroupIdAndManagerFalse(group.value())));
    }

    /**
     * Makes a class; whoever makes it is responsible for it.
     *
     * @param country where its learners live, ISO 3166-1 alpha-2
     * @throws ClassRefused when it has no name or no country
     */
    @Requires(Right.CREATE_CLASS)
    public GroupId create(UUID commandId, String typedName, String country) {
        var name = name(typedName);
        if (!COUNTRIES.contains(country)) throw new ClassRefused("class.country.empty");
        var me = Actors.current().requirePerson();
        var id = new GroupId(commandId);
        transaction.executeWithoutResult(_ -> {
            if (groups.findById(commandId).isPresent()) return;
            groups.saveAndFlush(new PersonGroup(id, name, PersonGroup.Kind.CLASS, country, clock.instant()));
            profiles.moved(id, List.of(id));
            join(me, id, true);
            trail.record(AuditEntry.command(Right.CREATE_CLASS)
                    .named("create-class")
                    .on("GroupId", id)
                    .change("name", null, name));
        });
        return id;
    }

    private static String name(String typed) {
        var name = HtmlSanitiser.line(typed);
        if (name.isEmpty()) throw new ClassRefused("class.name.empty");
        if (name.length() > PersonGroup.LONGEST_NAME) throw new ClassRefused("class.name.long");
        return name;
    }

    @Requires(value = Right.TEACH_CLASS, on = "group")
    public void rename(GroupId group, String typedName) {
        var name = name(typedName);
        transaction.executeWithoutResult(_ -> {
            var found = groups.findById(group.value()).orElseThrow();
            var before = found.name();
            found.rename(name);
            groups.save(found);
            trail.record(AuditEntry.command(Right.TEACH_CLASS)
                    .named("rename-class")
                    .on("GroupId", group)
                    .change("name", before, name));
        });
    }

    /** Everybody of the class who learns, by name. */
    @Requires(value = Right.READ_PERSON, on = "group")
    public List<Learner> learners(GroupId group) {
        return java.util.Objects.requireNonNull(transaction.execute(_ -> {
            var found = read(group);
            if (!found.isEmpty()) {
                var entry = AuditEntry.read(Right.READ_PERSON).named("class").on("GroupId", group);
                found.forEach(learner -> entry.about(learner.id()));
                trail.record(entry);
            }
            return found;
        }));
    }

    private List<Learner> read(GroupId group) {
        return sql.sql("""
                        select p.id, p.display_name, p.code, p.birth_year, a.home_class = :group and a.email_key is null as ours,
                            c.state = 'WAITING' and c.needed_until > now() as waits
                        from identity.membership m
                        join identity.person p on p.id = m.person_id and p.status = 'ACTIVE'
                        join identity.account a on a.person_id = p.id
                        left join identity.consent c on c.person_id = p.id
                        where m.group_id = :group and not m.manager
                        order by lower(p.display_name), p.code""")
                .param("group", group.value())
                .query((row, _) -> new Learner(
                        new PersonId(row.getObject("id", UUID.class)),
                        row.getString("display_name"),
                        row.getString("code"),
                        row.getInt("birth_year"),
                        row.getBoolean("ours"),
                        row.getBoolean("waits")))
                .list();
    }

    /** What a list of learners says; nothing is made. */
    @Open("reads what was typed")
    public NewLearner.Read understand(String text) {
        return NewLearner.read(text, Year.now(clock).getValue());
    }

    /** Is there somebody in the list for whom a guardian has to agree? */
    @Requires(value = Right.READ_CLASS, on = "group")
    public boolean needsGuardians(GroupId group, List<NewLearner> learners) {
        var country = country(group);
        return learners.stream()
                .anyMatch(learner -> learner.code().isEmpty() && consents.isNeeded(learner.birthYear(), country));
    }

    private String country(GroupId group) {
        return groups.findById(group.value()).flatMap(PersonGroup::country).orElse("");
    }

    /**
     * Makes an account for each name, and asks whoever is named by a code.
     *
     * @param guardiansAgree the centre has the word of the guardians of those who need one
     * @throws ClassRefused when the class would become too large, or a code is nobody's
     */
    @Requires(value = Right.TEACH_CLASS, on = "group")
    public Added add(GroupId group, List<NewLearner> learners, boolean guardiansAgree, Locale language) {
        if (memberships.countByGroupIdAndManagerFalse(group.value()) + learners.size() > LARGEST)
            throw new ClassRefused("class.full");
        var known =
                learners.stream().flatMap(learner -> learner.code().stream()).toList();
        var made = learners.stream()
                .filter(learner -> learner.code().isEmpty())
                .map(this::prepare)
                .toList();
        return java.util.Objects.requireNonNull(transaction.execute(_ -> {
            var invited = known.stream().map(code -> invite(group, code)).toList();
            var cards = made.stream()
                    .map(fresh -> make(group, fresh, guardiansAgree, language))
                    .toList();
            return new Added(cards, invited);
        }));
    }

    /** A learner whose PIN is hashed already: no transaction is open meanwhile. */
    private record Prepared(PersonId id, NewLearner learner, String pin, String hash) {}

    private Prepared prepare(NewLearner learner) {
        var id = new PersonId(ids.next());
        var pin = pin(learner.birthYear());
        return new Prepared(id, learner, pin, hash(id, pin));
    }

    private String hash(PersonId id, String pin) {
        try {
            return hashing.hash(hashing.prepared(Account.Secret.PIN, id, pin));
        } catch (SignInRefused _) { // too many passwords wait to be hashed
            throw new ClassRefused("class.busy");
        }
    }

    private String pin(int birthYear) {
        String pin;
        do pin = String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000));
        while (PinRule.problem(pin, String.valueOf(birthYear)).isPresent());
        return pin;
    }

    private String invite(GroupId group, String code) {
        var person = people.findByCode(code).filter(Person::isActive).orElseThrow(() -> new ClassRefused("class.code"));
        invitations.invite(group, person.id());
        return person.code();
    }

    private Card make(GroupId group, Prepared fresh, boolean guardiansAgree, Locale language) {
        var name = HtmlSanitiser.line(fresh.learner().name());
        int year = fresh.learner().birthYear();
        var country = country(group);
        var person = newPeople.make(
                new NewPeople.Facts(fresh.id(), name, year, country, language),
                Account.Secret.PIN,
                fresh.hash(),
                account -> account.settleIn(group));
        join(fresh.id(), group, false);
        if (consents.isNeeded(year, country)) consents.begin(fresh.id(), year, country, guardiansAgree);
        trail.record(AuditEntry.command(Right.TEACH_CLASS)
                .named("make-account")
                .on("GroupId", group)
                .about(fresh.id())
                .personal("displayName", null, name)
                .personal("birthYear", null, year)
                .personal("guardiansAgree", null, guardiansAgree));
        return new Card(name, person.code(), fresh.pin());
    }

    private void join(PersonId person, GroupId group, boolean manager) {
        memberships.save(new Membership(person, group, manager));
        profiles.joined(person, group, manager);
    }

    /**
     * Gives learners another PIN, each, and closes their sessions; those whose account was not made here keep their secret.
     *
     * @return the cards, which are shown once
     */
    @Requires(value = Right.TEACH_CLASS, on = "group")
    public List<Card> renewPins(GroupId group, List<PersonId> chosen) {
        var ours = read(group).stream()
                .filter(Learner::ours)
                .filter(learner -> chosen.contains(learner.id()))
                .toList();
        var fresh = new ArrayList<Prepared>();
        for (var learner : ours) {
            var pin = pin(learner.birthYear());
            fresh.add(new Prepared(
                    learner.id(),
                    new NewLearner(0, learner.displayName(), learner.birthYear(), Optional.of(learner.code())),
                    pin,
                    hash(learner.id(), pin)));
        }
        transaction.executeWithoutResult(_ -> fresh.forEach(one -> renew(group, one)));
        return fresh.stream()
                .map(one -> new Card(one.learner().name(), one.learner().code().orElseThrow(), one.pin()))
                .toList();
    }

    private void renew(GroupId group, Prepared fresh) {
        var account = accounts.findById(fresh.id().value())
                .filter(found -> found.isSettledIn(group))
                .orElseThrow(() -> new ClassRefused("class.not-ours"));
        renewal.renew(account, Account.Secret.PIN, fresh.hash(), Optional.empty());
        trail.record(AuditEntry.command(Right.TEACH_CLASS)
                .named("renew-pin")
                .on("GroupId", group)
                .about(fresh.id()));
    }

    /** The learner leaves the class and keeps the account. */
    @Requires(value = Right.TEACH_CLASS, on = "group")
    public void remove(GroupId group, PersonId person) {
        transaction.executeWithoutResult(_ -> memberships
                .findByPersonIdAndGroupId(person.value(), group.value())
                .filter(membership -> !membership.isManager())
                .ifPresent(membership -> {
                    memberships.delete(membership);
                    profiles.left(person, group);
                    trail.record(AuditEntry.command(Right.TEACH_CLASS)
                            .named("remove")
                            .on("GroupId", group)
                            .about(person));
                }));
    }
}
