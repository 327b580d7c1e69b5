package org.francophonie.dclic.platform.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.francophonie.dclic.platform.text.Sha256;

/** The only script of the public site: it stands in the page, which saves a request, and the page's policy knows its hash. */
public final class CopyScript {
    public static final String TEXT = read();

    /** As a policy names it. */
    public static final String SOURCE = "'sha256-" + hash() + "'";

    private CopyScript() {}

    /** Comments and indents are for us. */
    private static String read() {
        try (InputStream in = CopyScript.class.getResourceAsStream("/site/copy.js")) {
            if (in == null) throw new IllegalStateException("site/copy.js is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?s)/\\*.*?\\*/", "")
                    .replaceAll("\\s*\\n\\s*", "\n")
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash() {
        return Base64.getEncoder().encodeToString(Sha256.of(TEXT.getBytes(StandardCharsets.UTF_8)));
    }
}
