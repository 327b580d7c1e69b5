package org.francophonie.dclic.identity.service;

/** Signing in was refused; the same words whether the account exists or not. */
public class SignInRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        WRONG,
        WAIT,
        BUSY
    }

    private final Reason reason;
    private final long seconds;

    public SignInRefused(Reason reason, long seconds) {
        super(reason.name());
        this.reason = reason;
        this.seconds = seconds;
    }

    public Reason reason() {
        return reason;
    }

    /** How long to wait before the next try, 0 when there is no need. */
    public long seconds() {
        return seconds;
    }
}
