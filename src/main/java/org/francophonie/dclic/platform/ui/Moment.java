package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.francophonie.dclic.platform.i18n.Words;

/** Instants as the person in front of the screen reads them: in her language, at her browser's hour. */
public final class Moment {
    private Moment() {}

    /** "25 novembre 2026", and "1er décembre 2026". */
    public static String day(Instant at) {
        var day = write(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), at);
        return isFrench() && day.startsWith("1 ") ? "1er" + day.substring(1) : day;
    }

    /** The last day that still counts of what ends at that instant: the day before, when it ends at midnight. */
    public static String lastDay(Instant end) {
        return day(end.minusNanos(1));
    }

    /** "25 novembre 2026 à 09:12". */
    public static String minute(Instant at) {
        var hour = write(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT), at);
        return UI.getCurrent().getTranslation("moment.minute", day(at), hour);
    }

    /** As {@link #minute}, with the seconds: for whoever has to prove the order of acts. */
    public static String second(Instant at) {
        var hour = write(DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM), at);
        return UI.getCurrent().getTranslation("moment.minute", day(at), hour);
    }

    private static boolean isFrench() {
        return UI.getCurrent().getLocale().getLanguage().equals(Locale.FRENCH.getLanguage());
    }

    private static String write(DateTimeFormatter format, Instant at) {
        return format.localizedBy(Words.figures(UI.getCurrent().getLocale())).format(at.atZone(zone()));
    }

    /** The browser's zone, UTC while it is unknown. */
    public static ZoneId zone() {
        var details = UI.getCurrent().getPage().getExtendedClientDetails();
        var name = details == null ? null : details.getTimeZoneId();
        if (name == null) return ZoneOffset.UTC;
        try {
            return ZoneId.of(name);
        } catch (DateTimeException _) {
            return ZoneOffset.UTC;
        }
    }
}
