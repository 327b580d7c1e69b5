package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Instants as the person in front of the screen reads them: in her language, at her browser's hour. */
public final class Moment {
    private Moment() {}

    /** "25 novembre 2026". */
    public static String day(Instant at) {
        return write(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG), at);
    }

    /** "25 novembre 2026 à 09:12". */
    public static String minute(Instant at) {
        return write(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT), at);
    }

    private static String write(DateTimeFormatter format, Instant at) {
        return format.withLocale(UI.getCurrent().getLocale()).format(at.atZone(zone()));
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
