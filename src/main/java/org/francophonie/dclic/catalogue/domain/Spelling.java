package org.francophonie.dclic.catalogue.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words as they are compared: without accents and case, with the many ways to write "e-mail" and "Wi-Fi" made one. */
public final class Spelling {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern EMAIL = Pattern.compile("\\be[\\s-]mails?\\b|\\bcourriels?\\b|\\bmels?\\b");
    private static final Pattern WIFI = Pattern.compile("\\bwi[\\s-]fi\\b");
    private static final int MOST_WORDS = 12;
    private static final int LONGEST_WORD = 40;

    private Spelling() {}

    public static String fold(String text) {
        var decomposed = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        return MARKS.matcher(decomposed).replaceAll("").replace("œ", "oe").replace("æ", "ae");
    }

    /** The words of a text, folded; "e-mail", "e mail" and "courriel" are "email", "wi-fi" is "wifi". */
    public static List<String> words(String text) {
        var plain =
                WIFI.matcher(EMAIL.matcher(fold(text)).replaceAll(" email ")).replaceAll(" wifi ");
        return NOT_A_WORD
                .splitAsStream(plain)
                .filter(word -> !word.isEmpty())
                .map(word -> word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD))
                .toList();
    }

    /** The words of a question: a single letter may be half of the next word ("e mial"), so both readings are kept. */
    public static List<List<String>> question(String typed) {
        var words = words(typed);
        var readings = new ArrayList<List<String>>();
        for (int i = 0; i < words.size() && readings.size() < MOST_WORDS; i++) {
            var word = words.get(i);
            if (word.length() == 1 && !Character.isDigit(word.charAt(0))) {
                if (i + 1 < words.size()) readings.add(List.of(word + words.get(++i), words.get(i)));
            } else readings.add(List.of(word));
        }
        return readings;
    }

    /** How many slips of the finger a word of this length may hold. */
    public static int slips(String word) {
        return word.length() <= 3 ? 0 : word.length() <= 5 ? 1 : 2;
    }

    /** Damerau-Levenshtein, optimal string alignment: insertions, deletions, changes and swaps of neighbours. */
    public static int distance(String a, String b) {
        var before = new int[b.length() + 1];
        var last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) last[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            var row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1] + 1, last[j] + 1), last[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1))
                    row[j] = Math.min(row[j], before[j - 2] + 1);
            }
            before = last;
            last = row;
        }
        return last[b.length()];
    }
}
