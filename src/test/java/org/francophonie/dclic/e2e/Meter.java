package org.francophonie.dclic.e2e;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Counts what a page costs its reader: bytes on the wire, requests, elements with their shadow roots. */
final class Meter {
    private static final double[] DOM = {
        0, 47, 75, 159, 233, 298, 358, 417, 476, 537, 603, 674, 753, 843, 949, 1076, 1237, 1459, 1801, 2479, 594601
    };
    private static final double[] REQUESTS = {
        0, 2, 15, 25, 34, 42, 49, 56, 63, 70, 78, 86, 95, 105, 117, 130, 147, 170, 205, 281, 3920
    };
    private static final double[] KILOBYTES = {
        0, 1.37, 144.7, 319.53, 479.46, 631.97, 783.38, 937.91, 1098.62, 1265.47, 1448.32, 1648.27, 1876.08, 2142.06,
        2465.37, 2866.31, 3401.59, 4155.73, 5400.08, 8037.54, 223212.26
    };

    /**
     * @param bytes compressed, with headers
     * @param bodies compressed, without headers, down
     * @param posted bodies sent up
     */
    record Cost(long bytes, long bodies, long posted, List<String> urls, int pictures, int elements) {
        int requests() {
            return urls.size();
        }

        double kilobytes() {
            return bytes / 1000.0;
        }

        /** www.ecoindex.fr: 100 − 5 · (3 q(elements) + 2 q(requests) + q(kB)) / 6. */
        double ecoIndex() {
            return Meter.ecoIndex(elements, requests(), kilobytes());
        }

        @Override
        public String toString() {
            return "%.1f KB (bodies %d down, %d up), %d requests, %d elements, EcoIndex %.0f, %s"
                    .formatted(kilobytes(), bodies, posted, requests(), elements, ecoIndex(), urls);
        }
    }

    private final Page page;
    private final CDPSession session;
    private final Map<String, String> asked = new HashMap<>();
    private final Set<String> open = new TreeSet<>();
    private final Set<String> hosts = new TreeSet<>();
    private long bytes;
    private final List<Request> done = new ArrayList<>();
    private final List<String> urls = new ArrayList<>();
    private int pictures;

    Meter(Page page) {
        this.page = page;
        session = page.context().newCDPSession(page);
        session.send("Network.enable");
        session.on("Network.requestWillBeSent", this::asked);
        session.on("Network.requestServedFromCache", event -> asked.remove(id(event)));
        page.onRequestFinished(done::add);
        session.on("Network.loadingFinished", this::finished);
        session.on("Network.loadingFailed", event -> open.remove(id(event)));
    }

    private static String id(JsonObject event) {
        return event.get("requestId").getAsString();
    }

    private void asked(JsonObject event) {
        var request = event.getAsJsonObject("request");
        var url = request.get("url").getAsString();
        if (url.startsWith("data:") || url.startsWith("blob:")) return;
        asked.put(id(event), url);
        open.add(id(event));
        hosts.add(URI.create(url.replaceAll("[?#].*", "")).getAuthority());
    }

    private void finished(JsonObject event) {
        open.remove(id(event));
        var url = asked.remove(id(event));
        if (url == null) return;
        var size = event.get("encodedDataLength").getAsLong();
        if (size == 0) return; // from the cache
        bytes += size;
        urls.add(url.replaceAll("[?&]v-(?!r=|uiId=)[^&]*", ""));
        if (url.contains("/media/")) pictures++;
    }

    /** Pictures of courses stay where they are; unlike Playwright's own interception this leaves the cache alone. */
    Meter withoutPictures() {
        var blocked = new JsonObject();
        var urls = new JsonArray();
        urls.add("*/media/*");
        blocked.add("urls", urls);
        session.send("Network.setBlockedURLs", blocked);
        return this;
    }

    /** Nothing is kept in the browser any more. */
    void cold() {
        session.send("Network.clearBrowserCache");
        reset();
    }

    void reset() {
        rest();
        asked.clear();
        urls.clear();
        done.clear();
        bytes = pictures = 0;
    }

    /** Waits until the network has been silent for a while. */
    void rest() {
        int silent = 0;
        for (int i = 0; i < 200 && silent < 6; i++) {
            page.waitForTimeout(50);
            silent = open.isEmpty() ? silent + 1 : 0;
        }
    }

    Cost cost() {
        rest();
        var sizes = List.copyOf(done).stream().map(Request::sizes).toList();
        long bodies = sizes.stream().mapToLong(size -> size.responseBodySize).sum();
        long posted = sizes.stream().mapToLong(size -> size.requestBodySize).sum();
        var elements = ((Number) page.evaluate("""
                () => {
                  const walk = root => [...root.querySelectorAll('*')].reduce((sum, e) =>
                      sum + (e.closest('svg') && e.tagName !== 'svg' ? 0 : 1) + (e.shadowRoot ? walk(e.shadowRoot) : 0), 0);
                  return walk(document);
                }""")).intValue();
        return new Cost(bytes, bodies, posted, List.copyOf(urls), pictures, elements);
    }

    Set<String> hosts() {
        return Set.copyOf(hosts);
    }

    static double ecoIndex(double elements, double requests, double kilobytes) {
        return 100 - 5 * (3 * rank(DOM, elements) + 2 * rank(REQUESTS, requests) + rank(KILOBYTES, kilobytes)) / 6;
    }

    private static double rank(double[] limits, double value) {
        for (int i = 1; i < limits.length; i++)
            if (value < limits[i]) return i - 1 + (value - limits[i - 1]) / (limits[i] - limits[i - 1]);
        return limits.length - 1;
    }
}
