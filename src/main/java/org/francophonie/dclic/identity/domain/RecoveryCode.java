package org.francophonie.dclic.identity.domain;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.francophonie.dclic.platform.ids.HumanCode;

/** A code for the day the phone is lost, good once: ten characters, about 49 random bits, written {@code 7K3MQ-9F2XK}. */
public final class RecoveryCode {
    /** Enough for some years of lost phones, few enough to copy by hand. */
    private static final int LIST = 10;

    private static final int HALF = 5;

    private RecoveryCode() {}

    public static List<String> list(RandomGenerator random) {
        return Stream.generate(() -> HumanCode.letters(HALF, random) + "-" + HumanCode.letters(HALF, random))
                .distinct()
                .limit(LIST)
                .toList();
    }
}
