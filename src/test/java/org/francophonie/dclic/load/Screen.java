package org.francophonie.dclic.load;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One browser tab, as far as the server can tell: it speaks the protocol of Vaadin Flow 25 (read off the browser) and keeps
 * of each node what is needed to find buttons and fields. A resynchronisation or an error of the protocol voids the run.
 */
public final class Screen {
    /** What is known of a node of the server's tree. */
    static final class Node {
        String tag = "";
        String css = "";
        String html = "";
        boolean attached = true;
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static final LongAdder BYTES_DOWN = new LongAdder();
    static final LongAdder BYTES_UP = new LongAdder();

    private final HttpClient client;
    private final URI base;
    private final Map<String, String> cookies = new HashMap<>();
    private final Map<Integer, Node> nodes = new LinkedHashMap<>();
    private String token = "";
    private String body = "";
    private String answer = "";
    private int ui;
    private int syncId;
    private int clientId;
    private Optional<String> elsewhere = Optional.empty();

    public Screen(HttpClient client, URI base) {
        this.client = client;
        this.base = base;
    }

    /** Opens a page of the application as a browser does whose scripts are cached: page, first state, navigation. */
    public void open(String path) throws IOException, InterruptedException {
        if (!token.isEmpty()) leave();
        nodes.clear();
        syncId = 0;
        clientId = 0;
        get("/app/" + path, "text/html");
        var parts = path.split("\\?", 2);
        var query = parts.length == 2 ? parts[1] : "";
        var init = JSON.readTree(get(
                "/app/?v-r=init&location=" + encode(parts[0]) + "&query=" + encode(query)
                        + "&v-sw=320&v-sh=740&v-ww=320&v-wh=740&v-bw=320&v-bh=740&v-tzo=0&v-tzid=UTC&v-wn=load&v-pr=1",
                "application/json"));
        var config = init.get("appConfig");
        ui = config.get("v-uiId").asInt();
        token = config.get("uidl").get("Vaadin-Security-Key").asString();
        take(config.get("uidl"));
        navigate(parts[0], query);
    }

    /** The beacon of a browser that leaves a page: its screen is let go at once. */
    private void leave() throws IOException, InterruptedException {
        var message = JSON.createObjectNode();
        message.put("csrfToken", token).put("UNLOAD", true);
        message.putArray("rpc");
        message.put("syncId", syncId).put("clientId", clientId);
        exchange(request("/app/?v-r=uidl&v-uiId=" + ui)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(message.toString()))
                .build());
    }

    /** A link within the application. */
    public void navigate(String path, String query) throws IOException, InterruptedException {
        var data = JSON.createObjectNode();
        data.put("route", path).put("query", query).put("appShellTitle", "").put("trigger", "");
        data.putNull("historyState");
        send(List.of(event(1, "ui-navigate", data)));
    }

    public ObjectNode event(int node, String type, ObjectNode data) {
        var event = JSON.createObjectNode();
        event.put("type", "event").put("node", node).put("event", type).set("data", data);
        return event;
    }

    public ObjectNode click(int node) {
        return event(
                node,
                "click",
                JSON.createObjectNode()
                        .put("event.shiftKey", false)
                        .put("event.metaKey", false)
                        .put("event.detail", 1)
                        .put("event.ctrlKey", false)
                        .put("event.clientX", 100)
                        .put("event.clientY", 100)
                        .put("event.altKey", false)
                        .put("event.button", 0)
                        .put("event.screenX", 100)
                        .put("event.screenY", 100));
    }

    public ObjectNode value(int node, String value) {
        var sync = JSON.createObjectNode();
        sync.put("type", "mSync")
                .put("node", node)
                .put("feature", 1)
                .put("property", "value")
                .put("value", value);
        return sync;
    }

    public ObjectNode data() {
        return JSON.createObjectNode();
    }

    /** Sends acts in one message and takes in what the server changed. */
    public void send(List<ObjectNode> acts) throws IOException, InterruptedException {
        elsewhere = Optional.empty();
        var message = JSON.createObjectNode();
        message.put("csrfToken", token);
        var rpc = message.putArray("rpc");
        acts.forEach(rpc::add);
        message.put("syncId", syncId).put("clientId", clientId);
        body = message.toString();
        answer = post();
        var text = answer.replaceFirst("^for\\(;;\\);", "");
        var told = JSON.readTree(text);
        take(told.isArray() ? told.get(0) : told);
    }

    /** The last message once more, as a browser sends it that has lost the answer. */
    String again() throws IOException, InterruptedException {
        return post();
    }

