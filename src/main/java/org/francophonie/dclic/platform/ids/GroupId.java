package org.francophonie.dclic.platform.ids;

import java.util.UUID;

/** Names one group of people: an organisation, a cohort, a class. */
public record GroupId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
