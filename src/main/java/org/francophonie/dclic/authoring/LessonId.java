package org.francophonie.dclic.authoring;

import java.util.UUID;

/** Names a lesson; it stays the same from one publication of its course to the next. */
public record LessonId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
