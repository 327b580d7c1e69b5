package org.francophonie.dclic.authoring.exercise;

import java.util.List;
import java.util.UUID;

/**
 * A question as it is asked: nothing in it tells the right answer.
 *
 * @param version of the question; answers point at it
 * @param options to choose from, or to match with the left sides
 * @param lefts the left sides of a matching question
 */
public record Question(UUID version, Kind kind, String html, List<Option> options, List<Option> lefts) {

    /** How it is answered. */
    public enum Kind {
        SINGLE,
        MULTIPLE,
        SHORT,
        NUMERIC,
        MATCHING
    }

    /** @param id means nothing and does not tell its place in the author's list */
    public record Option(String id, String html) {}
}
