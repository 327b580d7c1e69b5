package org.francophonie.dclic.platform.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a rule would remove now.
 *
 * @param oldest since when the oldest of it is good for nothing any more
 * @param heldBack how many are old enough and stay all the same, because something still points at them
 * @param first the oldest ones by name, where they have one that an administrator may read
 */
public record Due(Amount amount, Optional<Instant> oldest, long heldBack, List<Item> first) {
    /** From the columns {@code number}, {@code bytes} and {@code oldest}: nothing is held back, nothing has a name. */
    public static Due read(ResultSet row) throws SQLException {
        return new Due(
                Amount.read(row),
                Optional.ofNullable(row.getTimestamp("oldest")).map(Timestamp::toInstant),
                0,
                List.of());
    }

    /** @param since when nobody needs it any more */
    public record Item(String name, Instant since, long bytes) {}
}
