package org.francophonie.dclic.identity.service;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.identity.SessionEnd;
import org.francophonie.dclic.platform.errors.RequestFacts;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.live.LiveBus;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingService;
import org.francophonie.dclic.platform.start.NodeName;
import org.francophonie.dclic.platform.start.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sessions as the database knows them: who is signed in, in which browser, since when and until what. A person has as many
 * at once as a setting says; a new one ends the oldest. Every end is told to the node that has the screens.
 */
@Component
class Sessions {
    /** The topic of the live bus; the key is the id of a session that was ended. */
    static final String ENDED = "session-ended";

    /** Tabs that a browser opens together each bring back the person: one of their sessions ends none of the others. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    /** No session lasts longer, however busy. */
    static final Duration LONGEST = Duration.ofHours(12);

    /** A node tells of acts so often; nobody is called idle for an act that was not told yet. */
    static final Duration TOLD_EVERY = Duration.ofSeconds(15);

    /** One session, as its browser knows it. */
    record Opened(UUID id, PersonId person, String cookie, boolean secondFactor, Optional<String> acting) {}

    private record Row(
            PersonId person,
            byte[] hash,
            Instant began,
            Instant lastAct,
            Optional<SessionEnd> end,
            boolean active,
            boolean secondFactor,
            Optional<String> acting) {}

