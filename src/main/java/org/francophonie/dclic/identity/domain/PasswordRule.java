package org.francophonie.dclic.identity.domain;

import java.util.Locale;
import java.util.Optional;

/**
 * What a password must be: at least 12 characters and 50 bits by the CNIL's measure (length × log2 of the alphabet used,
 * délibération 2022-100), no class of characters demanded, none of the person's own words, not a mere repetition, and none of
 * those that are tried first. The staff takes 16.
 */
public final class PasswordRule {
    public static final int SHORTEST = 12;
    public static final int SHORTEST_OF_STAFF = 16;
    public static final int LONGEST = 200;
    private static final double BITS = 50;

    /** What is wrong with a password; each has a sentence for people. */
    public enum Problem {
        EMPTY,
        TOO_SHORT,
        TOO_LONG,
        TOO_SHORT_FOR_STAFF,
        TOO_SIMPLE,
        TOO_COMMON,
        OWN_WORDS
    }

    private PasswordRule() {}

    /** @param ownWords the name and address of the person */
    public static Optional<Problem> problem(String password, String... ownWords) {
        var seen = problemInSight(password, ownWords);
        return seen.isEmpty() && isCommon(password) ? Optional.of(Problem.TOO_COMMON) : seen;
    }

    /** Is it among those that are tried first? It takes some of the processor: strangers ask it under a throttle alone. */
    public static boolean isCommon(String password) {
        return Guesses.areFew(password);
    }

    /** What can be told without {@link #isCommon}. */
    public static Optional<Problem> problemInSight(String password, String... ownWords) {
        int length = password.codePointCount(0, password.length());
        if (length == 0) return Optional.of(Problem.EMPTY);
        if (length < SHORTEST) return Optional.of(Problem.TOO_SHORT);
        if (length > LONGEST) return Optional.of(Problem.TOO_LONG);
        if (bits(password) < BITS
                || password.codePoints().distinct().count() < 5
                || isRun(password)
                || isRepeated(password)) return Optional.of(Problem.TOO_SIMPLE);
        return isOwnWords(password, ownWords) ? Optional.of(Problem.OWN_WORDS) : Optional.empty();
    }

    /** So little is left without them that it is they, or the address as it stands. */
    private static boolean isOwnWords(String password, String... ownWords) {
        var lower = password.toLowerCase(Locale.ROOT);
        var rest = lower;
        for (var words : ownWords) {
            var own = words.toLowerCase(Locale.ROOT).strip();
            if (own.length() >= 4) rest = rest.replace(own, "");
            for (var word : own.split("[\\s@.+_-]+")) if (word.length() >= 4) rest = rest.replace(word, "");
        }
        rest = rest.replaceAll("[\\s@.+_-]", "");
        return !rest.equals(lower.replaceAll("[\\s@.+_-]", "")) && rest.length() < 8;
    }

    /** What is wrong with the password of somebody of the staff. */
    public static Optional<Problem> problemOfStaff(String password, String... ownWords) {
        int length = password.codePointCount(0, password.length());
        return length > 0 && length < SHORTEST_OF_STAFF
                ? Optional.of(Problem.TOO_SHORT_FOR_STAFF)
                : problem(password, ownWords);
    }

    /** Length times log2 of the alphabet that the characters come from. */
    static double bits(String password) {
        int alphabet = 0;
        if (password.codePoints().anyMatch(Character::isDigit)) alphabet += 10;
        if (password.codePoints().anyMatch(c -> c < 128 && Character.isLowerCase(c))) alphabet += 26;
        if (password.codePoints().anyMatch(c -> c < 128 && Character.isUpperCase(c))) alphabet += 26;
        if (password.codePoints().anyMatch(c -> c < 128 && !Character.isLetterOrDigit(c))) alphabet += 33;
        if (password.codePoints().anyMatch(c -> c >= 128)) alphabet += 100;
        return password.codePointCount(0, password.length()) * Math.log(Math.max(2, alphabet)) / Math.log(2);
    }

    /** One word written twice is as good as one word. */
    private static boolean isRepeated(String password) {
        return password.toLowerCase(Locale.ROOT).replaceAll("[\\s_.-]", "").matches("(.{1,12})\\1+");
    }

    /** abcdefghijkl, 123456789012, qwertyuiop…: each character follows the one before. */
    private static boolean isRun(String password) {
        var rows = "abcdefghijklmnopqrstuvwxyzabc 01234567890123 azertyuiopqsdfghjklmwxcvbn qwertyuiopasdfghjklzxcvbnm";
        var lower = password.toLowerCase(Locale.ROOT);
        int followed = 0;
        for (int i = 1; i < lower.length(); i++) if (rows.contains(lower.substring(i - 1, i + 1))) followed++;
        return followed >= lower.length() - 2;
    }
}
