package org.francophonie.dclic.platform.ids;

import java.util.UUID;

/** Names one course, in the catalogue, at the author's desk and in a learner's space. */
public record CourseId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
