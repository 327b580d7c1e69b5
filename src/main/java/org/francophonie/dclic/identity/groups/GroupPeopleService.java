package org.francophonie.dclic.identity.groups;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.identity.domain.Account;
import org.francophonie.dclic.identity.domain.AccountRepository;
import org.francophonie.dclic.identity.domain.Membership;
import org.francophonie.dclic.identity.domain.MembershipRepository;
import org.francophonie.dclic.identity.domain.Person;
import org.francophonie.dclic.identity.domain.PersonRepository;
import org.francophonie.dclic.identity.domain.SignInName;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.rights.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who belongs to a group, and who is responsible for it and for everything below. */
@Service
@Transactional
public class GroupPeopleService {
    /** People on one page of the list. */
    public static final int PAGE = 25;

    private final PersonRepository people;
    private final AccountRepository accounts;
    private final MembershipRepository memberships;
    private final Profiles profiles;
    private final Gate gate;
    private final JdbcClient sql;
    private final Trail trail;

    GroupPeopleService(
            PersonRepository people,
            AccountRepository accounts,
            MembershipRepository memberships,
            Profiles profiles,
            Gate gate,
            JdbcClient sql,
            Trail trail) {
        this.people = people;
        this.accounts = accounts;
        this.memberships = memberships;
        this.profiles = profiles;
        this.gate = gate;
        this.sql = sql;
        this.trail = trail;
    }

    /** One of the people; whoever is responsible comes first. */
    public record Belonging(PersonId id, String displayName, String code, boolean responsible) {}

    /** @param page from 0 */
    @Requires(value = Right.READ_PERSON, on = "group")
    public List<Belonging> list(GroupId group, int page) {
        var found = sql.sql("""
                        select p.id, p.display_name, p.code, m.manager
                        from identity.membership m join identity.person p on p.id = m.person_id
                        where m.group_id = ? and p.status <> 'ERASED'
                        order by m.manager desc, catalogue.fold(p.display_name), p.id limit ? offset ?""")
                .param(group.value())
                .param(PAGE)
                .param(page * PAGE)
                .query((row, _) -> new Belonging(
                        new PersonId(row.getObject("id", UUID.class)),
                        row.getString("display_name"),
                        row.getString("code"),
                        row.getBoolean("manager")))
                .list();
        if (!found.isEmpty()) {
            var entry = AuditEntry.read(Right.READ_PERSON).named("group").on("GroupId", group);
            found.forEach(each -> entry.about(each.id()));
            trail.recordRead(entry);
        }
        return found;
    }

    /**
     * Takes somebody in. Whoever arranges one branch only takes in people of it: who is elsewhere is not theirs to fetch.
     *
     * @param typed a code, or a proved address
     * @return the name of whoever came in
     * @throws GroupRefused when it is nobody's, or of somebody whom the actor does not know
     * @throws org.francophonie.dclic.rights.RightsRefused when that gives a profile that is not the actor's to give
     */
    @Requires(value = Right.MANAGE_GROUP, on = "group", seesAll = true)
    public String add(GroupId group, String typed) {
        var person = find(typed)
                .filter(Person::isActive)
                .filter(known -> gate.allows(Right.READ_PERSON, known.id()))
                .orElseThrow(() -> new GroupRefused("group.nobody"));
        takeIn(group, person.id());
        return person.displayName();
    }

    /**
     * Takes somebody in whose account the actor has just made.
     *
     * @throws org.francophonie.dclic.rights.RightsRefused when that gives a profile that is not the actor's to give
     */
    @Requires(value = Right.MANAGE_GROUP, on = "group")
    public void take(GroupId group, PersonId person) {
        gate.check(Right.READ_PERSON, person);
        takeIn(group, person);
    }

    private void takeIn(GroupId group, PersonId person) {
        profiles.checkGives(group, Optional.of(person));
        if (memberships.findByPersonIdAndGroupId(person.value(), group.value()).isPresent()) return;
        save(person, group, false);
        tell("add", group, person);
    }

    private Optional<Person> find(String typed) {
        var name = SignInName.of(typed);
        return name.code().flatMap(people::findByCode).or(() -> name.emailKey()
                .flatMap(accounts::findByEmailKey)
                .map(Account::person)
                .flatMap(people::findPresent));
    }

    private void save(PersonId person, GroupId group, boolean manager) {
        memberships.save(new Membership(person, group, manager));
        profiles.joined(person, group, manager);
    }

    private void tell(String act, GroupId group, PersonId person) {
        trail.record(AuditEntry.command(Right.MANAGE_GROUP)
                .named(act)
                .on("GroupId", group)
                .about(person));
    }

    /**
     * Makes somebody who belongs to the group responsible for it and all below, or no longer.
     *
     * @throws GroupRefused when it is oneself: nobody widens their own reach
     */
    @Requires(value = Right.MANAGE_GROUP, on = "group")
    public void setResponsible(GroupId group, PersonId person, boolean responsible) {
        if (responsible && Actors.current().is(person)) throw new GroupRefused("group.yourself");
        memberships
                .findByPersonIdAndGroupId(person.value(), group.value())
                .filter(known -> known.isManager() != responsible)
                .ifPresent(_ -> {
                    save(person, group, responsible);
                    tell(responsible ? "make-responsible" : "no-longer-responsible", group, person);
                });
    }

    /** Somebody leaves the group and keeps the account. */
    @Requires(value = Right.MANAGE_GROUP, on = "group")
    public void remove(GroupId group, PersonId person) {
        memberships.findByPersonIdAndGroupId(person.value(), group.value()).ifPresent(known -> {
            memberships.delete(known);
            profiles.left(person, group);
            tell("remove", group, person);
        });
    }
}
