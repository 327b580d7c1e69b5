package org.francophonie.dclic.authoring.imports;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The licences that the catalogue knows by their SPDX code, and how their own text names them. */
public final class Licences {
    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    /** The address of a licence says it more exactly than the words around it. */
    private static final Pattern DEED =
            Pattern.compile("creativecommons\\.org/(?:licenses|publicdomain)/([a-z-]+)/([0-9]\\.[0-9])");

    static {
        // The longer names first: each contains the next ones.
        NAMES.put("CC-BY-NC-ND-4.0", "attribution-noncommercial-noderiv");
        NAMES.put("CC-BY-NC-SA-4.0", "attribution-noncommercial-sharealike");
        NAMES.put("CC-BY-NC-4.0", "attribution-noncommercial");
        NAMES.put("CC-BY-ND-4.0", "attribution-noderiv");
        NAMES.put("CC-BY-SA-4.0", "attribution-sharealike");
        NAMES.put("CC-BY-4.0", "creative commons attribution 4.0");
        NAMES.put("CC0-1.0", "cc0 1.0");
        NAMES.put(
                "MIT", "permission is hereby granted, free of charge, to any person obtaining a copy of this software");
    }

    public static final Set<String> KNOWN = NAMES.keySet();

    private Licences() {}

    /** The licence whose text this is, or which it names with its version. */
    static Optional<String> in(String text) {
        var link = DEED.matcher(text.toLowerCase(Locale.ROOT));
        if (link.find()) {
            var code = (link.group(1).equals("zero") ? "CC0-" : "CC-" + link.group(1) + "-") + link.group(2);
            return Optional.of(code.toUpperCase(Locale.ROOT)).filter(KNOWN::contains);
        }
        var plain = text.toLowerCase(Locale.ROOT).replaceAll("[\\s_*]+", " ");
        return NAMES.entrySet().stream()
                .filter(licence -> licence.getKey().equals("MIT") || plain.contains(version(licence.getKey())))
                .filter(licence -> plain.contains(licence.getValue()) || plain.contains(spoken(licence.getKey())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String version(String code) {
        return code.substring(code.lastIndexOf('-') + 1);
    }

    /** CC-BY-SA-4.0 as people write it. */
    private static String spoken(String code) {
        var lower = code.toLowerCase(Locale.ROOT);
        return lower.startsWith("cc-by") ? "cc " + lower.substring(3).replaceAll("-(?=[0-9])", " ") : lower;
    }
}
