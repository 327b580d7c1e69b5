package org.francophonie.dclic.identity.merge;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.identity.domain.Account;
import org.francophonie.dclic.identity.domain.AccountRepository;
import org.francophonie.dclic.identity.domain.Person;
import org.francophonie.dclic.identity.domain.PersonRepository;
import org.francophonie.dclic.identity.groups.GroupPeopleService;
import org.francophonie.dclic.identity.service.MergeLetters;
import org.francophonie.dclic.identity.service.MergedPeople;
import org.francophonie.dclic.identity.service.SuspensionService;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.personal.MergedData;
import org.francophonie.dclic.platform.personal.MergedData.Effect;
import org.francophonie.dclic.rights.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one of two accounts of the same human being: what was done with the one goes over to the other, nothing twice; the
 * one that is given up is shut and stays as it was, so that everything can go back for 30 days.
 */
@Service
@Transactional
public class MergeService {
    private final PersonRepository people;
    private final AccountRepository accounts;
    private final MergeObstacles obstacles;
    private final Profiles profiles;
    private final SuspensionService suspensions;
    private final GroupPeopleService members;
    private final MergedPeople merged;
    private final List<MergedData> parts;
    private final MergeLetters letters;
    private final JdbcClient sql;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;

    MergeService(
            PersonRepository people,
            AccountRepository accounts,
            MergeObstacles obstacles,
            Profiles profiles,
            SuspensionService suspensions,
            GroupPeopleService members,
            MergedPeople merged,
            List<MergedData> parts,
            MergeLetters letters,
            JdbcClient sql,
            Trail trail,
            Ids ids,
            Clock clock) {
        this.people = people;
        this.accounts = accounts;
        this.obstacles = obstacles;
        this.profiles = profiles;
        this.suspensions = suspensions;
        this.members = members;
        this.merged = merged;
        this.parts = parts;
        this.letters = letters;
        this.sql = sql;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What would become of two accounts.
     *
     * @param obstacles keys of why it cannot be; nothing when it can
     */
    public record Outlook(MergeSide kept, MergeSide gone, List<Effect> effects, List<String> obstacles) {}

    /**
     * Two accounts that have become one.
     *
     * @param undoable whether it can still be taken back
     */
    public record Merged(UUID id, PersonId kept, PersonId gone, Instant at, boolean undoable) {}

    /** Both accounts side by side, what would go over, and what stands in the way. */
    @Requires(value = Right.MERGE_PEOPLE, looksOnly = true)
    @Transactional(readOnly = true)
    public Outlook look(PersonId kept, PersonId gone) {
        var sides = List.of(side(kept), side(gone));
        trail.recordRead(
                AuditEntry.read(Right.MERGE_PEOPLE).named("compare").about(kept).about(gone));
        var effects = new ArrayList<>(parts.stream()
                .flatMap(part -> part.effects(gone, kept).stream())
                .toList());
        var groups = groups(gone).size();
        if (groups > 0) effects.add(new Effect("groups", groups));
        if (accounts.findById(gone.value()).flatMap(Account::email).isEmpty()) effects.add(new Effect("no-address", 1));
        return new Outlook(sides.getFirst(), sides.getLast(), effects, obstacles.between(kept, gone));
    }

    private MergeSide side(PersonId id) {
        var person = found(id);
        var account = accounts.findById(id.value());
        return new MergeSide(
                id,
                person.displayName(),
                person.code(),
                account.flatMap(Account::email).or(() -> account.flatMap(Account::claimedEmail)),
                person.birthYear(),
                person.country(),
                person.isActive(),
                person.createdAt(),
                sql.sql("select max(last_act_at) from identity.session where person_id = ?")
                        .param(id.value())
                        .query((row, _) ->
                                Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                        .single(),
                profiles.heldBy(id),
                sql.sql("""
                        select g.name from identity.membership m join identity.person_group g on g.id = m.group_id
                        where m.person_id = ? order by g.name limit 20""").param(id.value()).query(String.class).list());
    }

    private Person found(PersonId person) {
        return people.findPresent(person).orElseThrow(() -> new NotFound("person"));
    }

    private List<GroupId> groups(PersonId person) {
        return sql
                .sql("select group_id from identity.membership where person_id = ? order by group_id")
                .param(person.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(GroupId::new)
                .toList();
    }

    /**
     * Makes one account of two. Told twice, it is done once.
     *
     * @param gone is shut, and is no longer used
     * @param why in the administrator's words, for the trail
     * @throws MergeRefused saying what stands in the way
     * @throws org.francophonie.dclic.identity.service.PeopleRefused when no reason is given
     * @throws org.francophonie.dclic.rights.RightsRefused when a group of the one gives what is not the actor's to give
     */
    @Requires(Right.MERGE_PEOPLE)
    public void merge(PersonId kept, PersonId gone, String why) {
        lock(kept, gone);
        if (merged.into(gone).filter(kept::equals).isPresent()) {
            Trail.Described.mark(); // a second press of the button
            return;
        }
        var inTheWay = obstacles.between(kept, gone);
        if (!inTheWay.isEmpty()) throw new MergeRefused(inTheWay);
        var id = ids.next();
        suspensions.suspend(gone, why);
        sql.sql("insert into identity.merge (id, kept, gone, by_person, merged_at) values (?, ?, ?, ?, ?)")
                .param(id)
                .param(kept.value())
                .param(gone.value())
                .param(Actors.current().requirePerson().value())
                .param(Timestamp.from(clock.instant()))
                .update();
        changeGroups(id, kept, gone);
        copyPresence(gone, kept);
        parts.forEach(part -> part.prepare(gone));
        parts.forEach(part -> part.merge(gone, kept));
        tell("merge", kept, gone);
        letters.write(gone, MergeLetters.News.MERGED, code(kept));
        letters.write(kept, MergeLetters.News.TAKEN_IN, code(gone));
    }

    /** Always in the same order: two who do it the other way round do not wait for each other. */
    private void lock(PersonId one, PersonId other) {
        sql.sql("select id from identity.person where id in (?, ?) order by id for update")
                .param(one.value())
                .param(other.value())
                .query(UUID.class)
                .list();
        found(one);
        found(other);
    }

    private void changeGroups(UUID merge, PersonId kept, PersonId gone) {
        var already = new LinkedHashSet<>(groups(kept));
        for (var group : groups(gone)) {
            if (already.contains(group)) members.remove(group, gone);
            else {
                members.take(group, kept);
                members.remove(group, gone);
            }
            sql.sql("insert into identity.merge_group (merge_id, group_id, joined) values (?, ?, ?)")
                    .param(merge)
                    .param(group.value())
                    .param(!already.contains(group))
                    .update();
        }
    }

    private void copyPresence(PersonId gone, PersonId kept) {
        sql.sql("""
                insert into identity.attendance (group_id, day, person_id, marked_by, marked_at)
                select group_id, day, :kept, marked_by, marked_at from identity.attendance where person_id = :gone
                on conflict do nothing""").param("kept", kept.value()).param("gone", gone.value()).update();
    }

    private String code(PersonId person) {
        return found(person).code();
    }

    private void tell(String act, PersonId kept, PersonId gone) {
        trail.record(AuditEntry.command(Right.MERGE_PEOPLE)
                .named(act)
                .on("PersonId", kept)
                .about(kept)
                .about(gone));
    }

    /** What this account has become, or has taken in, newest first. */
    @Requires(value = Right.MERGE_PEOPLE, looksOnly = true)
    @Transactional(readOnly = true)
    public List<Merged> of(PersonId person) {
        return sql.sql("""
                        select id, kept, gone, merged_at from identity.merge
                        where (kept = :person or gone = :person) and undone_at is null order by merged_at desc""")
                .param("person", person.value())
                .query((row, _) -> {
                    var at = row.getTimestamp("merged_at").toInstant();
                    return new Merged(
                            row.getObject("id", UUID.class),
                            new PersonId(row.getObject("kept", UUID.class)),
                            new PersonId(row.getObject("gone", UUID.class)),
                            at,
                            at.plus(MergedPeople.UNDO).isAfter(clock.instant()));
                })
                .list();
    }

    /**
     * Makes two accounts of one again: each has what was done with it, and what was added to that since. Told twice, it is
     * done once.
     *
     * @throws MergeRefused when it is too late, or another account went over since
     */
    @Requires(Right.MERGE_PEOPLE)
    public void split(UUID merge) {
        var found = sql.sql("select kept, gone, merged_at, undone_at from identity.merge where id = ? for update")
                .param(merge)
                .query((row, _) -> new Row(
                        new PersonId(row.getObject("kept", UUID.class)),
                        new PersonId(row.getObject("gone", UUID.class)),
                        row.getTimestamp("merged_at").toInstant(),
                        row.getTimestamp("undone_at") != null))
                .optional()
                .orElseThrow(() -> new NotFound("merge"));
        if (found.undone()) {
            Trail.Described.mark();
            return;
        }
        if (!found.at().plus(MergedPeople.UNDO).isAfter(clock.instant()))
            throw new MergeRefused(List.of("merge.too-late"));
        lock(found.kept(), found.gone());
        if (!merged.from(found.kept()).getLast().equals(found.gone()))
            throw new MergeRefused(List.of("merge.newest-first")); // what went over later may have taken its place
        sql.sql("update identity.merge set undone_at = ?, undone_by = ? where id = ?")
                .param(Timestamp.from(clock.instant()))
                .param(Actors.current().requirePerson().value())
                .param(merge)
                .update();
        parts.forEach(part -> part.split(found.gone(), found.kept()));
        forgetPresence(found.gone(), found.kept());
        giveGroupsBack(merge, found);
        suspensions.readmit(found.gone());
        tell("split", found.kept(), found.gone());
        letters.write(found.gone(), MergeLetters.News.SPLIT, code(found.kept()));
        letters.write(found.kept(), MergeLetters.News.SPLIT, code(found.gone()));
    }

    private record Row(PersonId kept, PersonId gone, Instant at, boolean undone) {}

    private void giveGroupsBack(UUID merge, Row row) {
        record Left(GroupId group, boolean joined) {}
        sql.sql("select group_id, joined from identity.merge_group where merge_id = ? order by group_id")
                .param(merge)
                .query((each, _) ->
                        new Left(new GroupId(each.getObject("group_id", UUID.class)), each.getBoolean("joined")))
                .list()
                .forEach(left -> {
                    members.take(left.group(), row.gone());
                    if (left.joined()) members.remove(left.group(), row.kept());
                });
    }

    private void forgetPresence(PersonId gone, PersonId kept) {
        sql.sql("""
                delete from identity.attendance k using identity.attendance g where k.person_id = :kept and g.person_id = :gone
                    and g.group_id = k.group_id and g.day = k.day and g.marked_at = k.marked_at""").param("kept", kept.value()).param("gone", gone.value()).update();
    }
}
