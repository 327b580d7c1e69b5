package org.francophonie.dclic.identity.merge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.francophonie.dclic.platform.ids.PersonId;

/**
 * One of two accounts, as whoever compares them sees it.
 *
 * @param email proved, or else the one that was given
 * @param lastSeen nothing when nobody ever signed in, or too long ago
 */
public record MergeSide(
        PersonId id,
        String displayName,
        String code,
        Optional<String> email,
        Optional<Integer> birthYear,
        Optional<String> country,
        boolean active,
        Instant since,
        Optional<Instant> lastSeen,
        Set<String> profiles,
        List<String> groups) {}