    private final JdbcClient sql;
    private final SettingService settings;
    private final LiveBus bus;
    private final NodeName node;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Sessions(JdbcClient sql, SettingService settings, LiveBus bus, NodeName node, Ids ids, Clock clock) {
        this.sql = sql;
        this.settings = settings;
        this.bus = bus;
        this.node = node;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Begins a session; those beyond the allowed number end, the least used first.
     *
     * @param proof what let the person in: when the secret was changed or the device forgotten meanwhile, nothing begins
     */
    @Transactional
    public Optional<Opened> begin(PersonId person, Proof proof) {
        lock(person);
        return holds(person, proof) ? Optional.of(begun(person, proof)) : Optional.empty();
    }

    /**
     * What let somebody in.
     *
     * @param secretOf when the secret was chosen that was checked, if one was
     * @param series of the token that remembers the device, if any
     * @param device on which it happens, when it is known
     * @param secondFactor whether it was proved, now or when the device was remembered
     */
    record Proof(Optional<Instant> secretOf, Optional<UUID> series, Optional<UUID> device, boolean secondFactor) {}

    private boolean holds(PersonId person, Proof proof) {
        return sql.sql("""
                        select exists (select from identity.person where id = :person and status = 'ACTIVE')
                            and (:secret::timestamptz is null or exists (
                                select from identity.account where person_id = :person and changed_at = :secret))
                            and (:series::uuid is null or exists (
                                select from identity.sign_in_token where series = :series and person_id = :person))""")
                .param("person", person.value())
                .param("secret", proof.secretOf().map(Timestamp::from).orElse(null), Types.TIMESTAMP)
                .param("series", proof.series().orElse(null), Types.OTHER)
                .query(Boolean.class)
                .single();
    }

    private Opened begun(PersonId person, Proof proof) {
        var secret = DeviceSecret.fresh(ids.next(), random);
        var facts = RequestFacts.current();
        var now = now();
        sql.sql("""
                insert into identity.session
                    (id, person_id, secret_hash, browser, series, device_id, second_factor, node, address, began_at, last_act_at)
                values (:id, :person, :hash, :browser, :series, :device, :second, :node, :address::inet, :now, :now)""")
                .param("id", secret.id())
                .param("person", person.value())
                .param("hash", Secrets.fingerprint(secret.secret()))
                .param("browser", facts.map(RequestFacts::agent).orElse("unknown"))
                .param("series", proof.series().orElse(null), Types.OTHER)
                .param("device", proof.device().orElse(null), Types.OTHER)
                .param("second", proof.secondFactor())
                .param("node", node.value())
                .param("address", facts.map(RequestFacts::address).orElse(null))
                .param("now", now)
                .update();
        // The browser was closed and opened again: the session before is over, the device stays remembered.
        proof.series()
                .ifPresent(series -> end(
                        sql.sql("""
                                        select id from identity.session
                                        where series = ? and ended_at is null and id <> ? and began_at < ?""")
                                .param(series)
                                .param(secret.id())
                                .param(Timestamp.from(clock.instant().minus(AT_ONCE)))
                                .query(UUID.class)
                                .list(),
                        SessionEnd.REPLACED));
        var over = sql.sql("""
                        select id from identity.session where person_id = ? and ended_at is null and id <> ?
                            and (coalesce(series <> nullif(?, '')::uuid, true) or began_at < ?)
                        order by last_act_at desc, id desc offset ?""")
                .param(person.value())
                .param(secret.id())
                .param(proof.series().map(UUID::toString).orElse(""))
                .param(Timestamp.from(clock.instant().minus(AT_ONCE)))
                .param(settings.value(Setting.SESSIONS_EACH) - 1)
                .query(UUID.class)
                .list();
        end(over, SessionEnd.ELSEWHERE);
        return new Opened(secret.id(), person, secret.cookie(), proof.secondFactor(), Optional.empty());
    }

    /** Two sign-ins of one person at once count one after the other. */
    private void lock(PersonId person) {
        sql.sql("select id from identity.person where id = ? for no key update")
                .param(person.value())
                .query(UUID.class)
                .optional();
    }

    /** The session of a browser that this node does not know yet, or not any more: its node was lost, or it was closed. */
    @Transactional
    public Optional<Opened> resume(String cookie) {
        return read(cookie).flatMap(secret -> find(secret)
                .filter(row -> row.active() && row.end().isEmpty())
                .filter(row -> {
                    var why = over(row);
                    why.ifPresent(reason -> end(List.of(secret.id()), reason));
                    return why.isEmpty();
                })
                .filter(_ -> takeOver(secret.id()))
                .map(row -> new Opened(secret.id(), row.person(), cookie, row.secondFactor(), row.acting())));
    }

    /** Whether more than a secret was proved in it: that holds on every node, and for the device if it is remembered. */
    @Transactional
    public void prove(UUID session, boolean secondFactor) {
        sql.sql("""
                with proved as (
                    update identity.session set second_factor = :proved where id = :id and ended_at is null returning series)
                update identity.sign_in_token set second_factor = :proved where series in (select series from proved)""").param("proved", secondFactor).param("id", session).update();
    }

    /** By which of her profiles the person acts in it; nothing for all. */
    @Transactional
    public void actAs(UUID session, Optional<String> profile) {
        sql.sql("update identity.session set acting_as = nullif(?, '') where id = ? and ended_at is null")
                .param(profile.orElse(""))
                .param(session)
                .update();
    }

    /** False when it was ended this very moment. */
    private boolean takeOver(UUID session) {
        return sql.sql("update identity.session set node = ?, last_act_at = ? where id = ? and ended_at is null")
                        .param(node.value())
                        .param(now())
                        .param(session)
                        .update()
                == 1;
    }

    private Optional<SessionEnd> over(Row row) {
        var now = clock.instant();
        if (row.lastAct().plus(idle()).isBefore(now)) return Optional.of(SessionEnd.IDLE);
        return row.began().plus(LONGEST).isBefore(now) ? Optional.of(SessionEnd.TOO_LONG) : Optional.empty();
    }

    /** Why the session behind the cookie is over; nothing while it is not, or when there never was one. */
    @Transactional(readOnly = true)
    public Optional<SessionEnd> whyOver(String cookie) {
        return read(cookie).flatMap(this::find).flatMap(Row::end);
    }

    /** The id in a cookie, when it is the right one. */
    @Transactional(readOnly = true)
    public Optional<UUID> id(String cookie) {
        return read(cookie).filter(secret -> find(secret).isPresent()).map(DeviceSecret::id);
    }

    private static Optional<DeviceSecret> read(String cookie) {
        return DeviceSecret.read(cookie);
    }

    private Optional<Row> find(DeviceSecret secret) {
        return sql.sql("""
                        select s.person_id, s.secret_hash, s.began_at, s.last_act_at, s.ended_why, p.status = 'ACTIVE' as active,
                            s.second_factor, s.acting_as
                        from identity.session s join identity.person p on p.id = s.person_id where s.id = ?""")
                .param(secret.id())
                .query((row, _) -> row(row))
                .optional()
                .filter(row -> MessageDigest.isEqual(row.hash(), Secrets.fingerprint(secret.secret())));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getBytes("secret_hash"),
                row.getTimestamp("began_at").toInstant(),
                row.getTimestamp("last_act_at").toInstant(),
                Optional.ofNullable(row.getString("ended_why")).map(SessionEnd::valueOf),
                row.getBoolean("active"),
                row.getBoolean("second_factor"),
                Optional.ofNullable(row.getString("acting_as")));
    }

