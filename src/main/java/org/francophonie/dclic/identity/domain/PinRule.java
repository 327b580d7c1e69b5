package org.francophonie.dclic.identity.domain;

import java.util.Optional;

/** What a PIN must be: six digits that are not the first that anybody would try. It opens known devices only. */
public final class PinRule {
    public static final int LENGTH = 6;
    private static final int FEWEST_DIFFERENT = 3;
    private static final String RUNS = "01234567890123456789 98765432109876543210";

    /** What is wrong with a PIN; each has a sentence for people. */
    public enum Problem {
        EMPTY,
        NOT_SIX_DIGITS,
        TOO_SIMPLE,
        BIRTH_YEAR
    }

    private PinRule() {}

    /** @param birthYear as typed, perhaps empty */
    public static Optional<Problem> problem(String pin, String birthYear) {
        if (pin.isEmpty()) return Optional.of(Problem.EMPTY);
        if (!pin.matches("[0-9]{" + LENGTH + "}")) return Optional.of(Problem.NOT_SIX_DIGITS);
        var half = pin.substring(0, LENGTH / 2);
        if (pin.chars().distinct().count() < FEWEST_DIFFERENT || RUNS.contains(pin) || pin.equals(half + half))
            return Optional.of(Problem.TOO_SIMPLE);
        if (birthYear.length() == 4 && pin.contains(birthYear)) return Optional.of(Problem.BIRTH_YEAR);
        return Optional.empty();
    }
}
