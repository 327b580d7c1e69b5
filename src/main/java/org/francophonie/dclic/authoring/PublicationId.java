package org.francophonie.dclic.authoring;

import java.util.UUID;

/** Names one published version of a course. */
public record PublicationId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