    /** Ends sessions, with the tokens that remember their devices; what is over stays as it is. */
    @Transactional
    public int end(Collection<UUID> sessions, SessionEnd why) {
        if (sessions.isEmpty()) return 0;
        var ended = sql.sql("""
                        update identity.session set ended_at = ?, ended_why = ?
                        where id = any(?::uuid[]) and ended_at is null returning id""")
                .param(now())
                .param(why.name())
                .param(array(sessions))
                .query(UUID.class)
                .list();
        if (forgetsDevice(why)) sql.sql("""
                    delete from identity.sign_in_token
                    where series in (select series from identity.session where id = any(?::uuid[]))""").param(array(ended)).update();
        bus.tell(ENDED, ended.stream().map(UUID::toString).toList());
        return ended.size();
    }

    /** Who asked to stay signed in on a device comes back there after a pause; not after somebody ended it. */
    private static boolean forgetsDevice(SessionEnd why) {
        return why != SessionEnd.IDLE && why != SessionEnd.TOO_LONG && why != SessionEnd.REPLACED;
    }

    @Transactional
    public void endAll(PersonId person, SessionEnd why) {
        endOthers(person, Optional.empty(), why);
    }

    /** All but one. */
    @Transactional
    public void endOthers(PersonId person, Optional<UUID> here, SessionEnd why) {
        lock(person);
        end(
                open(person).stream()
                        .filter(id -> here.filter(id::equals).isEmpty())
                        .toList(),
                why);
    }

    private List<UUID> open(PersonId person) {
        return sql.sql("select id from identity.session where person_id = ? and ended_at is null")
                .param(person.value())
                .query(UUID.class)
                .list();
    }

    /** Ends what nobody has touched for so long, or what has lasted too long. */
    @Transactional
    public int endIdle() {
        var now = clock.instant();
        var idle = due("last_act_at", now.minus(idle()).minus(TOLD_EVERY.plusSeconds(5)));
        var overlong = due("began_at", now.minus(LONGEST));
        return end(idle, SessionEnd.IDLE) + end(overlong, SessionEnd.TOO_LONG);
    }

    private List<UUID> due(String column, Instant before) {
        return sql.sql("select id from identity.session where ended_at is null and " + column
                        + " < ? order by id limit 5000 for update skip locked")
                .param(Timestamp.from(before))
                .query(UUID.class)
                .list();
    }

    /** Nodes tell from time to time when people acted last. */
    @Transactional
    public void acted(Map<UUID, Instant> acts) {
        var order = acts.keySet().stream().sorted().toList();
        sql.sql("""
                update identity.session s set last_act_at = a.at
                from unnest(:ids::uuid[], :times::timestamptz[]) as a (id, at)
                where s.id = a.id and s.ended_at is null and s.last_act_at < a.at""")
                .param("ids", array(order))
                .param("times", array(order.stream().map(acts::get).toList()))
                .update();
    }

    private static String array(Collection<?> values) {
        return "{" + String.join(",", values.stream().map(String::valueOf).toList()) + "}";
    }

    /** Of these, the ones that are over. */
    @Transactional(readOnly = true)
    public List<UUID> overAmong(Collection<UUID> sessions) {
        return sql.sql("select id from identity.session where id = any(?::uuid[]) and ended_at is not null")
                .param(array(sessions))
                .query(UUID.class)
                .list();
    }

    Duration idle() {
        return Duration.ofMinutes(settings.value(Setting.IDLE_MINUTES));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
