package org.francophonie.dclic.identity;

import java.util.Locale;
import org.francophonie.dclic.platform.ids.PersonId;

/** The signed-in person, as shown to that person. */
public record Me(PersonId id, String code, String displayName, Locale language) {}
