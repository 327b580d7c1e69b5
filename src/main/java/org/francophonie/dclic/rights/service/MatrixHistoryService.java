package org.francophonie.dclic.rights.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.rights.Cell;
import org.francophonie.dclic.rights.service.MatrixService.Change;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The versions of a profile, from the revisions that Envers keeps; one is restored by saving its cells as a new version. */
@Service
@Transactional(readOnly = true)
public class MatrixHistoryService {
    private final JdbcClient sql;

    MatrixHistoryService(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * One version of a profile's cells.
     *
     * @param actor nobody when a migration or another job of the platform acted
     * @param changes what it changed of the version before
     */
    public record Version(long revision, Instant at, Optional<PersonId> actor, List<Change> changes) {}

    private record Row(long revision, Instant at, Optional<PersonId> actor, String right, Cell cell) {}

    /** Newest first. */
    @Requires(Right.READ_MATRIX)
    public List<Version> versions(String profile) {
        var state = new EnumMap<Right, Cell>(Right.class);
        var versions = new ArrayList<Version>();
        var byRevision = rows(profile, Long.MAX_VALUE).stream()
                .collect(Collectors.groupingBy(Row::revision, LinkedHashMap::new, Collectors.toList()));
        for (var rows : byRevision.values()) {
            var changes = new ArrayList<Change>();
            for (var row : rows)
                Right.named(row.right()).ifPresent(right -> {
                    var before = state.getOrDefault(right, Cell.NOTHING);
                    if (!before.equals(row.cell())) changes.add(new Change(right, before, row.cell()));
                    state.put(right, row.cell());
                });
            var first = rows.getFirst();
            if (!changes.isEmpty())
                versions.addFirst(new Version(first.revision(), first.at(), first.actor(), List.copyOf(changes)));
        }
        return versions;
    }

    /** The cells as they stood after that revision. */
    @Requires(Right.READ_MATRIX)
    public Map<Right, Cell> cellsAt(String profile, long revision) {
        var cells = Arrays.stream(Right.values())
                .collect(Collectors.toMap(
                        Function.identity(), _ -> Cell.NOTHING, (one, _) -> one, () -> new EnumMap<>(Right.class)));
        for (var row : rows(profile, revision))
            Right.named(row.right()).ifPresent(right -> cells.put(right, row.cell()));
        return cells;
    }

    private List<Row> rows(String profile, long until) {
        return sql.sql("""
                        select r.rev, r.at, r.actor, a.right_name, a.revtype, a.scope, a.effect
                        from rights.matrix_cell_aud a join audit.revision r on r.rev = a.rev
                        where a.profile = ? and (r.at, r.rev) <= (coalesce((select at from audit.revision where rev = ?), 'infinity'), ?)
                        order by r.at, r.rev, a.right_name""")
                .param(profile)
                .param(until)
                .param(until)
                .query((row, _) -> new Row(
                        row.getLong("rev"),
                        row.getTimestamp("at").toInstant(),
                        Optional.ofNullable(row.getObject("actor", UUID.class)).map(PersonId::new),
                        row.getString("right_name"),
                        row.getInt("revtype") == 2
                                ? Cell.NOTHING
                                : new Cell(
                                        Scope.valueOf(row.getString("scope")),
                                        Cell.Effect.valueOf(row.getString("effect")))))
                .list();
    }
}
