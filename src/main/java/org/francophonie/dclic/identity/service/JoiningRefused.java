package org.francophonie.dclic.identity.service;

import java.util.Map;

/** Somebody cannot join like this; each field concerned says why. */
public class JoiningRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** A field that is wrong. */
    public enum Field {
        NAME,
        BIRTH_YEAR,
        COUNTRY,
        EMAIL,
        PASSWORD,
        GUARDIAN,
        WHOLE
    }

    private final transient Map<Field, String> problems;

    /** @param problems the key of the message that says what to do, by field */
    public JoiningRefused(Map<Field, String> problems) {
        super(problems.toString());
        this.problems = Map.copyOf(problems);
    }

    JoiningRefused(Field field, String key) {
        this(Map.of(field, key));
    }

    public Map<Field, String> problems() {
        return problems;
    }
}
