package org.francophonie.dclic.identity.domain;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A code for the day the phone is lost, good once: ten characters, about 49 random bits, written {@code 7K3MQ-9F2XK}. */
public final class RecoveryCode {
    /** Enough for some years of lost phones, few enough to copy by hand. */
    private static final int LIST = 10;

    private static final int HALF = 5;
    /** None that looks like another. */
    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private RecoveryCode() {}

    public static List<String> list(RandomGenerator random) {
        return Stream.generate(() -> half(random) + "-" + half(random))
                .distinct()
                .limit(LIST)
                .toList();
    }

    private static String half(RandomGenerator random) {
        return random.ints(HALF, 0, LETTERS.length())
                .mapToObj(each -> LETTERS.substring(each, each + 1))
                .collect(Collectors.joining());
    }

    /** However it was typed. */
    public static String bare(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    }
}
