package org.francophonie.dclic.identity.service;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.platform.text.Digits;

/**
 * What somebody who joins tells about themselves.
 *
 * @param commandId born with the form: joining twice with it is joining once
 * @param birthYear as typed
 * @param country ISO 3166-1 alpha-2, empty while none was chosen
 * @param email as typed; nothing for whoever has none and signs in by the code
 * @param guardian address of a parent, as typed; nothing for grown-ups and whoever names none
 * @param secret a password, or a PIN when {@code withPin}
 */
public record Joining(
        UUID commandId,
        String displayName,
        String birthYear,
        String country,
        Optional<String> email,
        Optional<String> guardian,
        boolean withPin,
        String secret,
        Locale language) {

    /** Figures of any script are figures. */
    public Joining {
        birthYear = Digits.plain(birthYear).strip();
    }
}
