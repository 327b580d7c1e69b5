package org.francophonie.dclic.site;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.francophonie.dclic.learning.VisitorReading;
import org.francophonie.dclic.platform.start.Platform;
import org.francophonie.dclic.platform.start.Secrets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Which lessons a visitor read, kept on the visitor's own device for 30 days: a signed text of at most 1 KB such as
 * {@code DCL-7K3MQ-4=1.2.3}. It counts as read, never as a score.
 */
@Component
class ReadingCookie implements VisitorReading {
    private static final String NAME = "dclic-lu";
    private static final String FORGOTTEN = ReadingCookie.class.getName();
    private static final Duration AGE = Duration.ofDays(30);
    private static final int LONGEST = 700;
    private static final int SIGNATURE_BYTES = 16;

    private final Secrets secrets;
    private final Platform platform;

    ReadingCookie(Secrets secrets, Platform platform) {
        this.secrets = secrets;
        this.platform = platform;
    }

    /** @return the lessons of the course read so far, this one included */
    Set<Integer> add(String code, int lesson, HttpServletRequest request, HttpServletResponse response) {
        var read = read(request);
        var lessons = read.remove(code);
        var known = lessons == null ? new TreeSet<Integer>() : lessons;
        known.add(lesson);
        read.put(code, known); // the latest course last: the oldest goes when there is no more room
        while (write(read).length() > LONGEST && read.size() > 1)
            read.remove(read.keySet().iterator().next());
        var text = write(read);
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(encode(text) + "." + encode(sign(text)), AGE));
        return Set.copyOf(known);
    }

    /** What the browser of the screen in front of the person kept. */
    @Override
    public Map<String, Set<Integer>> read() {
        var request = VaadinServletRequest.getCurrent();
        return request == null || request.getAttribute(FORGOTTEN) != null
                ? Map.of()
                : new LinkedHashMap<>(read(request.getHttpServletRequest()));
    }

    @Override
    public void forget() {
        VaadinServletRequest.getCurrent().setAttribute(FORGOTTEN, true); // the browser learns it with the answer
        VaadinServletResponse.getCurrent()
                .getHttpServletResponse()
                .addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO));
    }

    /** Lessons read by course, oldest course first; nothing when the signature is wrong. */
    Map<String, TreeSet<Integer>> read(HttpServletRequest request) {
        var read = new LinkedHashMap<String, TreeSet<Integer>>();
        var cookies = request.getCookies();
        if (cookies == null) return read;
        Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .map(this::verified)
                .forEach(text -> parse(text, read));
        return read;
    }

    private String verified(String value) {
        var parts = value.split("\\.", 2);
        if (parts.length != 2) return "";
        try {
            var text = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
            return MessageDigest.isEqual(sign(text), Base64.getUrlDecoder().decode(parts[1])) ? text : "";
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private static void parse(String text, Map<String, TreeSet<Integer>> into) {
        for (var course : text.split(",")) {
            var parts = course.split("=", 2);
            if (parts.length == 2)
                into.put(
                        parts[0],
                        Arrays.stream(parts[1].split("\\."))
                                .map(Integer::valueOf)
                                .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private static String write(Map<String, TreeSet<Integer>> read) {
        return read.entrySet().stream()
                .map(course -> course.getKey() + "="
                        + course.getValue().stream().map(String::valueOf).collect(Collectors.joining(".")))
                .collect(Collectors.joining(","));
    }

    private byte[] sign(String text) {
        return Arrays.copyOf(secrets.sign("visitor-reading", text.getBytes(StandardCharsets.UTF_8)), SIGNATURE_BYTES);
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String encode(String text) {
        return encode(text.getBytes(StandardCharsets.UTF_8));
    }

    private String cookie(String value, Duration age) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure("https".equals(platform.baseUrl().getScheme()))
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build()
                .toString();
    }
}
