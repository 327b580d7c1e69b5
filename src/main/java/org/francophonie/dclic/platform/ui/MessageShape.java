package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.internal.StateNode;
import com.vaadin.flow.internal.nodefeature.ClientCallableHandlers;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;
import com.vaadin.flow.internal.nodefeature.NodeFeatureRegistry;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What Flow's messages look like, and at which parts of a screen they may aim. Flow trusts both: whoever sends others gets a
 * plain refusal instead of an incident. Messages come by requests alone: what is sent up the line of push meets Flow's own checks.
 */
final class MessageShape {
    private static final Map<String, List<String>> PARTS = Map.of(
            "event", List.of("node", "event"),
            "mSync", List.of("node", "feature", "property", "value"),
            "publishedEventHandler", List.of("node", "templateEventMethodName", "templateEventMethodArgs"),
            "channel", List.of("node", "channel", "args"), // no screen of ours attaches what the browser holds already
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

    /**
     * A part of the screen that is gone is no offence: the browser may not know yet.
     *
     * @throws IllegalArgumentException for a call that this screen offers to no browser
     */
    static void check(JsonNode message, UI screen) {
        message.path("rpc").forEach(call -> {
            var node = screen.getInternals()
                    .getStateTree()
                    .getNodeById(call.path("node").asInt(0));
            if (node != null && !isOffered(call, node))
                throw new IllegalArgumentException("a call that is not offered");
        });
    }

    private static boolean isOffered(JsonNode call, StateNode node) {
        return switch (call.path("type").asString()) {
            case "event" -> node.hasFeature(ElementListenerMap.class);
            case "mSync" ->
                call.path("feature").asInt() == NodeFeatureRegistry.getId(ElementPropertyMap.class)
                        && node.hasFeature(ElementPropertyMap.class);
            case "publishedEventHandler" ->
                node.hasFeature(ClientCallableHandlers.class)
                        && node.getFeature(ClientCallableHandlers.class)
                                .hasHandler(call.path("templateEventMethodName").asString(""));
            default -> true;
        };
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
