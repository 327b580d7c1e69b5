package org.francophonie.dclic.learning;

import java.util.UUID;

/** Names one learner's place on one course. */
public record EnrolmentId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
