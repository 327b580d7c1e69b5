package org.francophonie.dclic.identity.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.francophonie.dclic.identity.imports.Line.Outcome;
import org.francophonie.dclic.identity.imports.PeopleImport.State;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.work.WorkTable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Imports of people as the database keeps them: every node sees how far each has come, and none is lost with a node. */
@Component
class ImportStore {
    /** What begins an import, besides the file. */
    record Begun(UUID id, PersonId by, Locale language, ZoneId zone) {}

    private final JdbcClient sql;
    private final JdbcTemplate batches;
    private final Clock clock;
    private final WorkTable<State> work;

    ImportStore(JdbcClient sql, JdbcTemplate batches, Clock clock) {
        this.sql = sql;
        this.batches = batches;
        this.clock = clock;
        work = new WorkTable<>(
                sql, clock, "identity.people_import", EnumSet.of(State.READY, State.REFUSED, State.DONE, State.UNDONE));
    }

    @Transactional
    public void begin(Begun begun, String fileName) {
        sql.sql("""
                insert into identity.people_import (id, by_person, file_name, language, zone, state, worker, created_at, touched_at)
                values (:id, :by, :name, :language, :zone, 'READING', :id, :now, :now)""")
                .param("id", begun.id())
                .param("by", begun.by().value())
                .param("name", fileName)
                .param("language", begun.language().toLanguageTag())
                .param("zone", begun.zone().getId())
                .param("now", now())
                .update();
    }

    @Transactional
    public void add(UUID id, List<Line> lines) {
        batches.batchUpdate("""
                insert into identity.people_import_row (import_id, line, outcome, problems, person_id, name, email, email_key,
                    birth_year, country, language, profile, until, group_name) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing""", lines, lines.size(), (row, line) -> {
            row.setObject(1, id);
            row.setInt(2, line.number());
            row.setString(3, line.outcome().name());
            row.setString(4, String.join(" ", line.problems()));
            row.setObject(5, line.person());
            row.setString(6, line.name());
            row.setString(7, line.email());
            row.setString(8, line.emailKey().orElse(null));
            row.setString(9, line.birthYear());
            row.setString(10, line.country());
            row.setString(11, line.language());
            row.setString(12, line.profile());
            row.setString(13, line.until());
            row.setString(14, line.group());
        });
        work.touch(id);
    }

    /** Who has the address already, proved or by an earlier import; and which lines say one address twice. */
    @Transactional
    public void compare(UUID id) {
        sql.sql("""
                update identity.people_import_row r set outcome = 'WRONG', problems = 'people-import.wrong.twice'
                from (select line, row_number() over (partition by email_key order by line) as nth
                    from identity.people_import_row where import_id = :id and outcome = 'READY') same
                where r.import_id = :id and r.line = same.line and same.nth > 1""").param("id", id).update();
        sql.sql("""
                update identity.people_import_row r set outcome = 'KNOWN'
                from (select a.email_key as address from identity.account a where a.email_key is not null
                    union
                    select a.claimed_key from identity.account a join identity.people_import_row e on e.person_id = a.person_id
                    where e.outcome = 'MADE' and a.claimed_key is not null) taken
                where r.import_id = :id and r.outcome = 'READY' and r.email_key = taken.address""").param("id", id).update();
    }

    /** Who is at it, and where it stands. */
    WorkTable<State> work() {
        return work;
    }

    /** Accounts that were made and not noted: their worker was lost between the two. */
    @Transactional
    public void noteMade(UUID id) {
        sql.sql("""
                update identity.people_import_row r set outcome = 'MADE'
                where r.import_id = ? and r.outcome = 'READY' and exists (select from identity.person p where p.id = r.person_id)""").param(id).update();
    }

