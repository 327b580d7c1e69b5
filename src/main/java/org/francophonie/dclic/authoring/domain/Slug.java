package org.francophonie.dclic.authoring.domain;

import java.text.Normalizer;
import java.util.Locale;

/** Titles as they stand in addresses: plain letters and hyphens. */
public final class Slug {
    private static final int LONGEST = 60;

    private Slug() {}

    /** The code in small letters, then the title: the code alone finds the course, whatever the title becomes. */
    public static String of(String code, String title) {
        return (code.toLowerCase(Locale.ROOT) + "-" + plain(title)).replaceAll("-$", "");
    }

    /** A title in plain letters; empty when it has none. */
    public static String plain(String title) {
        var plain = Normalizer.normalize(title.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replace("œ", "oe")
                .replaceAll("[^a-z0-9]+", "-");
        return plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("^-|-$", "");
    }
}
