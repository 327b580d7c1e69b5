package org.francophonie.dclic.rights.service;

import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.rights.Cell;
import org.francophonie.dclic.rights.RightsRefused;
import org.francophonie.dclic.rights.RightsRefused.Rule;
import org.francophonie.dclic.rights.domain.MatrixCell;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What keeps people from giving themselves or others more than they hold, and the platform from losing its administrators. */
@Component
class Giving {
    /** Told by the trigger {@code rights.keep_administrators}. */
    private static final String TOO_FEW = "DC001";

    private final RightsCache cache;
    private final JdbcClient sql;

    Giving(RightsCache cache, JdbcClient sql) {
        this.cache = cache;
        this.sql = sql;
    }

    /** Of the rights that this version of the code knows, those whose cell is such, and how far each reaches. */
    static Map<Right, Scope> scopes(List<MatrixCell> cells, Predicate<Cell> which) {
        var scopes = new EnumMap<Right, Scope>(Right.class);
        for (var row : cells)
            if (which.test(row.cell()))
                Right.named(row.rightName())
                        .ifPresent(right -> scopes.put(right, row.cell().scope()));
        return scopes;
    }

    /**
     * Passes when the actor holds each right at least so far.
     *
     * @param within what is given reaches no further than that group
     * @param until what is given ends then; nobody gives for longer than they hold
     * @throws RightsRefused naming the rights that are not held
     */
    void check(Map<Right, Scope> needed, Optional<GroupId> within, Optional<Instant> until) {
        var mine = cache.holdings(Actors.current());
        var matrix = cache.matrix();
        var lacking = needed.entrySet().stream()
                .filter(need -> isLacking(
                        mine.lasting(matrix, need.getKey(), until), matrix, need.getKey(), need.getValue(), within))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!lacking.isEmpty()) throw new RightsRefused(Rule.NOT_HELD, lacking);
    }

    private static boolean isLacking(Holdings mine, Matrix matrix, Right right, Scope scope, Optional<GroupId> within) {
        return !mine.covers(matrix, right, confined(right, scope, within))
                || within.filter(group -> isBeyond(mine.reach(matrix, right), scope, group))
                        .isPresent();
    }

    private static Scope confined(Right right, Scope scope, Optional<GroupId> within) {
        return within.isPresent() ? Holdings.confined(right, scope) : scope;
    }

    private static boolean isBeyond(Holdings.Reach reach, Scope needed, GroupId group) {
        return needed.compareTo(Scope.GROUP) >= 0
                && reach.allowed() == Scope.GROUP
                && !reach.allowedGroups().contains(group.value());
    }

    /** Nobody changes a profile that they hold: it takes two. */
    void checkNotOwn(String profile) {
        if (cache.holdings(Actors.current()).profiles().contains(profile)) throw new RightsRefused(Rule.OWN_PROFILE);
    }

    /** Asks the database now, before the commit, whether enough administrators remain. Everything must have been flushed. */
    void checkTwoRemain() {
        try {
            sql.sql("set constraints all immediate").update();
        } catch (DataAccessException e) {
            if (e.getRootCause() instanceof SQLException cause && TOO_FEW.equals(cause.getSQLState()))
                throw new RightsRefused(Rule.TWO_REMAIN);
            throw e;
        }
    }
}
