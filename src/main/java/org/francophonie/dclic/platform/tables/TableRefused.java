package org.francophonie.dclic.platform.tables;

/** A file that is no table that we read; the reason has a message for people. */
public class TableRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is wrong with it. */
    public enum Reason {
        EMPTY,
        TOO_MANY_ROWS,
        TOO_MANY_COLUMNS,
        TOO_LARGE,
        /** The older form of spreadsheets, or one with a password. */
        OLD_OR_LOCKED,
        UNREADABLE
    }

    private final Reason reason;

    public TableRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
