package org.francophonie.dclic.platform.retention;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How much of something there is.
 *
 * @param bytes that they take in the database; of some of them without the indexes
 */
public record Amount(long number, long bytes) {
    public static final Amount NOTHING = new Amount(0, 0);

    /** From the columns {@code number} and {@code bytes}. */
    public static Amount read(ResultSet row) throws SQLException {
        return new Amount(row.getLong("number"), row.getLong("bytes"));
    }

    public Amount plus(Amount other) {
        return new Amount(number + other.number, bytes + other.bytes);
    }

    public boolean isNothing() {
        return number == 0;
    }
}
