package org.francophonie.dclic.identity.domain;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** Six digits that change every thirty seconds (RFC 6238, HMAC-SHA-1), as applications for phones make them. */
public final class TimeCode {
    /** 160 bits, as RFC 4226 recommends. */
    public static final int SECRET_BYTES = 20;

    private static final int DIGITS = 6;
    private static final int SECONDS = 30;
    /** A phone's clock may be as wrong, and its owner as slow. */
    private static final int STEPS_AROUND = 1;

    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();
    private static final int BASE = 32;
    private static final int SECRET_LETTERS = SECRET_BYTES * 8 / 5;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private TimeCode() {}

    public static byte[] freshSecret(SecureRandom random) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    /** The digits in what somebody typed, in whatever script; nothing when it is no such code. */
    public static Optional<String> read(String typed) {
        var digits = new StringBuilder();
        for (int letter : typed.codePoints().filter(each -> !isBetween(each)).toArray()) {
            int digit = Character.digit(letter, 10);
            if (digit < 0) return Optional.empty();
            digits.append(digit);
        }
        return digits.length() == DIGITS ? Optional.of(digits.toString()) : Optional.empty();
    }

    private static boolean isBetween(int letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter) || letter == '-';
    }

    /** Of which step the code is, among those of these moments; nothing when it is none of theirs. */
    public static Optional<Long> step(byte[] secret, String code, Instant now) {
        long present = now.getEpochSecond() / SECONDS;
        return LongStream.rangeClosed(present - STEPS_AROUND, present + STEPS_AROUND)
                .filter(step ->
                        at(secret, Instant.ofEpochSecond(step * SECONDS)).equals(code))
                .boxed()
                .findFirst();
    }

    /** What the application on the phone shows at an instant. */
    public static String at(byte[] secret, Instant instant) {
        try {
            return CODES.generateOneTimePasswordString(
                    new SecretKeySpec(secret, CODES.getAlgorithm()), instant, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The secret as applications take it (RFC 4648, base 32). */
    public static String letters(byte[] secret) {
        var digits = new BigInteger(1, secret).toString(BASE);
        var letters = new StringBuilder("A".repeat(SECRET_LETTERS - digits.length()));
        digits.chars().forEach(digit -> letters.append(ALPHABET.charAt(Character.digit(digit, BASE))));
        return letters.toString();
    }
}
