package org.francophonie.dclic.identity.ui;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.francophonie.dclic.platform.ui.Pick;

/** The countries of the world (ISO 3166-1) as a list, in the order of the alphabet of a language. */
final class Countries {
    private static final Map<Asked, Pick.Lines> LINES = new ConcurrentHashMap<>();

    /** @param none what stands for no country; it differs with the question */
    private record Asked(Locale language, String none) {}

    private Countries() {}

    static Pick.Lines lines(Locale language, String none) {
        return LINES.computeIfAbsent(new Asked(language, none), _ -> {
            var names = new LinkedHashMap<String, String>();
            Arrays.stream(Locale.getISOCountries())
                    .sorted(Comparator.comparing(code -> name(code, language), Collator.getInstance(language)))
                    .forEach(code -> names.put(code, name(code, language)));
            return Pick.Lines.of(none, names);
        });
    }

    private static String name(String code, Locale language) {
        return Locale.of("", code).getDisplayCountry(language);
    }
}
