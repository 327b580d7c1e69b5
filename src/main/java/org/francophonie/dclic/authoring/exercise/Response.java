package org.francophonie.dclic.authoring.exercise;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;
import java.util.Set;

/** What a learner answered. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Response.Chosen.class, name = "chosen"),
    @JsonSubTypes.Type(value = Response.Written.class, name = "written"),
    @JsonSubTypes.Type(value = Response.Matched.class, name = "matched")
})
public sealed interface Response {
    /** Ids of the options chosen. */
    record Chosen(Set<String> options) implements Response {}

    /** A word or a number, as typed; NUL, which no keyboard sends, cannot be kept. */
    record Written(String text) implements Response {
        public Written {
            text = text.replace("\0", "");
        }
    }

    /** Left side to right side, by their ids. */
    record Matched(Map<String, String> pairs) implements Response {}
}