    /** What somebody has begun to read and is not read yet. */
    @Transactional(readOnly = true)
    public Optional<UUID> reading(PersonId by) {
        return sql.sql("""
                        select id from identity.people_import
                        where by_person = ? and state = 'READING' and touched_at > ? order by created_at limit 1""")
                .param(by.value())
                .param(Timestamp.from(clock.instant().minus(WorkTable.ALIVE)))
                .query(UUID.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public Begun begun(UUID id) {
        return sql.sql("select by_person, language, zone from identity.people_import where id = ?")
                .param(id)
                .query((row, _) -> new Begun(
                        id,
                        new PersonId(row.getObject("by_person", UUID.class)),
                        Locale.forLanguageTag(row.getString("language")),
                        ZoneId.of(row.getString("zone"))))
                .single();
    }

    @Transactional(readOnly = true)
    public Optional<PeopleImport> find(UUID id, PersonId by) {
        return sql.sql("select * from identity.people_import where id = ? and by_person = ?")
                .param(id)
                .param(by.value())
                .query((row, _) -> read(row))
                .optional();
    }

    @Transactional(readOnly = true)
    public List<PeopleImport> last(PersonId by, int most) {
        return sql.sql("select * from identity.people_import where by_person = ? order by created_at desc limit ?")
                .param(by.value())
                .param(most)
                .query((row, _) -> read(row))
                .list();
    }

    private PeopleImport read(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new PeopleImport(
                id,
                row.getString("file_name"),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("problem")),
                row.getTimestamp("created_at").toInstant(),
                numbers(id),
                work.isAlive(row.getTimestamp("touched_at").toInstant()));
    }

    private Map<Outcome, Integer> numbers(UUID id) {
        var numbers = new EnumMap<Outcome, Integer>(Outcome.class);
        sql.sql(
                        "select outcome, count(*)::int as n from identity.people_import_row where import_id = ? group by outcome")
                .param(id)
                .query(row -> {
                    numbers.put(Outcome.valueOf(row.getString("outcome")), row.getInt("n"));
                });
        return numbers;
    }

    /** The first lines of these outcomes after one. */
    @Transactional(readOnly = true)
    public List<Line> lines(UUID id, Collection<Outcome> outcomes, int after, int most) {
        return sql.sql("""
                        select * from identity.people_import_row where import_id = :id and outcome in (:outcomes) and line > :after
                        order by line limit :most""")
                .param("id", id)
                .param("outcomes", outcomes.stream().map(Outcome::name).toList())
                .param("after", after)
                .param("most", most)
                .query((row, _) -> line(row))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getInt("line"),
                Outcome.valueOf(row.getString("outcome")),
                Optional.ofNullable(row.getString("problems")).filter(text -> !text.isEmpty()).stream()
                        .flatMap(text -> List.of(text.split(" ")).stream())
                        .toList(),
                row.getObject("person_id", UUID.class),
                text(row, "name"),
                text(row, "email"),
                Optional.ofNullable(row.getString("email_key")),
                text(row, "birth_year"),
                text(row, "country"),
                text(row, "language"),
                text(row, "profile"),
                text(row, "until"),
                text(row, "group_name"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    /** What the line said is in the account now, and kept here no longer. */
    @Transactional
    public void made(UUID id, Line line, @Nullable String problem) {
        sql.sql("""
                update identity.people_import_row set outcome = 'MADE', problems = ?, name = null, email = null, email_key = null,
                    birth_year = null, country = null, language = null, profile = null, until = null,
                    group_name = null
                where import_id = ? and line = ?""").param(problem).param(id).param(line.number()).update();
    }

    @Transactional
    public void outcome(UUID id, Line line, Outcome outcome, @Nullable String problem) {
        sql.sql(
                        "update identity.people_import_row set outcome = ?, problems = ? where import_id = ? and line = ? and outcome = ?")
                .param(outcome.name())
                .param(problem)
                .param(id)
                .param(line.number())
                .param(line.outcome().name())
                .update();
    }

    /** Accounts of an import that their people have not used: no address proved, never signed in. */
    @Transactional(readOnly = true)
    public Set<UUID> unused(Collection<UUID> people) {
        return Set.copyOf(sql.sql("""
                        select a.person_id from identity.account a
                        where a.person_id = any(?) and a.email_key is null
                            and not exists (select from identity.session s where s.person_id = a.person_id)""")
                .param(people.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    @Transactional(readOnly = true)
    public int used(UUID id) {
        return sql.sql("""
                        select count(*)::int from identity.people_import_row r join identity.account a on a.person_id = r.person_id
                        where r.import_id = ? and r.outcome = 'MADE' and (a.email_key is not null
                            or exists (select from identity.session s where s.person_id = a.person_id))""").param(id).query(Integer.class).single();
    }

    @Transactional
    public void delete(UUID id) {
        sql.sql("delete from identity.people_import where id = ?").param(id).update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
