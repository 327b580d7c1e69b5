package org.francophonie.dclic.assessment;

import java.util.UUID;

/** Names one try at a quiz. */
public record AttemptId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
