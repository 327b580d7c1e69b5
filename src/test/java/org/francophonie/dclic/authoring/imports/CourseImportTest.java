package org.francophonie.dclic.authoring.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.authoring.block.Block;
import org.francophonie.dclic.authoring.imports.ImportReport.Level;
import org.francophonie.dclic.platform.files.PackageRefused;
import org.francophonie.dclic.platform.files.SafeUnzip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("F-065")
class CourseImportTest extends PlatformTest {

    @Test
    void our_small_course_comes_in_whole() throws Exception {
        var course = publishedCourse();

        var document = publications.current(course).orElseThrow().document();
        assertThat(document.lessons()).extracting(lesson -> lesson.title()).containsExactly("Les cases", "La somme");
        assertThat(document.lessons().getFirst().blocks())
                .hasAtLeastOneElementOfType(Block.Image.class)
                .hasAtLeastOneElementOfType(Block.Callout.class)
                .hasAtLeastOneElementOfType(Block.Table.class)
                .hasAtLeastOneElementOfType(Block.Exercise.class)
                .hasAtLeastOneElementOfType(Block.Reflection.class)
                .hasAtLeastOneElementOfType(Block.Code.class);
        assertThat(document.quiz().orElseThrow().questions()).isEqualTo(4);
    }

    private ImportResult take(Path folder) throws Exception {
        return asPlatform(() -> {
            try (var files = SafeUnzip.folder(folder)) {
                return imports.take(files, folder.getFileName().toString(), Progress.UNWATCHED);
            }
        });
    }

    private static Path samples() {
        var samples = System.getProperty("dclic.samples", "");
        assumeTrue(!samples.isEmpty(), "no samples: set -Ddclic.samples=FOLDER to import courses made by others");
        return Path.of(samples);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content/web-dev-for-beginners-fr",
                "content/raspberrypi-foundation-fr/hello-world",
                "content/raspberrypi-foundation-fr/pixel-art"
            })
    void a_course_made_by_others_comes_in_and_the_report_names_what_does_not(String folder) throws Exception {
        var result = take(samples().resolve(folder));

        assertThat(result.course()).as(() -> result.report().lines().toString()).isPresent();
        assertThat(result.report().count(Level.TAKEN)).isGreaterThan(3);
        asPlatform(() -> publications.publish(result.course().orElseThrow()));
    }

    @Test
    void hostile_archives_leave_nothing_behind() throws Exception {
        var folder = samples().resolve("malicious/own");
        long before = sql.sql("select count(*) from authoring.course")
                .query(Long.class)
                .single();
        try (var archives = Files.list(folder)) {
            for (var archive :
                    archives.filter(path -> path.toString().endsWith(".zip")).toList())
                asPlatform(() -> {
                    try (var files = SafeUnzip.zip(archive)) {
                        assertThat(imports.take(files, "x", Progress.UNWATCHED).course())
                                .as(archive.toString())
                                .isEmpty();
                    } catch (PackageRefused refused) {
                        assertThat(refused.reason()).isNotNull();
                    }
                    return true;
                });
        }
        assertThat(sql.sql("select count(*) from authoring.course")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
    }
}
