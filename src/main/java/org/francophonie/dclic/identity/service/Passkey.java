package org.francophonie.dclic.identity.service;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A key that lies in a device of its person, as she sees it.
 *
 * @param label the device on which it was made
 * @param usedAt when it last opened the door
 */
public record Passkey(UUID id, String label, Instant madeAt, Optional<Instant> usedAt) {}
