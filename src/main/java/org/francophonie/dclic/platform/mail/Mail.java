package org.francophonie.dclic.platform.mail;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.francophonie.dclic.platform.ids.PersonId;

/**
 * A letter to be written and sent.
 *
 * @param event what happened: the same event writes to the same recipient once
 * @param kind of the {@link Letter} that writes it
 * @param recipient the address as typed
 * @param recipientKey the address in canonical form, its domain in ASCII
 * @param person whom it is about, when known
 * @param facts what the letter is written from; never a secret, for they are kept
 * @param useful how long it makes sense to send it
 */
public record Mail(
        String event,
        String kind,
        String recipient,
        String recipientKey,
        Optional<PersonId> person,
        Locale language,
        Map<String, String> facts,
        Duration useful) {}
