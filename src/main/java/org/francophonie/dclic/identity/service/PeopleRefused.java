package org.francophonie.dclic.identity.service;

import java.util.Map;

/** Something about a person that cannot be done or is not right; the keys of what to say, by field. */
public class PeopleRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Which field of the form; WHOLE for what concerns none. */
    public enum Field {
        WHOLE,
        NAME,
        BIRTH_YEAR,
        COUNTRY,
        EMAIL
    }

    private final transient Map<Field, String> problems;

    public PeopleRefused(Map<Field, String> problems) {
        super(problems.toString());
        this.problems = Map.copyOf(problems);
    }

    public PeopleRefused(Field field, String key) {
        this(Map.of(field, key));
    }

    public Map<Field, String> problems() {
        return problems;
    }
}
