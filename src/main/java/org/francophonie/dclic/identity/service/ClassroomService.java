package org.francophonie.dclic.identity.service;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Open;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ids.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens in the room: devices that a class shares, and who is there. */
@Service
@Transactional
public class ClassroomService {
    /** Classes that share one device at most. */
    private static final int CLASSES = 20;

    private final JdbcClient sql;
    private final Gate gate;
    private final Trail trail;
    private final Clock clock;

    ClassroomService(JdbcClient sql, Gate gate, Trail trail, Clock clock) {
        this.sql = sql;
        this.gate = gate;
        this.trail = trail;
        this.clock = clock;
    }

    /** Somebody who may sign in on a shared device. */
    public record Pupil(String displayName, String code) {}

    /** A class that shares the device, and its learners by name. */
    public record SharedBy(String className, List<Pupil> pupils) {}

    /** Somebody whose card was read. */
    public record Present(GroupId group, String className, String displayName) {}

    /** The device serves the class: its learners may sign in there with their PIN, and find their names at the door. */
    @Requires(value = Right.TEACH_CLASS, on = "group")
    public void giveDevice(GroupId group, UUID device) {
        var given = sql.sql("""
                insert into identity.class_device (device_id, group_id, given_by, given_at)
                select ?, ?, ?, ? where (select count(*) from identity.class_device where device_id = ?) < ?
                on conflict do nothing""")
                .param(device)
                .param(group.value())
                .param(Actors.current().requirePerson().value())
                .param(Timestamp.from(clock.instant()))
                .param(device)
                .param(CLASSES)
                .update();
        if (given == 1) record("give-device", group, device);
    }

    @Requires(value = Right.TEACH_CLASS, on = "group")
    public void takeDeviceBack(GroupId group, UUID device) {
        var taken = sql.sql("delete from identity.class_device where device_id = ? and group_id = ?")
                .param(device)
                .param(group.value())
                .update();
        if (taken == 1) record("take-device-back", group, device);
    }

    /** All devices of the class: one was lost or stolen. */
    @Requires(value = Right.TEACH_CLASS, on = "group")
    public int takeAllDevicesBack(GroupId group) {
        var devices = sql.sql("delete from identity.class_device where group_id = ? returning device_id")
                .param(group.value())
                .query(UUID.class)
                .list();
        devices.forEach(device -> record("take-device-back", group, device));
        return devices.size();
    }

    private void record(String act, GroupId group, UUID device) {
        trail.record(AuditEntry.command(Right.TEACH_CLASS)
                .named(act)
                .on("GroupId", group)
                .change("device", null, device));
    }

    @Requires(value = Right.READ_CLASS, on = "group")
    @Transactional(readOnly = true)
    public boolean has(GroupId group, UUID device) {
        return sql.sql("select exists (select from identity.class_device where device_id = ? and group_id = ?)")
                .param(device)
                .param(group.value())
                .query(Boolean.class)
                .single();
    }

    @Requires(value = Right.READ_CLASS, on = "group")
    @Transactional(readOnly = true)
    public int devices(GroupId group) {
        return sql.sql("select count(*) from identity.class_device where group_id = ?")
                .param(group.value())
                .query(Integer.class)
                .single();
    }

    /** Who shares the device and signs in with a PIN; the secret of the device says who may ask. */
    @Open("a trainer has given the device to the class, so that its learners find their names there")
    @Transactional(readOnly = true)
    public List<SharedBy> sharedBy(UUID device) {
        record Row(UUID group, String className, Pupil pupil) {}
        var rows = sql.sql("""
                        select g.id, g.name, p.display_name, p.code from identity.class_device d
                        join identity.person_group g on g.id = d.group_id
                        join identity.membership m on m.group_id = g.id and not m.manager
                        join identity.person p on p.id = m.person_id and p.status = 'ACTIVE'
                        join identity.account a on a.person_id = p.id and a.secret = 'PIN'
                        where d.device_id = ? order by g.name, g.id, lower(p.display_name), p.code""")
                .param(device)
                .query((row, _) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        new Pupil(row.getString("display_name"), row.getString("code"))))
                .list();
        return rows.stream()
                .map(Row::group)
                .distinct()
                .map(group -> {
                    var ours = rows.stream()
                            .filter(row -> row.group().equals(group))
                            .toList();
                    return new SharedBy(
                            ours.getFirst().className(),
                            ours.stream().map(Row::pupil).toList());
                })
                .toList();
    }

    /** Who was there that day. */
    @Requires(value = Right.READ_CLASS, on = "group")
    @Transactional(readOnly = true)
    public Set<PersonId> present(GroupId group, LocalDate day) {
        return sql
                .sql("select person_id from identity.attendance where group_id = ? and day = ?")
                .param(group.value())
                .param(day)
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Marks somebody of the class as there, or takes the mark back. */
    @Requires(value = Right.TEACH_CLASS, on = "group")
    public void mark(GroupId group, LocalDate day, PersonId person, boolean there) {
        var changed = there
                ? sql.sql("""
                        insert into identity.attendance (group_id, day, person_id, marked_by, marked_at)
                        select m.group_id, ?, m.person_id, ?, ? from identity.membership m
                        where m.group_id = ? and m.person_id = ? and not m.manager on conflict do nothing""")
                        .param(day)
                        .param(Actors.current().requirePerson().value())
                        .param(Timestamp.from(clock.instant()))
                        .param(group.value())
                        .param(person.value())
                        .update()
                : sql.sql("delete from identity.attendance where group_id = ? and day = ? and person_id = ?")
                        .param(group.value())
                        .param(day)
                        .param(person.value())
                        .update();
        if (changed == 1)
            trail.record(AuditEntry.command(Right.TEACH_CLASS)
                    .named("roll-call")
                    .on("GroupId", group)
                    .about(person)
                    .personal("present " + day, !there, there));
    }

    /** A card was read: its holder is there today, in each class of hers that the reader teaches. */
    @Requires(Right.TEACH_CLASS)
    public List<Present> markByCode(String code, LocalDate day) {
        record Row(GroupId group, String className, PersonId person, String displayName) {}
        return sql
                .sql("""
                        select m.group_id, g.name, p.id, p.display_name from identity.person p
                        join identity.membership m on m.person_id = p.id and not m.manager
                        join identity.person_group g on g.id = m.group_id and g.kind = 'CLASS'
                        where p.code = ? and p.status = 'ACTIVE' order by g.name""")
                .param(code)
                .query((row, _) -> new Row(
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getString("name"),
                        new PersonId(row.getObject("id", UUID.class)),
                        row.getString("display_name")))
                .list()
                .stream()
                .filter(row -> gate.allows(Right.TEACH_CLASS, row.group()))
                .map(row -> {
                    mark(row.group(), day, row.person(), true);
                    return new Present(row.group(), row.className(), row.displayName());
                })
                .toList();
    }
}
