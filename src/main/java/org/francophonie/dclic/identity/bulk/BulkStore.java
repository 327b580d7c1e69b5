package org.francophonie.dclic.identity.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.identity.bulk.Bulk.Outcome;
import org.francophonie.dclic.identity.bulk.Bulk.State;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.work.WorkTable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Acts for many people as the database keeps them. */
@Component
class BulkStore {
    private final JdbcClient sql;
    private final Clock clock;
    private final WorkTable<State> work;

    BulkStore(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
        work = new WorkTable<>(sql, clock, "identity.bulk", EnumSet.of(State.READY, State.DONE, State.UNDONE));
    }

    /** A profile that was given to a person without limit to a group. */
    record Given(UUID id, Optional<Instant> until) {}

    /** What one line remembers of before. */
    record Line(PersonId person, boolean held, Optional<Instant> heldUntil) {}

    /** Told twice, it begins once. Whoever things stand like that for already is noted. */
    @Transactional
    public void begin(UUID id, PersonId by, BulkOrder order, Collection<PersonId> people) {
        int begun = sql.sql("""
                        insert into identity.bulk
                            (id, by_person, act, profile, group_id, until, reason, state, created_at, touched_at)
                        values (:id, :by, :act, :profile, :group, :until, :reason, 'READY', :now, :now) on conflict do nothing""")
                .param("id", id)
                .param("by", by.value())
                .param("act", order.act().name())
                .param("profile", order.profile().orElse(null), Types.VARCHAR)
                .param("group", order.group().map(GroupId::value).orElse(null), Types.OTHER)
                .param("until", order.until().map(Timestamp::from).orElse(null), Types.TIMESTAMP)
                .param("reason", order.reason())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (begun == 0) return;
        sql.sql("""
                insert into identity.bulk_line (bulk_id, person_id, outcome)
                select :id, person, 'WAITING' from unnest(:people::uuid[]) as person on conflict do nothing""")
                .param("id", id)
                .param(
                        "people",
                        "{"
                                + String.join(
                                        ",",
                                        people.stream().map(PersonId::toString).toList()) + "}")
                .update();
        sql.sql(
                        "update identity.bulk_line l set outcome = 'ALREADY' from identity.bulk b where b.id = l.bulk_id and b.id = ? and "
                                + order.act().holds())
                .param(id)
                .update();
    }

    /** Who is at it, and where it stands. */
    WorkTable<State> work() {
        return work;
    }

    @Transactional
    public void delete(UUID id) {
        sql.sql("delete from identity.bulk where id = ? and state = 'READY'")
                .param(id)
                .update();
    }

    /** Why somebody was suspended stands in the trail now, and is kept here no longer. */
    @Transactional
    public void forgetReason(UUID id) {
        sql.sql("update identity.bulk set reason = null where id = ?").param(id).update();
    }

    /**
     * Holds on to a line that is still to be done, so that no other worker does it, and to its person.
     *
     * @return how the account stands; nothing when the line was done meanwhile
     */
    @Transactional
    public Optional<String> hold(UUID id, PersonId person, Outcome todo) {
        return sql.sql(
                        "select 1 from identity.bulk_line where bulk_id = ? and person_id = ? and outcome = ? for update")
                .param(id)
                .param(person.value())
                .param(todo.name())
                .query(Integer.class)
                .optional()
                .map(_ -> sql.sql("select status from identity.person where id = ? for no key update")
                        .param(person.value())
                        .query(String.class)
                        .optional()
                        .orElse("ERASED"));
    }

    @Transactional(readOnly = true)
    public Optional<Bulk> find(UUID id, PersonId by) {
        return sql.sql("select * from identity.bulk where id = ? and by_person = ?")
                .param(id)
                .param(by.value())
                .query((row, _) -> read(row))
                .optional();
    }

    @Transactional(readOnly = true)
    public List<Bulk> last(PersonId by, int most) {
        return sql.sql("select * from identity.bulk where by_person = ? order by created_at desc limit ?")
                .param(by.value())
                .param(most)
                .query((row, _) -> read(row))
                .list();
    }

