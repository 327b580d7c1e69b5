package org.francophonie.dclic.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.platform.files.PackageRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("F-143")
class SafeUnzipTest {
    @TempDir
    Path folder;

    private Path zip(String name, byte[] content) throws IOException {
        var file = folder.resolve("a.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content);
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../a.md", "a/../../b.md", "/etc/passwd", "a\\..\\b.md", "C:/a.md", "a//b.md", "a.md:stream"})
    void names_that_climb_or_pretend_are_refused(String name) throws IOException {
        var archive = zip(name, "x".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> SafeUnzip.zip(archive))
                .isInstanceOfSatisfying(PackageRefused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(Reason.DANGEROUS_NAME));
    }

    @Test
    void a_bomb_stops_while_it_is_read() throws IOException {
        try (var files = SafeUnzip.zip(zip("a.txt", new byte[5_000_000]))) {
            assertThatThrownBy(() -> files.open("a.txt").readAllBytes())
                    .isInstanceOfSatisfying(PackageRefused.class, refused -> assertThat(refused.reason())
                            .isEqualTo(Reason.SUSPECT_RATIO));
        }
    }

    @Test
    void what_is_no_archive_is_told_so() throws IOException {
        var file = Files.writeString(folder.resolve("b.zip"), "not a zip");

        assertThatThrownBy(() -> SafeUnzip.zip(file)).isInstanceOf(PackageRefused.class);
    }
}
