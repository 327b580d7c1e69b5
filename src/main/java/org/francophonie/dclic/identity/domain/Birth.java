package org.francophonie.dclic.identity.domain;

import java.util.Optional;
import org.francophonie.dclic.platform.text.Digits;

/** The year in which somebody was born: all that is asked of an age. */
public final class Birth {
    /** Younger people join through a centre. */
    public static final int YOUNGEST = 13;

    private static final int OLDEST = 120;

    /** What is wrong with a year; each has a sentence for people. */
    public enum Problem {
        EMPTY,
        NO_YEAR,
        CHILD
    }

    private Birth() {}

    /**
     * The first year in which somebody has reached an age whatever the day of birth: in the year of the birthday itself
     * nobody knows.
     */
    public static int yearSurelyOf(int age, int birthYear) {
        return birthYear + age + 1;
    }

    /** @param thisYear where the person lives */
    public static Optional<Problem> problem(String typed, int thisYear) {
        var text = Digits.plain(typed).strip();
        if (text.isEmpty()) return Optional.of(Problem.EMPTY);
        if (!text.matches("[0-9]{4}")) return Optional.of(Problem.NO_YEAR);
        int age = thisYear - Integer.parseInt(text);
        if (age < 0 || age > OLDEST) return Optional.of(Problem.NO_YEAR);
        return age < YOUNGEST ? Optional.of(Problem.CHILD) : Optional.empty();
    }
}
