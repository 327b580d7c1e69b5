package org.francophonie.dclic.platform.ids;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Codes that people read aloud, type and print: {@code DCL-7K3MQ-4} for a course, {@code APP-9F2XKD3P-T} for a learner.
 * Letters that look alike (I, L, O, U) are left out; the last character is a check, position-weighted modulo 31 over the
 * alphabet, which finds every single wrong character and every swap of two neighbours.
 */
public final class HumanCode {
    private static final String LEARNER = "APP";
    private static final int LEARNER_LENGTH = 9;
    private static final String UNMISTAKABLE = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXY";

    private HumanCode() {}

    /** A course code of 5 characters, about 25 random bits; uniqueness is decided by the database. */
    public static String course(RandomGenerator random) {
        return make("DCL", 5, random);
    }

    /** A learner code of 9 characters, about 44 random bits. */
    public static String learner(RandomGenerator random) {
        return make(LEARNER, LEARNER_LENGTH, random);
    }

    /** The reference of a course looks like a code of one's own, and stands on every course. */
    public static boolean isCourse(String typed) {
        return read(typed).filter(code -> !code.startsWith(LEARNER)).isPresent();
    }

    private static String make(String prefix, int length, RandomGenerator random) {
        var body = new StringBuilder();
        for (int i = 0; i < length; i++) body.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        return prefix + "-" + body + "-" + check(body);
    }

    private static char check(CharSequence body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) sum += (i + 1) * ALPHABET.indexOf(body.charAt(i));
        return ALPHABET.charAt(sum % ALPHABET.length());
    }

    /** The code in its one written form, when what was typed is a code: case, spaces and look-alikes are forgiven. */
    public static Optional<String> read(String typed) {
        var text = typed.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s–—_]+", "-");
        var parts = text.split("-", -1);
        if (parts.length != 3 || parts[1].isEmpty() || parts[2].length() != 1) return Optional.empty();
        var known = parts[1].chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        if (!known || check(parts[1]) != parts[2].charAt(0)) return Optional.empty();
        return Optional.of(text);
    }

    /** Random letters and digits of which none looks like another, for codes that are no names of anything. */
    public static String letters(int length, RandomGenerator random) {
        return random.ints(length, 0, UNMISTAKABLE.length())
                .mapToObj(each -> UNMISTAKABLE.substring(each, each + 1))
                .collect(Collectors.joining());
    }

    /** Letters and digits alone, in capitals, of what somebody typed. */
    public static String bare(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    }

    /** A learner's code however it is typed: without hyphens, with spaces, with letters that look like others. */
    public static Optional<String> readLearner(String typed) {
        var plain = bare(typed);
        if (!plain.startsWith(LEARNER) || plain.length() != LEARNER.length() + LEARNER_LENGTH + 1)
            return Optional.empty();
        var body = plain.substring(LEARNER.length())
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1')
                .replace('U', 'V')
                .replace('Z', '2');
        return read(LEARNER + "-" + body.substring(0, LEARNER_LENGTH) + "-" + body.substring(LEARNER_LENGTH));
    }

    /** The code at the head of an address such as {@code dcl-7k3mq-4-premiers-pas}. */
    public static Optional<String> head(String slug) {
        var parts = slug.toUpperCase(Locale.ROOT).split("-", 4);
        return parts.length < 3 ? Optional.empty() : Optional.of(parts[0] + "-" + parts[1] + "-" + parts[2]);
    }
}
