package org.francophonie.dclic.rights.service;

import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.francophonie.dclic.platform.access.Open;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.rights.Cell;
import org.francophonie.dclic.rights.Profiles;
import org.francophonie.dclic.rights.RightsRefused;
import org.francophonie.dclic.rights.RightsRefused.Rule;
import org.francophonie.dclic.rights.domain.MatrixCell;
import org.francophonie.dclic.rights.domain.MatrixRepository;
import org.francophonie.dclic.rights.domain.Profile;
import org.francophonie.dclic.rights.domain.ProfileRepository;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The matrix of rights as administrators see and change it. A change counts on every node within two seconds. */
@Service
@Transactional
public class MatrixService {
    private final ProfileRepository profiles;
    private final MatrixRepository cells;
    private final Giving giving;
    private final RightsCache cache;
    private final JdbcClient sql;
    private final Trail trail;
    private final Clock clock;

    MatrixService(
            ProfileRepository profiles,
            MatrixRepository cells,
            Giving giving,
            RightsCache cache,
            JdbcClient sql,
            Trail trail,
            Clock clock) {
        this.profiles = profiles;
        this.cells = cells;
        this.giving = giving;
        this.cache = cache;
        this.sql = sql;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * One column of the matrix.
     *
     * @param version to be handed back with a change
     * @param cells of every right of the catalogue
     */
    public record Column(
            String code,
            String nameFr,
            String nameEn,
            boolean staff,
            boolean active,
            long version,
            Map<Right, Cell> cells) {

        public String name(Locale language) {
            return Profile.name(language, nameFr, nameEn);
        }
    }

    /** One cell that was or would be changed. */
    public record Change(Right right, Cell before, Cell after) {}

    /** Every profile with its cells, those for learners first. */
    @Requires(Right.READ_MATRIX)
    @Transactional(readOnly = true)
    public List<Column> columns() {
        var byProfile = cells.everything().stream().collect(Collectors.groupingBy(MatrixCell::profile));
        return profiles.findAllByOrderByCode().stream()
                .sorted(Comparator.comparing(Profile::isStaff))
                .map(profile -> column(profile, byProfile.getOrDefault(profile.code(), List.of())))
                .toList();
    }

    /** @throws RightsRefused when there is no such profile */
    @Requires(Right.READ_MATRIX)
    @Transactional(readOnly = true)
    public Column column(String profile) {
        return column(found(profile), cells.findByProfile(profile));
    }

    private Profile found(String profile) {
        return profiles.findByCode(profile).orElseThrow(() -> new RightsRefused(Rule.UNKNOWN_PROFILE));
    }

    private static Column column(Profile profile, List<MatrixCell> rows) {
        return new Column(
                profile.code(),
                profile.nameFr(),
                profile.nameEn(),
                profile.isStaff(),
                profile.isActive(),
                profile.version(),
                complete(rows));
    }

    private static Map<Right, Cell> complete(List<MatrixCell> rows) {
        var known = rows.stream().collect(Collectors.toMap(MatrixCell::rightName, MatrixCell::cell));
        return Arrays.stream(Right.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        right -> known.getOrDefault(right.name(), Cell.NOTHING),
                        (one, _) -> one,
                        () -> new EnumMap<>(Right.class)));
    }

    /** How many people hold each profile now, directly or through a group. */
    @Requires(Right.READ_MATRIX)
    @Transactional(readOnly = true)
    public Map<String, Long> holders() {
        return sql
                .sql("select profile, count(*) as n from rights.held group by profile")
                .query((row, _) -> Map.entry(row.getString("profile"), row.getLong("n")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What would change, in the order of the catalogue. */
    @Open("compares two things that the caller has")
    public List<Change> difference(Map<Right, Cell> before, Map<Right, Cell> after) {
        return Arrays.stream(Right.values())
                .map(right -> new Change(
                        right,
                        before.getOrDefault(right, Cell.NOTHING),
                        after.getOrDefault(right, before.getOrDefault(right, Cell.NOTHING))))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    /**
     * Puts these cells in the place of the former ones; rights that are not named stay as they are.
     *
     * @param version of the column that the person saw
     * @return what was changed
     * @throws RightsRefused by one of the rules, and nothing is changed
     */
    @Requires(Right.CHANGE_MATRIX)
    public List<Change> change(String code, long version, Map<Right, Cell> wanted) {
        var profile = found(code);
        var before = complete(cells.findByProfile(code));
        var changes = difference(before, wanted);
        if (changes.isEmpty()) return changes;
        if (profile.version() != version) throw new RightsRefused(Rule.STALE);
        giving.checkNotOwn(code);
        changes.forEach(MatrixService::checkScope);
        if (code.equals(Profiles.AWAITING_CONSENT) && changes.stream().anyMatch(MatrixService::isFreed))
            throw new RightsRefused(Rule.BY_CONSENT);
        giving.check(needed(changes), Optional.empty(), Optional.empty());
        for (var change : changes) put(code, change.right(), change.after());
        profile.touch(clock.instant());
        profiles.saveAndFlush(profile);
        giving.checkTwoRemain();
        var entry = AuditEntry.command(Right.CHANGE_MATRIX).named("change").on("Profile", code);
        changes.forEach(change -> entry.change(change.right().name(), change.before(), change.after()));
        trail.record(entry);
        cache.forgetAfterwards();
        return changes;
    }

    /** What minors are forbidden until a guardian has spoken may grow, and not shrink. */
    private static boolean isFreed(Change change) {
        return change.before().prohibits()
                && !(change.after().prohibits()
                        && change.after().scope().compareTo(change.before().scope()) >= 0);
    }

    private static void checkScope(Change change) {
        var scope = change.after().scope();
        if (scope != Scope.NONE && !change.right().scopes().contains(scope))
            throw new IllegalArgumentException(change + " is not a scope of this right");
    }

    private static Map<Right, Scope> needed(List<Change> changes) {
        return changes.stream().collect(Collectors.toMap(Change::right, change -> change.after()
                .neededAfter(change.before())));
    }

    private void put(String profile, Right right, Cell cell) {
        var row = cells.findByProfileAndRightName(profile, right.name())
                .orElseGet(() -> new MatrixCell(profile, right.name(), cell));
        row.become(cell);
        cells.save(row);
    }
}
