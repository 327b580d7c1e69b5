package org.francophonie.dclic.platform.ids;

import java.util.UUID;

/** Names one person, in every module. */
public record PersonId(UUID value) {

    public static PersonId parse(String text) {
        return new PersonId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
