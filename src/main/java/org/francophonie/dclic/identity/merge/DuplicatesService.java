package org.francophonie.dclic.identity.merge;

import java.sql.Array;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.platform.access.Requires;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.audit.AuditEntry;
import org.francophonie.dclic.platform.audit.Trail;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.rights.Directory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds accounts that may be one human being's: the same name, in whatever order it is written, and the same year of birth. */
@Service
@Transactional(readOnly = true)
public class DuplicatesService {
    /** Sets of accounts on one page of the list. */
    public static final int PAGE = 10;

    private static final int MOST_IN_ONE = 8;

    private final Directory directory;
    private final JdbcClient sql;
    private final Trail trail;

    DuplicatesService(Directory directory, JdbcClient sql, Trail trail) {
        this.directory = directory;
        this.sql = sql;
        this.trail = trail;
    }

    /** @param lastSeen nothing when nobody ever signed in, or too long ago */
    public record Alike(
            PersonId id, String displayName, String code, String country, Instant since, Optional<Instant> lastSeen) {}

    /**
     * Accounts that look like one another, the oldest first.
     *
     * @param number of them, of which a few are shown
     */
    public record Lookalikes(Optional<Integer> birthYear, long number, List<Alike> accounts) {}

    private record Row(Optional<Integer> birthYear, long number, List<UUID> ids) {}

    /**
     * @param page from 0
     * @return one more than a page shows, when there are more
     */
    @Requires(value = Right.MERGE_PEOPLE, looksOnly = true)
    public List<Lookalikes> find(int page) {
        var rows = sql.sql("""
                        select birth_year, count(*) as number, (array_agg(id order by created_at, id))[1:8] as ids
                        from identity.person p
                        where status <> 'ERASED'
                            and not exists (select from identity.merge m where m.gone = p.id and m.undone_at is null)
                        group by identity.name_key(display_name), birth_year having count(*) > 1
                        order by identity.name_key(display_name), birth_year limit ? offset ?""")
                .param(PAGE + 1)
                .param(page * PAGE)
                .query((row, _) -> new Row(
                        Optional.ofNullable((Integer) row.getObject("birth_year")),
                        row.getLong("number"),
                        uuids(row.getArray("ids"))))
                .list();
        var shown = new ArrayList<Lookalikes>();
        var entry = AuditEntry.read(Right.MERGE_PEOPLE).named("duplicates");
        for (var row : rows) {
            var accounts = row.ids().stream().map(this::alike).toList();
            accounts.forEach(account -> entry.about(account.id()));
            shown.add(new Lookalikes(row.birthYear(), row.number(), accounts));
        }
        trail.recordRead(entry);
        return shown;
    }

    private static List<UUID> uuids(Array array) throws SQLException {
        return Arrays.stream((Object[]) array.getArray())
                .map(UUID.class::cast)
                .limit(MOST_IN_ONE)
                .toList();
    }

    private Alike alike(UUID id) {
        return Objects.requireNonNull(sql.sql("""
                        select display_name, code, coalesce(country, '') as country, created_at,
                            (select max(last_act_at) from identity.session s where s.person_id = p.id) as last_seen
                        from identity.person p where id = ?""")
                .param(id)
                .query((row, _) -> new Alike(
                        new PersonId(id),
                        row.getString("display_name"),
                        row.getString("code"),
                        row.getString("country"),
                        row.getTimestamp("created_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("last_seen")).map(Timestamp::toInstant)))
                .single());
    }

    /**
     * Whose code or proved address that is.
     *
     * @param typed a code, or an address
     */
    @Requires(value = Right.MERGE_PEOPLE, looksOnly = true)
    public Optional<PersonId> named(String typed) {
        return typed.isBlank() ? Optional.empty() : directory.find(typed);
    }
}
