package org.francophonie.dclic.rights;

import java.util.Locale;
import java.util.Map;

/** What profiles are called, for lists of any module. */
public interface ProfileNames {

    /** By code, every profile that is switched on, in the order of the names. */
    Map<String, String> names(Locale language);
}