    private Bulk read(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var numbers = new EnumMap<Outcome, Integer>(Outcome.class);
        sql.sql("select outcome, count(*)::int as n from identity.bulk_line where bulk_id = ? group by outcome")
                .param(id)
                .query(line -> {
                    numbers.put(Outcome.valueOf(line.getString("outcome")), line.getInt("n"));
                });
        return new Bulk(
                id,
                new BulkOrder(
                        BulkAct.valueOf(row.getString("act")),
                        Optional.ofNullable(row.getString("profile")),
                        Optional.ofNullable(row.getObject("group_id", UUID.class))
                                .map(GroupId::new),
                        instant(row, "until"),
                        Optional.ofNullable(row.getString("reason")).orElse("")),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("problem")),
                row.getTimestamp("created_at").toInstant(),
                numbers,
                work.isAlive(row.getTimestamp("touched_at").toInstant()));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    @Transactional(readOnly = true)
    public List<Line> lines(UUID id, Outcome outcome, int most) {
        return sql.sql("""
                        select person_id, held, held_until from identity.bulk_line where bulk_id = ? and outcome = ?
                        order by person_id limit ?""")
                .param(id)
                .param(outcome.name())
                .param(most)
                .query((row, _) -> new Line(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getBoolean("held"),
                        instant(row, "held_until")))
                .list();
    }

    /** People for whom it failed or was kept, by the key of why. */
    @Transactional(readOnly = true)
    public Map<String, Integer> problems(UUID id) {
        var problems = new java.util.TreeMap<String, Integer>();
        sql.sql("""
                select problem, count(*)::int as n from identity.bulk_line
                where bulk_id = ? and problem is not null group by problem""").param(id).query(row -> {
            problems.put(row.getString("problem"), row.getInt("n"));
        });
        return problems;
    }

    /** How many would be kept if it were taken back now: they are not any more as the act left them. */
    @Transactional(readOnly = true)
    public int changedSince(Bulk bulk) {
        return sql.sql("select count(*)::int from identity.bulk_line l join identity.bulk b on b.id = l.bulk_id"
                        + " where b.id = ? and l.outcome = 'DONE' and not "
                        + bulk.order().act().isAsLeft())
                .param(bulk.id())
                .query(Integer.class)
                .single();
    }

    /** Whether things stand for this person as the act would leave them. */
    @Transactional(readOnly = true)
    public boolean holds(Bulk bulk, PersonId person) {
        return is(bulk.order().act().holds(), bulk, person);
    }

    /** Whether things stand for this person as the act left them, and nobody has changed them since. */
    @Transactional(readOnly = true)
    public boolean isAsLeft(Bulk bulk, PersonId person) {
        return is(bulk.order().act().isAsLeft(), bulk, person);
    }

    private boolean is(String condition, Bulk bulk, PersonId person) {
        return sql.sql(
                        "select " + condition
                                + " from identity.bulk_line l join identity.bulk b on b.id = l.bulk_id where b.id = ? and l.person_id = ?")
                .param(bulk.id())
                .param(person.value())
                .query(Boolean.class)
                .single();
    }

    /** The profile, as it was given to this person without limit to a group. */
    @Transactional(readOnly = true)
    public Optional<Given> given(PersonId person, String profile) {
        return sql.sql("""
                        select id, valid_to from rights.assignment where person_id = ? and profile = ? and scope_group is null
                        order by id limit 1""")
                .param(person.value())
                .param(profile)
                .query((row, _) -> new Given(row.getObject("id", UUID.class), instant(row, "valid_to")))
                .optional();
    }

    @Transactional
    public void done(UUID id, PersonId person, Optional<Given> before) {
        sql.sql("""
                update identity.bulk_line l set outcome = 'DONE', problem = null, held = :held, held_until = :until,
                    left_id = (select a.id from rights.assignment a where a.person_id = l.person_id
                        and a.profile = b.profile and a.scope_group is null order by a.id limit 1),
                    left_version = case when b.act in ('SUSPEND', 'READMIT')
                        then (select version from identity.person p where p.id = l.person_id)
                        else (select a.version from rights.assignment a where a.person_id = l.person_id
                            and a.profile = b.profile and a.scope_group is null order by a.id limit 1) end
                from identity.bulk b where b.id = l.bulk_id and l.bulk_id = :id and l.person_id = :person""")
                .param("held", before.isPresent())
                .param(
                        "until",
                        before.flatMap(Given::until).map(Timestamp::from).orElse(null),
                        Types.TIMESTAMP)
                .param("id", id)
                .param("person", person.value())
                .update();
    }

    @Transactional
    public void outcome(UUID id, PersonId person, Outcome outcome, @Nullable String problem) {
        sql.sql("update identity.bulk_line set outcome = ?, problem = ? where bulk_id = ? and person_id = ?")
                .param(outcome.name())
                .param(problem)
                .param(id)
                .param(person.value())
                .update();
    }
}
