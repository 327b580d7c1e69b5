package org.francophonie.dclic.identity.service;

import java.util.Locale;
import java.util.UUID;

/**
 * What somebody who joins tells about themselves.
 *
 * @param commandId born with the form: joining twice with it is joining once
 */
public record Joining(UUID commandId, String displayName, String email, String password, Locale language) {}
