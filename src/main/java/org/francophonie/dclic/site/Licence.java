package org.francophonie.dclic.site;

import java.util.Locale;
import java.util.Optional;

/** Where a licence is explained to people. */
final class Licence {
    private Licence() {}

    /** The address of the deed of a Creative Commons licence, such as CC-BY-SA-4.0; nothing for others. */
    static Optional<String> deed(String code) {
        if (code.equals("CC0-1.0")) return Optional.of("https://creativecommons.org/publicdomain/zero/1.0/");
        if (!code.startsWith("CC-")) return Optional.empty();
        var name = code.substring(3).toLowerCase(Locale.ROOT).replaceAll("-(?=[0-9])", "/");
        return Optional.of("https://creativecommons.org/licenses/" + name + "/");
    }
}
