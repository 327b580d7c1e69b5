package org.francophonie.dclic.identity.domain;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
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
    private static final int UTS46 = IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.CHECK_CONTEXTO
            | IDNA.USE_STD3_RULES;
    /**
     * dot-atom of RFC 5321 with the characters above ASCII that RFC 6531 adds, but none that cannot be seen: spaces, control
     * and format characters. Joiners belong between letters that are joined, never into Latin words.
     */
    private static final String ATOM = "(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\-]|[^\\x00-\\x7F\\p{Z}\\p{C}]"
            + "|(?<=[\\p{L}\\p{M}&&[^\\p{IsLatin}]])[\\u200C\\u200D](?=[\\p{L}\\p{M}&&[^\\p{IsLatin}]]))+";

    private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*");

    /** What copying from right-to-left text or from a web page leaves around an address. */
    private static final Pattern UNSEEN_AROUND = Pattern.compile("^[\\p{Cf}\\s]+|[\\p{Cf}\\s]+$");

    /** IDNA2008 (RFC 5892): letters, marks and figures; of the rest a few that some scripts need. */
    private static final Pattern LABEL = Pattern.compile(
            "[\\p{Ll}\\p{Lo}\\p{Lm}\\p{Mn}\\p{Mc}\\p{Nd}\\-\\u00B7\\u0375\\u05F3\\u05F4\\u06FD\\u06FE\\u0F0B\\u200C\\u200D\\u3007\\u30FB]+");

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
        var typed = Normalizer.normalize(
                UNSEEN_AROUND.matcher(text.strip()).replaceAll("").replace('＠', '@'), Normalizer.Form.NFC);
        if (typed.isEmpty()) throw new Refused(Problem.EMPTY);
        if (typed.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c)))
            throw new Refused(Problem.SPACE);
        var at = typed.lastIndexOf('@');
        if (at <= 0 || at == typed.length() - 1) throw new Refused(Problem.NO_AT);
        var local = typed.substring(0, at);
        if (!LOCAL.matcher(local).matches() || hidesSomething(local)) throw new Refused(Problem.LOCAL_PART);
        var domain = domain(typed.substring(at + 1));
        if (octets(local) > LONGEST_LOCAL || octets(typed) > LONGEST) throw new Refused(Problem.TOO_LONG);
        return new EmailAddress(typed, local.toLowerCase(java.util.Locale.ROOT) + "@" + domain);
    }

    /** Fillers and selectors of shapes: two addresses that look the same must be the same. */
    private static boolean hidesSomething(String local) {
        return local.codePoints()
                .anyMatch(c -> c != 0x200C
                        && c != 0x200D
                        && UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT));
    }

    private static String domain(String typed) {
        var info = new IDNA.Info();
        var ascii = new StringBuilder();
        IDNA.getUTS46Instance(UTS46).nameToASCII(typed, ascii, info);
        if (info.hasErrors()) throw new Refused(Problem.DOMAIN);
        var letters = new StringBuilder();
        IDNA.getUTS46Instance(UTS46).nameToUnicode(typed, letters, new IDNA.Info());
        for (var label : letters.toString().split("\\."))
            if (!label.isEmpty() && !LABEL.matcher(label).matches()) throw new Refused(Problem.DOMAIN);
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
