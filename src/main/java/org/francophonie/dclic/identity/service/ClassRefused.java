package org.francophonie.dclic.identity.service;

/** A class cannot be made, or take learners in, like this. */
public class ClassRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param key of the message that says what to do */
    ClassRefused(String key) {
        super(key);
    }

    public String key() {
        return String.valueOf(getMessage());
    }
}
