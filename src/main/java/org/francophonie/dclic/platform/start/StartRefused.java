package org.francophonie.dclic.platform.start;

/** The platform does not start, for a reason that fits in one line and says what to do. */
public class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StartRefused(String line) {
        super(line);
    }

    public StartRefused(String line, Throwable cause) {
        super(line, cause);
    }
}