    /** What the server says to a message that no browser sends. */
    int sendOdd(String odd) throws IOException, InterruptedException {
        return client.send(
                        request("/app/?v-r=uidl&v-uiId=" + ui)
                                .header("Content-Type", "application/json; charset=UTF-8")
                                .POST(HttpRequest.BodyPublishers.ofString(odd.replace("TOKEN", token)))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** As it came. */
    public String answer() {
        return answer;
    }

    private String post() throws IOException, InterruptedException {
        BYTES_UP.add(body.length());
        return exchange(request("/app/?v-r=uidl&v-uiId=" + ui)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private void take(JsonNode uidl) {
        if (uidl.has("meta")
                && (uidl.get("meta").has("appError") || uidl.get("meta").has("sessionExpired")))
            throw new IllegalStateException("the server says " + uidl.get("meta"));
        if (uidl.has("resynchronize")) throw new IllegalStateException("resynchronisation");
        if (uidl.has("syncId")) syncId = uidl.get("syncId").asInt();
        if (uidl.has("clientId")) clientId = uidl.get("clientId").asInt();
        if (uidl.has("changes")) uidl.get("changes").forEach(this::change);
        if (uidl.has("execute"))
            uidl.get("execute").forEach(call -> {
                var text = call.toString();
                if (text.contains("window.open($0") || text.contains("location"))
                    elsewhere = Optional.of(call.get(0).toString().replace("\"", ""));
            });
    }

    private void change(JsonNode change) {
        int id = change.get("node").asInt();
        var type = change.get("type").asString();
        if (type.equals("detach")) {
            nodes.remove(id);
            return;
        }
        var node = nodes.computeIfAbsent(id, _ -> new Node());
        int feature = change.has("feat") ? change.get("feat").asInt() : -1;
        if (type.equals("put") && change.has("value")) {
            var key = change.get("key").asString();
            var value = change.get("value").toString();
            if (feature == 0 && key.equals("tag"))
                node.tag = change.get("value").asString();
            if (feature == 1 && key.equals("innerHTML"))
                node.html = change.get("value").asString();
            if (feature == 3 && key.equals("class")) node.css = value;
        }
        if (type.equals("splice") && feature == 11 && change.has("add"))
            change.get("add").forEach(name -> node.css += " " + name.asString());
    }

    /** Signs in on the page that is open, which is that of signing in. */
    public void signIn(String email, String password) throws IOException, InterruptedException {
        int address = find("vaadin-text-field", "").orElseThrow();
        int secret = find("vaadin-password-field", "").orElseThrow();
        send(List.of(
                value(address, email),
                event(address, "change", data()),
                value(secret, password),
                event(secret, "change", data()),
                click(find("vaadin-button", "").orElseThrow())));
    }

    /** The first node with this tag and class, in the order in which the server named them. */
    public Optional<Integer> find(String tag, String css) {
        return nodes.entrySet().stream()
                .filter(entry -> entry.getValue().tag.equals(tag))
                .filter(entry -> css.isEmpty() || entry.getValue().css.contains(css))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    Node node(int id) {
        return nodes.get(id);
    }

    public boolean knows(int node) {
        return nodes.containsKey(node);
    }

    public int known() {
        return nodes.size();
    }

    /** Where the server sent the browser with its last answer. */
    Optional<String> elsewhere() {
        return elsewhere;
    }

    private String get(String path, String accept) throws IOException, InterruptedException {
        return exchange(request(path).header("Accept", accept).GET().build());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path)).header("Accept-Encoding", "gzip");
        if (!cookies.isEmpty())
            request.header(
                    "Cookie",
                    String.join(
                            "; ",
                            cookies.entrySet().stream()
                                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                    .toList()));
        return request;
    }

    private String exchange(HttpRequest request) throws IOException, InterruptedException {
        var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        BYTES_DOWN.add(answer.body().length);
        for (var set : answer.headers().allValues("Set-Cookie")) {
            var pair = set.split(";", 2)[0].split("=", 2);
            if (pair.length == 2 && !pair[1].isEmpty()) cookies.put(pair[0], pair[1]);
            else cookies.remove(pair[0]);
        }
        if (answer.statusCode() != 200) throw new IllegalStateException(answer.statusCode() + " from " + request.uri());
        var zipped = answer.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equals)
                .isPresent();
        return new String(zipped ? unzip(answer.body()) : answer.body(), StandardCharsets.UTF_8);
    }

    private static byte[] unzip(byte[] body) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readAllBytes();
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
