package org.francophonie.dclic.identity.service;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.francophonie.dclic.identity.domain.Account;
import org.francophonie.dclic.identity.domain.AccountRepository;
import org.francophonie.dclic.identity.domain.ConsentRepository;
import org.francophonie.dclic.identity.domain.Person;
import org.francophonie.dclic.identity.domain.PersonRepository;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ids.PersonId;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People as those see them who are responsible for them. Each page that was shown is in the trail. */
@Service
@Transactional(readOnly = true)
public class PeopleService {
    /** People on one page of the list. */
    public static final int PAGE = 25;

    private final PersonRepository people;
    private final AccountRepository accounts;
    private final ConsentRepository consents;
    private final Gate gate;
    private final JdbcClient sql;
    private final Trail trail;
    private final Clock clock;

    PeopleService(
            PersonRepository people,
            AccountRepository accounts,
            ConsentRepository consents,
            Gate gate,
            JdbcClient sql,
            Trail trail,
            Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.consents = consents;
        this.gate = gate;
        this.sql = sql;
        this.trail = trail;
        this.clock = clock;
    }

    /** One line of the list. */
    public record Line(PersonId id, String displayName, String code, boolean active, List<String> profiles) {}

    /** @param total how many there are on all pages */
    public record Found(List<Line> lines, long total) {}

    /**
     * Everything about somebody that the person page shows.
     *
     * @param version to be handed back with a change
     * @param email proved to be the person's; told to whoever may change the person: nobody else writes to her from here
     * @param claimedEmail given and not proved yet; told to the same
     * @param pin signs in by a PIN, on known devices
     * @param waits for the word of a guardian
     */
    public record Details(
            PersonId id,
            long version,
            String displayName,
            String code,
            Optional<Integer> birthYear,
            Optional<String> country,
            Locale language,
            boolean active,
            Instant since,
            Optional<String> email,
            Optional<String> claimedEmail,
            boolean pin,
            boolean waits,
            Map<GroupId, String> groups) {}

    /** @param page from 0 */
    @Requires(Right.READ_PERSON)
    public Found search(PeopleSearch search, int page) {
        var found = people.findAll(
                search.specification().and(gate.filter(Right.READ_PERSON, Person.class)), PageRequest.of(page, PAGE));
        var profiles = profiles(found.map(Person::id).getContent());
        var lines = found.map(person -> new Line(
                        person.id(),
                        person.displayName(),
                        person.code(),
                        person.isActive(),
                        profiles.getOrDefault(person.id(), List.of())))
                .getContent();
        if (!lines.isEmpty()) {
            var entry = AuditEntry.read(Right.READ_PERSON).named("list");
            lines.forEach(line -> entry.about(line.id()));
            trail.recordRead(entry);
        }
        return new Found(lines, found.getTotalElements());
    }

    /** Those of these whom one may see and who are still there. */
    @Requires(Right.READ_PERSON)
    public List<PersonId> ids(Collection<PersonId> named) {
        if (named.isEmpty()) return List.of();
        return people
                .findAll(gate.filter(Right.READ_PERSON, Person.class)
                        .and((row, _, build) -> build.and(
                                row.get("id")
                                        .in(named.stream().map(PersonId::value).toList()),
                                build.notEqual(row.get("status"), Person.Status.ERASED))))
                .stream()
                .map(Person::id)
                .toList();
    }

    /** Whom a search finds, for an act that concerns all of them; nobody's data are shown. */
    @Requires(Right.READ_PERSON)
    public List<PersonId> ids(PeopleSearch search, int most) {
        return people.findAll(
                        search.specification().and(gate.filter(Right.READ_PERSON, Person.class)),
                        PageRequest.of(0, most))
                .map(Person::id)
                .getContent();
    }

    private Map<PersonId, List<String>> profiles(Collection<PersonId> ids) {
        if (ids.isEmpty()) return Map.of();
        return sql
                .sql("select person_id, profile from rights.held where person_id in (:ids) order by profile")
                .param("ids", ids.stream().map(PersonId::value).toList())
                .query((row, _) ->
                        Map.entry(new PersonId(row.getObject("person_id", UUID.class)), row.getString("profile")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** @throws NotFound when there is nobody, or nobody any more */
    @Requires(value = Right.READ_PERSON, on = "person")
    public Details details(PersonId person) {
        var found = people.findPresent(person).orElseThrow(() -> new NotFound("person"));
        var account = accounts.findById(person.value());
        var mayWrite = gate.allows(Right.CHANGE_PERSON, person);
        trail.recordRead(AuditEntry.read(Right.READ_PERSON)
                .named("page")
                .on("PersonId", person)
                .about(person));
        return new Details(
                person,
                found.version(),
                found.displayName(),
                found.code(),
                found.birthYear(),
                found.country(),
                found.language(),
                found.isActive(),
                found.createdAt(),
                account.filter(_ -> mayWrite).flatMap(Account::email),
                account.filter(_ -> mayWrite).flatMap(Account::claimedEmail),
                account.filter(known -> known.secret() == Account.Secret.PIN).isPresent(),
                consents.findById(person.value())
                        .filter(consent -> consent.isWaiting(clock.instant()))
                        .isPresent(),
                groups(person));
    }

    private Map<GroupId, String> groups(PersonId person) {
        return sql
                .sql("""
                        select g.id, g.name from identity.membership m join identity.person_group g on g.id = m.group_id
                        where m.person_id = ? order by g.name limit 100""")
                .param(person.value())
                .query((row, _) -> Map.entry(new GroupId(row.getObject("id", UUID.class)), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, LinkedHashMap::new));
    }
}
