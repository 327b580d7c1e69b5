package org.francophonie.dclic.platform.text;

/** Figures in whatever script they are written: ٤٨ and ४८ are 48. */
public final class Digits {
    private Digits() {}

    /** The same text with the figures of all scripts as 0 to 9. */
    public static String plain(String text) {
        if (text.chars().noneMatch(c -> c > 127)) return text;
        var plain = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
            plain.appendCodePoint(digit < 0 ? c : '0' + digit);
        });
        return plain.toString();
    }
}
