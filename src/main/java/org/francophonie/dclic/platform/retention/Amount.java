package org.francophonie.dclic.platform.retention;

/**
 * How much of something there is.
 *
 * @param bytes that they take in the database; of some of them without the indexes
 */
public record Amount(long number, long bytes) {
    public static final Amount NOTHING = new Amount(0, 0);

    public Amount plus(Amount other) {
        return new Amount(number + other.number, bytes + other.bytes);
    }

    public boolean isNothing() {
        return number == 0;
    }
}
