package org.francophonie.dclic.identity.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.francophonie.dclic.identity.SessionEnd;
import org.francophonie.dclic.identity.domain.Person;
import org.francophonie.dclic.identity.domain.PersonRepository;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.ids.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is signed in now, where and since when; and the way to end it. What is ended closes its screens at once. */
@Service
@Transactional
public class SessionsDesk {
    /** Sessions on one page of the list. */
    public static final int PAGE = 25;

    /** Among so many open sessions those are looked for that concern whoever is responsible for some people only. */
    private static final int LOOKED_AT = 5000;

    private final PersonRepository people;
    private final Sessions sessions;
    private final DeviceTokens devices;
    private final Gate gate;
    private final JdbcClient sql;
    private final Trail trail;

    SessionsDesk(
            PersonRepository people, Sessions sessions, DeviceTokens devices, Gate gate, JdbcClient sql, Trail trail) {
        this.people = people;
        this.sessions = sessions;
        this.devices = devices;
        this.gate = gate;
        this.sql = sql;
        this.trail = trail;
    }

    /**
     * One session that is open.
     *
     * @param address of the network; nothing when it is not known any more
     */
    public record Line(
            UUID id,
            PersonId person,
            String displayName,
            String code,
            String browser,
            String node,
            Optional<String> address,
            Instant since,
            Instant lastAct) {}

    /** How many are open on all nodes. */
    @Requires(Right.READ_SESSION)
    @Transactional(readOnly = true)
    public long count() {
        if (gate.reach(Right.READ_SESSION) != Scope.ALL) return mine().size();
        return sql.sql("select count(*) from identity.session where ended_at is null")
                .query(Long.class)
                .single();
    }

    /**
     * Last used first; of whoever the actor is responsible for.
     *
     * @param page from 0
     */
    @Requires(Right.READ_SESSION)
    @Transactional(readOnly = true)
    public List<Line> list(int page) {
        var lines = gate.reach(Right.READ_SESSION) == Scope.ALL
                ? lines("order by s.last_act_at desc, s.id limit ? offset ?", PAGE, PAGE * page)
                : mine().stream().skip((long) PAGE * page).limit(PAGE).toList();
        seen(lines);
        return lines;
    }

    /** Of whoever is responsible for some people only: theirs among the sessions used last. */
    private List<Line> mine() {
        var open = lines("order by s.last_act_at desc, s.id limit ?", LOOKED_AT);
        if (open.isEmpty()) return open;
        var ids = open.stream().map(line -> line.person().value()).collect(Collectors.toSet());
        var theirs = people
                .findAll(gate.filter(Right.READ_SESSION, Person.class)
                        .and((person, _, _) -> person.get("id").in(ids)))
                .stream()
                .map(Person::id)
                .collect(Collectors.toSet());
        return open.stream().filter(line -> theirs.contains(line.person())).toList();
    }

    /** Those of one person. */
    @Requires(value = Right.READ_SESSION, on = "person")
    @Transactional(readOnly = true)
    public List<Line> of(PersonId person) {
        var lines = lines("and s.person_id = ? order by s.last_act_at desc, s.id", person.value());
        seen(lines);
        return lines;
    }

    private void seen(List<Line> lines) {
        if (lines.isEmpty()) return;
        var entry = AuditEntry.read(Right.READ_SESSION).named("sessions");
        lines.forEach(line -> entry.about(line.person()));
        trail.recordRead(entry);
    }

    private List<Line> lines(String rest, Object... parameters) {
        return sql.sql("""
                        select s.id, s.person_id, p.display_name, p.code, s.browser, s.node, host(s.address) as address,
                            s.began_at, s.last_act_at
                        from identity.session s join identity.person p on p.id = s.person_id
                        where s.ended_at is null\s""" + rest)
                .params(parameters)
                .query((row, _) -> new Line(
                        row.getObject("id", UUID.class),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("display_name"),
                        row.getString("code"),
                        row.getString("browser"),
                        row.getString("node"),
                        Optional.ofNullable(row.getString("address")),
                        row.getTimestamp("began_at").toInstant(),
                        row.getTimestamp("last_act_at").toInstant()))
                .list();
    }

    /** Ends one session of that person; doing it twice is doing it once. */
    @Requires(value = Right.END_SESSION, on = "person")
    public void end(PersonId person, UUID session) {
        var hers = sql.sql("select id from identity.session where id = ? and person_id = ? and ended_at is null")
                .param(session)
                .param(person.value())
                .query(UUID.class)
                .list();
        if (sessions.end(hers, SessionEnd.ADMINISTRATOR) > 0) record(person, "end");
    }

    /** Ends all of them; devices that remembered the person ask again. */
    @Requires(value = Right.END_SESSION, on = "person")
    public void endAll(PersonId person) {
        if (people.findById(person.value()).filter(Person::isActive).isEmpty()) return;
        devices.forgetAll(person);
        sessions.endAll(person, SessionEnd.ADMINISTRATOR);
        record(person, "end-all");
    }

    private void record(PersonId person, String act) {
        trail.record(AuditEntry.command(Right.END_SESSION)
                .named(act)
                .on("PersonId", person)
                .about(person));
    }
}
