package org.francophonie.dclic.identity.domain;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * How soon a password is found by whoever tries the likely ones first: 30,000 common passwords, names, runs of keys, years, and
 * a list of ours for French-speaking countries, with the usual endings and spellings (D. L. Wheeler, zxcvbn, USENIX Security
 * 2016). Everything is on this machine; nothing is asked elsewhere.
 */
final class Guesses {
    /** Fewer do not even withstand for a day whoever has stolen the hashes (score 3 of zxcvbn). */
    private static final double FEWEST = 1e8;

    /**
     * More is not looked at: signs that stand for letters make measuring dear (20 of the worst take 60 ms, 40 take a second), and
     * what is longer has guesses enough.
     */
    private static final int LOOKED_AT = 20;

    private Guesses() {}

    static boolean areFew(String password) {
        int end = password.offsetByCodePoints(0, Math.min(LOOKED_AT, password.codePointCount(0, password.length())));
        return Holder.METER.measure(password.substring(0, end)).getGuesses() < FEWEST;
    }

    /** Loaded when the first password is chosen: some 5 MB that many nodes never need. */
    private static final class Holder {
        static final Zxcvbn METER = meter();

        private static Zxcvbn meter() {
            try {
                return new ZxcvbnBuilder()
                        .dictionaries(List.of(
                                StandardDictionaries.PASSWORDS_LOADER.load(),
                                StandardDictionaries.FEMALE_NAMES_LOADER.load(),
                                StandardDictionaries.MALE_NAMES_LOADER.load(),
                                StandardDictionaries.SURNAMES_LOADER.load(),
                                new Dictionary("ours", ours())))
                        .keyboards(
                                List.of(StandardKeyboards.QWERTY_LOADER.load(), StandardKeyboards.KEYPAD_LOADER.load()))
                        .build();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static List<String> ours() throws IOException {
            try (var in = Guesses.class.getResourceAsStream("/org/francophonie/dclic/identity/common-words.txt")) {
                return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            }
        }
    }
}
