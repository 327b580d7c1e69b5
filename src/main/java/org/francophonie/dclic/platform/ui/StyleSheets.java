package org.francophonie.dclic.platform.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.francophonie.dclic.platform.text.Sha256;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The two style sheets, one for each lane, put together from {@code frontend/styles} at start. Tokens and the look of
 * lessons are the same in both. Their address holds a hash of their content, so browsers keep them for a year.
 */
@Controller
public class StyleSheets {
    private record Sheet(String path, byte[] css) {}

    private final Sheet site = sheet("site", "tokens", "content", "catalogue", "site");
    private final Sheet application = sheet("app", "tokens", "content", "catalogue", "app");
    private final Map<String, Sheet> byName = Map.of(name(site), site, name(application), application);

    private static Sheet sheet(String name, String... parts) {
        var css = new StringBuilder();
        for (var part : parts) css.append(read("styles/" + part + ".css"));
        var bytes = shorten(css.toString()).getBytes(StandardCharsets.UTF_8);
        return new Sheet("/assets/" + name + "." + hash(bytes) + ".css", bytes);
    }

    private static String name(Sheet sheet) {
        return sheet.path().substring("/assets/".length());
    }

    private static String read(String resource) {
        try (InputStream in = StyleSheets.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException(resource + " is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Comments and white space are for us. */
    private static String shorten(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\\s+", " ")
                .replaceAll(" ?([{};,>]) ?", "$1")
                .strip();
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes), 0, 6);
    }

    public String site() {
        return site.path();
    }

    public String application() {
        return application.path();
    }

    @GetMapping("/assets/{name:[a-z]+\\.[0-9a-f]{12}\\.css}")
    ResponseEntity<byte[]> serve(@PathVariable String name) {
        var sheet = byName.get(name);
        if (sheet == null) return ResponseEntity.notFound().build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(sheet.css());
    }
}
