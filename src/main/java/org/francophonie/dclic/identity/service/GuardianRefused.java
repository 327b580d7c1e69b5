package org.francophonie.dclic.identity.service;

/** This guardian cannot be asked. */
public class GuardianRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param key of the message that says what to do */
    GuardianRefused(String key) {
        super(key);
    }

    public String key() {
        return String.valueOf(getMessage());
    }
}
