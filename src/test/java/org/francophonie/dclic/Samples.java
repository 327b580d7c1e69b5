package org.francophonie.dclic;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What others made and we test with, where the property {@code dclic.samples} names its folder. */
public final class Samples {
    private Samples() {}

    /** A place in the samples; without them the test is skipped and says so. */
    public static Path at(String place) {
        var folder = System.getProperty("dclic.samples", "");
        assumeTrue(!folder.isEmpty(), "no samples: set -Ddclic.samples=FOLDER to test with what others made");
        return Path.of(folder, place);
    }

    /** Texts that broke the software of others: odd characters, and scripts in every disguise. */
    public static List<String> hostileTexts() throws IOException {
        var texts = new ArrayList<String>(List.of(
                JsonMapper.shared().readValue(Files.readString(at("security/blns/blns.json")), String[].class)));
        texts.addAll(new String(
                        Files.readAllBytes(at("security/xss-payloadbox/Intruder/xss-payload-list.txt")),
                        StandardCharsets.UTF_8)
                .lines()
                .toList());
        return texts;
    }
}
