package org.francophonie.dclic.backup.service;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.ids.Ids;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.retention.Amount;
import org.francophonie.dclic.platform.retention.Due;
import org.francophonie.dclic.platform.retention.KeepRule;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingService;
import org.francophonie.dclic.rights.Directory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Says what is kept, for how long, and what goes; removes what is due, by itself at night or when somebody asks for it. */
@Service
public class RetentionService {
    /** Removed in one transaction: a long one would hold up others. */
    private static final int PORTION = 2000;

    private static final int LISTED = 50;

    /** One rule as it counts now. */
    public record Rule(Setting<Integer> setting, int days, Amount stored) {}

    /**
     * What was removed in one go.
     *
     * @param rule key of its setting
     * @param by nobody when it was the night, or somebody who is not here any more
     */
    public record Removal(String rule, int days, Instant at, boolean byPerson, Optional<String> by, Amount amount) {}

    private final List<KeepRule> rules;
    private final SettingService settings;
    private final Directory directory;
    private final JdbcClient sql;
    private final Trail trail;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RetentionService(
            List<KeepRule> rules,
            SettingService settings,
            Directory directory,
            JdbcClient sql,
            Trail trail,
            Ids ids,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rules = rules.stream()
                .sorted(Comparator.comparing(rule -> Setting.ALL.indexOf(rule.days())))
                .toList();
        this.settings = settings;
        this.directory = directory;
        this.sql = sql;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        transaction = new TransactionTemplate(transactions);
    }

    /** Bytes of the whole database, files of courses and indexes included. */
    @Requires(value = Right.CLEAN_STORAGE, looksOnly = true)
    public long volume() {
        return sql.sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
    }

    /** Every rule, in the order of the settings. */
    @Requires(value = Right.CLEAN_STORAGE, looksOnly = true)
    public List<Rule> rules() {
        return rules.stream()
                .map(rule -> new Rule(rule.days(), settings.value(rule.days()), rule.stored()))
                .toList();
    }

    /**
     * What would go if things were kept for so many days.
     *
     * @param rule its setting
     */
    @Requires(value = Right.CLEAN_STORAGE, looksOnly = true)
    public Due due(Setting<Integer> rule, int days) {
        return named(rule).due(before(days));
    }

    private KeepRule named(Setting<Integer> setting) {
        return rules.stream()
                .filter(rule -> rule.days().equals(setting))
                .findFirst()
                .orElseThrow(() -> new NotFound("rule"));
    }

    private Instant before(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }

    /**
     * Removes what is due by the rule as it counts, portion by portion; what was removed stays removed when it is stopped, or
     * lost with its node, and is written down.
     *
     * @param confirmed for how many days things were kept when somebody said so: never more is removed than that
     * @param goesOn asked before each portion, with what was removed so far
     */
    @Requires(Right.CLEAN_STORAGE)
    public Amount remove(Setting<Integer> setting, int confirmed, Predicate<Amount> goesOn) {
        var rule = named(setting);
        int days = Math.max(confirmed, settings.value(setting));
        var before = before(days);
        var run = ids.next();
        var removed = Amount.NOTHING;
        while (goesOn.test(removed)) {
            var portion = Objects.requireNonNull(transaction.execute(_ -> portion(rule, run, days, before)));
            if (portion.isNothing()) break;
            removed = removed.plus(portion);
        }
        return removed;
    }

    private Amount portion(KeepRule rule, UUID run, int days, Instant before) {
        var portion = rule.remove(before, PORTION);
        if (portion.isNothing()) return portion;
        sql.sql("""
                insert into platform.removal as run (id, rule, days, by_person, at, number, bytes)
                values (:id, :rule, :days, cast(:by as uuid), :at, :number, :bytes)
                on conflict (id) do update set number = run.number + excluded.number, bytes = run.bytes + excluded.bytes""")
                .param("id", run)
                .param("rule", rule.days().key())
                .param("days", days)
                .param("by", Actors.current().person().map(PersonId::toString).orElse(null))
                .param("at", Timestamp.from(clock.instant()))
                .param("number", portion.number())
                .param("bytes", portion.bytes())
                .update();
        trail.record(AuditEntry.command(Right.CLEAN_STORAGE)
                .named("clean")
                .on("KeepRule", rule.days().key())
                .change("days", null, days)
                .change("number", portion.number(), 0));
        return portion;
    }

    private record Row(String rule, int days, Instant at, Optional<PersonId> by, Amount amount) {}

    /** The latest ones, newest first. */
    @Requires(value = Right.CLEAN_STORAGE, looksOnly = true)
    public List<Removal> removals() {
        var rows = sql.sql("select * from platform.removal order by at desc limit ?")
                .param(LISTED)
                .query((row, _) -> new Row(
                        row.getString("rule"),
                        row.getInt("days"),
                        row.getTimestamp("at").toInstant(),
                        Optional.ofNullable(row.getObject("by_person", UUID.class))
                                .map(PersonId::new),
                        new Amount(row.getLong("number"), row.getLong("bytes"))))
                .list();
        var names =
                directory.people(rows.stream().flatMap(row -> row.by().stream()).collect(Collectors.toSet()));
        return rows.stream()
                .map(row -> new Removal(
                        row.rule(),
                        row.days(),
                        row.at(),
                        row.by().isPresent(),
                        row.by().map(names::get).map(Directory.Named::displayName),
                        row.amount()))
                .toList();
    }

    /** Follows every rule; one that fails does not keep the others from being followed. */
    @Requires(Right.CLEAN_STORAGE)
    public void followAll() {
        RuntimeException first = null;
        for (var rule : rules) {
            try {
                remove(rule.days(), 0, _ -> true);
            } catch (RuntimeException e) {
                if (first == null) first = e;
                else first.addSuppressed(e);
            }
        }
        if (first != null) throw first;
    }
}
