package org.francophonie.dclic.authoring.service;

import org.francophonie.dclic.authoring.PublishedCourse;
import tools.jackson.databind.json.JsonMapper;

/** Reads published documents of every schema that ever was: each step lifts one schema to the next. */
final class Upcaster {
    private Upcaster() {}

    static PublishedCourse read(JsonMapper json, int schema, String document) {
        return switch (schema) {
            case 1 -> json.readValue(document, PublishedCourse.class);
            default ->
                throw new IllegalStateException("a published document has schema " + schema + ", newer than this code");
        };
    }
}
