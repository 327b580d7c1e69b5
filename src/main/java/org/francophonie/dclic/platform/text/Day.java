package org.francophonie.dclic.platform.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** A day as people type it: {@code 31/12/2027}, {@code 31-12-2027}, {@code 31.12.2027} or {@code 2027-12-31}. */
public final class Day {
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/. ](\\d{1,2})[-/. ](\\d{1,2})");

    private Day() {}

    /** Nothing when it is no day. */
    public static Optional<LocalDate> read(String typed) {
        var text = typed.strip();
        var first = DAY_FIRST.matcher(text);
        if (first.matches()) return day(first.group(3), first.group(2), first.group(1));
        var year = YEAR_FIRST.matcher(text);
        return year.matches() ? day(year.group(1), year.group(2), year.group(3)) : Optional.empty();
    }

    /** The moment at which a day is over, there. */
    public static Instant end(LocalDate day, ZoneId zone) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
