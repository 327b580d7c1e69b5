package org.francophonie.dclic.assessment.domain;

import java.text.Normalizer;
import java.util.Locale;

/** Compares short answers: case, accents and spaces are forgiven, {@code *} stands for anything. Takes linear-ish time. */
final class Glob {
    private Glob() {}

    static String fold(String text) {
        return spaces(Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace('’', '\''), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", ""));
    }

    static String spaces(String text) {
        return text.strip().replaceAll("[\\s\\u00a0\\u202f]+", " ");
    }

    /** Two fingers that go back only to the last star: at most pattern × text steps. */
    static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int from = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                from = t;
            } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++from;
            } else return false;
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') p++;
        return p == pattern.length();
    }
}
