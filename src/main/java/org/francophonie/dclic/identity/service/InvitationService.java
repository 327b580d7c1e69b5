package org.francophonie.dclic.identity.service;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.francophonie.dclic.identity.domain.Membership;
import org.francophonie.dclic.identity.domain.MembershipRepository;
import org.francophonie.dclic.platform.access.Actors;
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

/**
 * Classes that ask somebody in who has an account already. A trainer who knows a code learns nothing by it: whoever is asked
 * decides, and is told first what the trainers will see.
 */
@Service
@Transactional
public class InvitationService {
    private final JdbcClient sql;
    private final MembershipRepository memberships;
    private final Profiles profiles;
    private final Trail trail;
    private final Clock clock;

    InvitationService(JdbcClient sql, MembershipRepository memberships, Profiles profiles, Trail trail, Clock clock) {
        this.sql = sql;
        this.memberships = memberships;
        this.profiles = profiles;
        this.trail = trail;
        this.clock = clock;
    }

    /** @param from who asks */
    public record Invitation(GroupId group, String className, String from) {}

    /** Within the transaction in which a trainer adds learners; asking twice is asking once. */
    void invite(GroupId group, PersonId person) {
        var fresh = sql.sql("""
                        insert into identity.invitation (group_id, person_id, invited_by, invited_at)
                        select :group, :person, :by, :now where not exists (
                            select from identity.membership where group_id = :group and person_id = :person)
                        on conflict do nothing""")
                .param("group", group.value())
                .param("person", person.value())
                .param("by", Actors.current().requirePerson().value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (fresh == 1)
            trail.record(AuditEntry.command(Right.TEACH_CLASS)
                    .named("invite")
                    .on("GroupId", group)
                    .about(person));
    }

    /** Codes of those who were asked and have not answered. */
    @Requires(value = Right.READ_CLASS, on = "group")
    @Transactional(readOnly = true)
    public List<String> waiting(GroupId group) {
        return sql.sql("""
                        select p.code from identity.invitation i join identity.person p on p.id = i.person_id
                        where i.group_id = ? and p.status = 'ACTIVE' order by i.invited_at, p.code""").param(group.value()).query(String.class).list();
    }

    /** The trainer asks no longer. */
    @Requires(value = Right.TEACH_CLASS, on = "group")
    public void takeBack(GroupId group, String code) {
        sql.sql("""
                        delete from identity.invitation i using identity.person p
                        where i.group_id = ? and p.id = i.person_id and p.code = ? returning i.person_id""")
                .param(group.value())
                .param(code)
                .query(UUID.class)
                .list()
                .forEach(person -> trail.record(AuditEntry.command(Right.TEACH_CLASS)
                        .named("take-invitation-back")
                        .on("GroupId", group)
                        .about(new PersonId(person))));
    }

    /** Classes that ask the signed-in person in, the oldest first. */
    @Requires(Right.READ_OWN_ACCOUNT)
    @Transactional(readOnly = true)
    public List<Invitation> mine() {
        return sql.sql("""
                        select g.id, g.name, p.display_name from identity.invitation i
                        join identity.person_group g on g.id = i.group_id
                        join identity.person p on p.id = i.invited_by
                        where i.person_id = ? order by i.invited_at limit 20""")
                .param(me().value())
                .query((row, _) -> new Invitation(
                        new GroupId(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getString("display_name")))
                .list();
    }

    /** The signed-in person comes into the class; nothing happens when nobody asks any more. */
    @Requires(Right.CHANGE_OWN_ACCOUNT)
    public void accept(GroupId group) {
        if (!answered(group, "accept-invitation")) return;
        memberships.save(new Membership(me(), group, false));
        profiles.joined(me(), group, false);
    }

    @Requires(Right.CHANGE_OWN_ACCOUNT)
    public void decline(GroupId group) {
        answered(group, "decline-invitation");
    }

    private boolean answered(GroupId group, String answer) {
        var found = sql.sql("delete from identity.invitation where group_id = ? and person_id = ?")
                        .param(group.value())
                        .param(me().value())
                        .update()
                == 1;
        if (found)
            trail.record(AuditEntry.command(Right.CHANGE_OWN_ACCOUNT)
                    .named(answer)
                    .on("GroupId", group)
                    .about(me()));
        return found;
    }

    private static PersonId me() {
        return Actors.current().requirePerson();
    }
}
