package org.francophonie.dclic.identity.service;

/** A password that is too easy to guess. */
public class PasswordRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param key of the message that says what to do */
    PasswordRefused(String key) {
        super(key);
    }

    /** The key of the message that says what to do. */
    public String key() {
        return String.valueOf(getMessage());
    }
}
