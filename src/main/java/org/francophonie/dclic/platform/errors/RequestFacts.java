package org.francophonie.dclic.platform.errors;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.francophonie.dclic.platform.start.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * What the current web request tells for the trail and the log.
 *
 * @param agent the family of the browser, not its whole signature
 * @param sessionHash SHA-256 of the session id
 */
public record RequestFacts(String address, String agent, Optional<byte[]> sessionHash) {

    private static final int LONGEST_PLACE = 200;

    /** Nothing when the platform itself acts. */
    public static Optional<RequestFacts> current() {
        return request().map(RequestFacts::of);
    }

    private static Optional<HttpServletRequest> request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(attributes.getRequest())
                : Optional.empty();
    }

    /** The page concerned; that of the screen when the request is a message of one. Nothing when the platform itself acts. */
    static Optional<String> place() {
        return request().map(RequestFacts::place);
    }

    private static String place(HttpServletRequest request) {
        var screen = request.getHeader("Referer");
        var address = request.getQueryString() instanceof String query && query.startsWith("v-r=") && screen != null
                ? screen.replaceFirst("^[a-z]+://[^/]*", "")
                : request.getRequestURI();
        var path = address.split("[?#]", 2)[0].replaceAll("[^A-Za-z0-9/._-]", "");
        return path.substring(0, Math.min(path.length(), LONGEST_PLACE));
    }

    private static RequestFacts of(HttpServletRequest request) {
        var session = request.getSession(false);
        return new RequestFacts(
                request.getRemoteAddr(),
                family(request.getHeader("User-Agent")),
                session == null
                        ? Optional.empty()
                        : Optional.of(Secrets.fingerprint(session.getId().getBytes(StandardCharsets.UTF_8))));
    }

    private static String family(@Nullable String agent) {
        if (agent == null) return "none";
        for (var known : new String[] {
            "Edg", "OPR", "SamsungBrowser", "UCBrowser", "Firefox", "HeadlessChrome", "Chrome", "Safari"
        }) if (agent.contains(known + "/")) return known + (agent.contains("Mobile") ? " mobile" : "");
        return "other";
    }
}
