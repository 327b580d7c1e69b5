package org.francophonie.dclic.identity.service;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.francophonie.dclic.identity.SessionEnd;
import org.francophonie.dclic.identity.domain.Person;
import org.francophonie.dclic.identity.domain.PersonRepository;
import org.francophonie.dclic.identity.service.PeopleRefused.Field;
import org.francophonie.dclic.platform.access.Actor;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.personal.PersonalData;
import org.francophonie.dclic.rights.Profiles;
import org.francophonie.dclic.rights.RightsRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * People read and take away everything that is kept about them, and have it erased: live rows go, and the key under which the
 * trail holds values about them is destroyed. It is complete when the oldest backup has expired (30 days at most).
 */
@Service
public class ErasureService {
    private static final Logger LOG = LoggerFactory.getLogger(ErasureService.class);

    private final PersonRepository people;
    private final OwnSecret secrets;
    private final List<PersonalData> parts;
    private final Profiles profiles;
    private final Sessions sessions;
    private final ErasedList erased;
    private final MergedPeople merged;
    private final JdbcClient sql;
    private final Trail trail;
    private final TransactionTemplate transaction;

    ErasureService(
            PersonRepository people,
            OwnSecret secrets,
            List<PersonalData> parts,
            Profiles profiles,
            Sessions sessions,
            ErasedList erased,
            MergedPeople merged,
            JdbcClient sql,
            Trail trail,
            PlatformTransactionManager transactions) {
        this.people = people;
        this.secrets = secrets;
        this.parts = parts.stream()
                .sorted(Comparator.comparingInt(PersonalData::order))
                .toList();
        this.profiles = profiles;
        this.sessions = sessions;
        this.erased = erased;
        this.merged = merged;
        this.sql = sql;
        this.trail = trail;
        transaction = new TransactionTemplate(transactions);
    }

    /**
     * Everything that is kept about the signed-in person; that it was taken away is in the trail. Who the other account was
     * that has become one with hers is hers to read once that is for good.
     */
    @Requires(value = Right.READ_OWN_ACCOUNT, seesAll = true)
    public List<PersonalData.Table> mine() {
        var me = Actors.current().requirePerson();
        return Objects.requireNonNull(transaction.execute(_ -> {
            var tables = Stream.concat(Stream.of(me), merged.forGood(me).stream())
                    .flatMap(account -> parts.stream().flatMap(part -> part.of(account).stream()))
                    .toList();
            trail.record(AuditEntry.export(Right.READ_OWN_ACCOUNT)
                    .named("own-data")
                    .on("PersonId", me)
                    .about(me));
            return tables;
        }));
    }

    /** With those that have become one with it. */
    private Stream<PersonId> accountsOf(PersonId person) {
        return Stream.concat(Stream.of(person), merged.from(person).stream().flatMap(this::accountsOf));
    }

    /**
     * The signed-in person leaves, and proves once more who she is.
     *
     * @throws SignInRefused when the secret is wrong, or too much was tried
     * @throws org.francophonie.dclic.rights.RightsRefused when too few administrators would remain
     */
    @Requires(value = Right.CHANGE_OWN_ACCOUNT, seesAll = true)
    public void eraseMe(String secret) {
        secrets.check(secret);
        erase(Actors.current().requirePerson(), Right.CHANGE_OWN_ACCOUNT, false);
    }

    /** At the person's request, told to an administrator, or by law. One's own account goes by {@link #eraseMe}. */
    @Requires(value = Right.ERASE_PERSON, on = "person")
    public void erase(PersonId person) {
        erase(person, false);
    }

    /**
     * As {@link #erase}, but what counts in the figures of courses stays: places and results of nobody, without what was
     * written there.
     */
    @Requires(value = Right.ERASE_PERSON, on = "person")
    public void anonymise(PersonId person) {
        erase(person, true);
    }

    private void erase(PersonId person, boolean figuresStay) {
        if (Actors.current().is(person)) throw new PeopleRefused(Field.WHOLE, "people.erase.yourself");
        if (merged.into(person).isPresent()) throw new PeopleRefused(Field.WHOLE, "people.erase.merged");
        erase(person, Right.ERASE_PERSON, figuresStay);
    }

    /** Doing it twice is doing it once. Accounts that have become one with it go, too. */
    private void erase(PersonId person, Right right, boolean figuresStay) {
        var done = Objects.requireNonNull(transaction.execute(_ -> {
            var found = accountsOf(person)
                    .flatMap(account -> people.findPresent(account).stream())
                    .toList();
            found.forEach(known -> erase(known, right, figuresStay));
            return found.stream().map(Person::id).toList();
        }));
        done.forEach(erased::add);
    }

    private void erase(Person person, Right right, boolean figuresStay) {
        var id = person.id();
        sessions.endAll(id, SessionEnd.ERASED);
        trail.record(AuditEntry.command(right)
                .named(figuresStay ? "anonymise" : "erase")
                .on("PersonId", id)
                .about(id)
                .change("status", null, Person.Status.ERASED));
        person.erase();
        people.saveAndFlush(person);
        profiles.standingChanged();
        var nobody = UUID.randomUUID();
        parts.forEach(part -> {
            if (figuresStay) part.anonymise(id, nobody);
            else part.erase(id);
        });
    }

    /** Accounts that a guardian refused, or took back, go after 30 days: until then a mistake can be put right. */
    void eraseRefused() {
        sql.sql("""
                        select c.person_id from identity.consent c join identity.person p on p.id = c.person_id
                        where c.state = 'REFUSED' and p.status = 'SUSPENDED' and c.decided_at < now() - interval '30 days'
                        limit 500""").query(UUID.class).list().forEach(id -> erase(new PersonId(id), Right.ERASE_PERSON, false));
    }

    /** After a backup was restored. */
    @EventListener(ApplicationReadyEvent.class)
    void eraseAgain() {
        var ids = erased.all();
        if (ids.isEmpty()) return;
        Actors.runAs(Actor.job("erase-again"), () -> sql.sql(
                        "select id from identity.person where id in (:ids) and status <> 'ERASED'")
                .param("ids", ids.stream().map(PersonId::value).toList())
                .query(UUID.class)
                .list()
                .forEach(id -> eraseAgain(new PersonId(id))));
    }

    /** Whoever is again one of the last two administrators waits for a third: that stops neither the others nor the start. */
    private void eraseAgain(PersonId person) {
        try {
            erase(person, Right.ERASE_PERSON, false);
        } catch (RightsRefused refused) {
            LOG.error("{} was erased before the restore and is there again: {}", person, refused.getMessage());
        }
    }
}
