package org.francophonie.dclic.identity.service;

/** Somebody cannot join like this; the field concerned says why. */
public class JoiningRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The field that is wrong. */
    public enum Field {
        NAME,
        EMAIL,
        PASSWORD,
        WHOLE
    }

    private final Field field;
    private final String key;

    /** @param key of the message that says what to do */
    public JoiningRefused(Field field, String key) {
        super(key);
        this.field = field;
        this.key = key;
    }

    public Field field() {
        return field;
    }

    public String key() {
        return key;
    }
}
