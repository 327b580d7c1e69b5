package org.francophonie.dclic.authoring.block;

import java.util.Locale;

/**
 * For whom a lesson is made ready.
 *
 * @param code of the course, in the addresses of its files
 * @param isLight no picture until it is asked for
 * @param hasScript buttons that need a script make sense
 */
public record Look(Locale language, String code, boolean isLight, boolean hasScript) {}
