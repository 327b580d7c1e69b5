package org.francophonie.dclic.identity.domain;

import java.util.Optional;
import org.francophonie.dclic.platform.text.Digits;

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
    public static Optional<Problem> problem(String typed, String birthYear) {
        var pin = Digits.plain(typed);
        if (pin.isEmpty()) return Optional.of(Problem.EMPTY);
        if (!pin.matches("[0-9]{" + LENGTH + "}")) return Optional.of(Problem.NOT_SIX_DIGITS);
        var half = pin.substring(0, LENGTH / 2);
        if (pin.chars().distinct().count() < FEWEST_DIFFERENT
                || RUNS.contains(pin)
                || pin.equals(half + half)
                || isPairs(pin)) return Optional.of(Problem.TOO_SIMPLE);
        var year = Digits.plain(birthYear);
        if (year.length() == 4 && pin.contains(year)) return Optional.of(Problem.BIRTH_YEAR);
        return Optional.empty();
    }

    /** 112233, 778899: two of each. */
    private static boolean isPairs(String pin) {
        return pin.charAt(0) == pin.charAt(1) && pin.charAt(2) == pin.charAt(3) && pin.charAt(4) == pin.charAt(5);
    }
}
