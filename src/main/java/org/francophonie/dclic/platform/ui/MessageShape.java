package org.francophonie.dclic.platform.ui;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What Flow's messages look like. It trusts their parts to be there: whoever sends others gets a plain refusal instead of
 * an incident.
 */
final class MessageShape {
    private static final Map<String, List<String>> PARTS = Map.of(
            "event", List.of("node", "event"),
            "mSync", List.of("node", "feature", "property", "value"),
            "publishedEventHandler", List.of("node", "templateEventMethodName", "templateEventMethodArgs"),
            "channel", List.of("node", "channel", "args"),
            "attachExistingElement", List.of("node"),
            "attachExistingElementById", List.of("node"),
            "navigation", List.of());
    private static final List<String> NUMBERS = List.of("node", "feature", "channel");
    private static final List<String> LISTS = List.of("args", "templateEventMethodArgs");

    private MessageShape() {}

    /** @throws IllegalArgumentException for a message that no browser of ours sends */
    static void check(JsonNode message) {
        if (!message.isObject()) throw new IllegalArgumentException("no object");
        if (!message.path("syncId").isIntegralNumber() && !message.has("UNLOAD"))
            throw new IllegalArgumentException("no syncId");
        var calls = message.path("rpc");
        if (calls.isMissingNode()) return;
        if (!calls.isArray()) throw new IllegalArgumentException("rpc is no list");
        calls.forEach(MessageShape::checkCall);
    }

    private static void checkCall(JsonNode call) {
        var parts = PARTS.get(call.path("type").asString(""));
        if (parts == null) throw new IllegalArgumentException("no such call");
        for (var part : parts) {
            var value = call.path(part);
            if (value.isMissingNode()
                    || NUMBERS.contains(part) && !value.isIntegralNumber()
                    || LISTS.contains(part) && !value.isArray())
                throw new IllegalArgumentException("a call without its " + part);
        }
    }
}
