package org.francophonie.dclic.authoring.block;

import java.util.Locale;

/**
 * For whom a lesson is made ready.
 *
 * @param files address under which its files are fetched
 * @param isLight no picture until it is asked for
 * @param hasScript buttons that need a script make sense
 */
public record Look(Locale language, String files, boolean isLight, boolean hasScript) {

    /** Where the files of a published course are, for everybody. */
    public static String published(String code) {
        return "/media/" + code;
    }
}
