package org.francophonie.dclic.identity.domain;

import com.ibm.icu.text.IDNA;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * An e-mail address in any script (RFC 6531, 6532): kept as typed, compared by its key. The key is the local part in NFC
 * and the domain as A-labels (UTS 46, non-transitional), so that {@code faß.de} is not {@code fass.de} and a domain in
 * letters equals the same domain in {@code xn--}.
 *
 * @param typed as the person wrote it, in NFC and without spaces around
 * @param key for comparison; unique
 */
public record EmailAddress(String typed, String key) {
    /** RFC 5321 §4.5.3.1: octets. */
    private static final int LONGEST_LOCAL = 64;

    private static final int LONGEST = 254;
    private static final int UTS46 =
            IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.USE_STD3_RULES;
    /** dot-atom of RFC 5321 with the characters above ASCII that RFC 6531 adds, but no spaces or control characters. */
    private static final Pattern LOCAL = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\-[^\\x00-\\x7F\\p{Z}\\p{Cc}]]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\-[^\\x00-\\x7F\\p{Z}\\p{Cc}]]+)*");

    /** What is wrong with an address; each has a sentence for people. */
    public enum Problem {
        EMPTY,
        NO_AT,
        SPACE,
        LOCAL_PART,
        DOMAIN,
        NO_DOT,
        TOO_LONG
    }

    /** The address cannot be one. */
    public static class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final Problem problem;

        Refused(Problem problem) {
            super(problem.name());
            this.problem = problem;
        }

        public Problem problem() {
            return problem;
        }
    }

    /** @throws Refused saying what is wrong */
    public static EmailAddress parse(String text) {
        if (text.length() > 2 * LONGEST) throw new Refused(Problem.TOO_LONG);
        var typed = Normalizer.normalize(text.strip().replace('＠', '@'), Normalizer.Form.NFC);
        if (typed.isEmpty()) throw new Refused(Problem.EMPTY);
        if (typed.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c)))
            throw new Refused(Problem.SPACE);
        var at = typed.lastIndexOf('@');
        if (at <= 0 || at == typed.length() - 1) throw new Refused(Problem.NO_AT);
        var local = typed.substring(0, at);
        if (!LOCAL.matcher(local).matches()) throw new Refused(Problem.LOCAL_PART);
        var domain = domain(typed.substring(at + 1));
        if (octets(local) > LONGEST_LOCAL || octets(typed) > LONGEST) throw new Refused(Problem.TOO_LONG);
        return new EmailAddress(typed, local.toLowerCase(java.util.Locale.ROOT) + "@" + domain);
    }

    private static String domain(String typed) {
        var info = new IDNA.Info();
        var ascii = new StringBuilder();
        IDNA.getUTS46Instance(UTS46).nameToASCII(typed, ascii, info);
        if (info.hasErrors()) throw new Refused(Problem.DOMAIN);
        var domain = ascii.toString().toLowerCase(java.util.Locale.ROOT);
        var labels = domain.split("\\.", -1);
        if (labels.length < 2) throw new Refused(Problem.NO_DOT);
        for (var label : labels) if (label.isEmpty() || label.length() > 63) throw new Refused(Problem.DOMAIN);
        if (labels[labels.length - 1].chars().allMatch(Character::isDigit)) throw new Refused(Problem.DOMAIN);
        return domain;
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
