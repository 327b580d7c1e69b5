package org.francophonie.dclic.platform.access;

/** The act is allowed, after the person has given her secret once more. Nothing was done yet. */
public class SecretNeeded extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SecretNeeded() {
        super("the secret was given too long ago", null, false, false);
    }
}
