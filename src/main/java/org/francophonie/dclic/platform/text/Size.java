package org.francophonie.dclic.platform.text;

import java.text.NumberFormat;
import java.util.Locale;
import org.francophonie.dclic.platform.i18n.Words;

/** Weights and times as people read them. */
public final class Size {
    private static final int KILO = 1000;

    private Size() {}

    /** "42 Ko", "1,3 Mo"; a kilobyte is 1000 bytes. */
    public static String weight(Words words, Locale locale, long bytes) {
        if (bytes < KILO * KILO) return words.get(locale, "weight.kb", Math.max(1, Math.round(bytes / (double) KILO)));
        var number = NumberFormat.getInstance(locale);
        number.setMaximumFractionDigits(1);
        return words.get(locale, "weight.mb", number.format(bytes / (double) (KILO * KILO)));
    }

    /** "45 min", "1 h 10", "3 h". */
    public static String time(Words words, Locale locale, int minutes) {
        int hours = minutes / 60;
        int rest = minutes % 60;
        if (hours == 0) return words.get(locale, "time.min", rest);
        if (rest == 0) return words.get(locale, "time.h", hours);
        return words.get(locale, "time.h-min", hours, rest < 10 ? "0" + rest : String.valueOf(rest));
    }
}
