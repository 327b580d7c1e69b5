package org.francophonie.dclic.identity.service;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.francophonie.dclic.platform.start.Secrets;

/**
 * A small work for the device of whoever joins, in the place of a third party's pictures: find a number with which the SHA-256
 * of question, colon and number begins with so many zero bits (hashcash). A person does not notice it; thousands of accounts
 * cost what they are worth.
 *
 * @param question 32 hexadecimal digits, good for one account
 * @param bits 15 take a weak phone about half a second
 */
public record Puzzle(String question, int bits) {
    static final int EASIEST = 15;
    static final int HARDEST = 19;

    /** So many people may join from one network at the same time before it gets harder: a class with its trainer. */
    private static final int CLASS = 60;

    private static final int QUESTION_BYTES = 16;
    private static final int LONGEST_ANSWER = 12;

    static Puzzle fresh(SecureRandom random, double joinedLately) {
        var bytes = new byte[QUESTION_BYTES];
        random.nextBytes(bytes);
        return new Puzzle(HexFormat.of().formatHex(bytes), bits(joinedLately));
    }

    /** One bit more, twice the work, for each doubling. */
    static int bits(double joinedLately) {
        int bits = EASIEST;
        for (double level = joinedLately; level > CLASS && bits < HARDEST; level /= 2) bits++;
        return bits;
    }

    public boolean isSolvedBy(String answer) {
        if (answer.isEmpty() || answer.length() > LONGEST_ANSWER) return false;
        var hash = Secrets.fingerprint((question + ":" + answer).getBytes(StandardCharsets.UTF_8));
        return Integer.numberOfLeadingZeros(ByteBuffer.wrap(hash).getInt()) >= bits;
    }
}
