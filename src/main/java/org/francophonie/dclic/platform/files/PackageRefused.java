package org.francophonie.dclic.platform.files;

/** A package that is broken, too big or made to do harm. */
public class PackageRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What is wrong with it; each has a message for people. */
    public enum Reason {
        NOT_A_ZIP,
        EMPTY,
        TOO_MANY_FILES,
        TOO_LARGE,
        FILE_TOO_LARGE,
        SUSPECT_RATIO,
        DANGEROUS_NAME,
        NAME_TOO_LONG,
        TWICE_THE_SAME_NAME,
        ENCRYPTED,
        TOO_MUCH_TEXT,
        TOO_LONG,
        UNREADABLE
    }

    private final Reason reason;
    private final String file;

    public PackageRefused(Reason reason, String file) {
        super(reason + " " + file);
        this.reason = reason;
        this.file = file;
    }

    public Reason reason() {
        return reason;
    }

    /** The file concerned, empty when it is the whole package. */
    public String file() {
        return file;
    }
}
