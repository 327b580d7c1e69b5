package org.francophonie.dclic.authoring.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.Samples;
import org.francophonie.dclic.authoring.block.Block;
import org.francophonie.dclic.authoring.imports.ImportReport.Level;
import org.francophonie.dclic.authoring.service.CourseDesk;
import org.francophonie.dclic.platform.files.PackageRefused;
import org.francophonie.dclic.platform.files.SafeUnzip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@Requirement("F-065")
class CourseImportTest extends PlatformTest {
    @Autowired
    private CourseDesk desk;

    @Autowired
    private FolderImport folders;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content/web-dev-for-beginners-fr",
                "content/raspberrypi-foundation-fr/hello-world",
                "content/raspberrypi-foundation-fr/pixel-art"
            })
    void a_course_made_by_others_comes_in_and_the_report_names_what_does_not(String folder) throws Exception {
        var result = take(Samples.at(folder));

        assertThat(result.course()).as(() -> result.report().lines().toString()).isPresent();
        assertThat(result.report().count(Level.TAKEN)).isGreaterThan(3);
        asPlatform(() -> publications.publish(result.course().orElseThrow()));
    }

    @Test
    void hostile_archives_leave_nothing_behind() throws Exception {
        var folder = Samples.at("malicious/own");
        long before = courses();
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
        assertThat(courses()).isEqualTo(before);
    }

    @Test
    void the_same_archives_with_an_honest_lesson_beside_bring_in_the_lesson_alone(@TempDir Path temporary)
            throws Exception {
        int taken = 0;
        try (var archives = Files.list(Samples.at("malicious/own"))) {
            for (var archive :
                    archives.filter(path -> path.toString().endsWith(".zip")).toList()) {
                var folder = Files.createDirectory(temporary.resolve(archive.getFileName()));
                try (var files = SafeUnzip.zip(archive)) {
                    for (var path : files.paths()) {
                        var target = folder.resolve(path);
                        Files.createDirectories(target.getParent());
                        try (var in = files.open(path)) {
                            Files.copy(in, target);
                        }
                    }
                } catch (PackageRefused _) {
                    continue; // refused as a whole, whatever lies beside
                }
                Files.writeString(folder.resolve("1-lecon.md"), "# Une leçon\n\nUn texte sans danger.");
                var course = take(folder).course();
                if (course.isEmpty()) continue;
                taken++;
                var document = asPlatform(() -> {
                    publications.publish(course.get());
                    return publications.current(course.get()).orElseThrow().document();
                });
                assertThat(document.lessons()).as(archive.toString()).hasSizeLessThan(5);
                assertThat(document.toString().toLowerCase(java.util.Locale.ROOT))
                        .as(archive.toString())
                        .doesNotContain("<script", "javascript:", "vbscript:", "onerror", "root:x:");
            }
        }
        assertThat(taken).isPositive();
    }

    @Test
    void what_acts_in_a_lesson_or_a_drawing_is_left_out_and_named(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("1.md"), """
                # Une leçon

                Un texte sans danger.

                <style>body { display: none }</style>

                <form action="https://ailleurs.example"><input name="secret"></form>

                <p onclick="alert(1)">Un <a href="vbscript:msgbox">lien</a></p>

                ![Un dessin](dessin.svg)
                """);
        Files.writeString(folder.resolve("dessin.svg"), """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><script>alert(1)</script>
                <rect width="5" height="5" onload="alert(1)"/><image href="https://ailleurs.example/x.png"/></svg>
                """);
        Files.write(folder.resolve("2.md"), "# Été\n\nDéjà".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        Files.writeString(folder.resolve("LICENSE"), "https://creativecommons.org/licenses/by-sa/4.0/");

        var result = take(folder);

        assertThat(result.report().lines())
                .extracting(line -> line.key() + " " + String.join(" ", line.arguments()))
                .anyMatch(line -> line.startsWith("html-left-out style"))
                .anyMatch(line -> line.startsWith("html-left-out form"))
                .anyMatch(line -> line.startsWith("link-removed vbscript:"))
                .anyMatch(line -> line.startsWith("drawing-cleaned dessin.svg"))
                .anyMatch(line -> line.startsWith("not-utf-8"))
                .anyMatch(line -> line.startsWith("level-missing"))
                .anyMatch(line -> line.startsWith("licence-found CC-BY-SA-4.0"));
        asPlatform(() -> publications.publish(result.course().orElseThrow()));
        assertThat(sql.sql(
                                "select convert_from(string_agg(bytes, ''::bytea order by n), 'UTF8') from platform.file_chunk"
                                        + " where sha256 in (select sha256 from platform.file where media_type = 'image/svg+xml'"
                                        + " order by created_at desc limit 1)")
                        .query(String.class)
                        .single())
                .doesNotContain("script", "onload", "ailleurs");
    }

    @Test
    void a_folder_is_read_in_the_order_in_which_people_read_it(@TempDir Path folder) throws Exception {
        for (var path : List.of(
                "for-teachers.md",
                "translations/README.fr.md",
                "1-debut/translations/README.fr.md",
                "1-debut/1-essai/translations/assignment.fr.md",
                "1-debut/1-essai/translations/README.fr.md",
                "10-fin/README.md",
                "2-suite/README.md")) {
            var file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "# " + path + "\n\nDu texte.");
        }

        var result = take(folder);
        var document = asPlatform(() -> {
            publications.publish(result.course().orElseThrow());
            return publications
                    .current(result.course().orElseThrow())
                    .orElseThrow()
                    .document();
        });

        assertThat(document.description().title()).isEqualTo("translations/README.fr.md");
        assertThat(document.lessons())
                .extracting(lesson -> lesson.title())
                .containsExactly(
                        "translations/README.fr.md",
                        "1-debut/translations/README.fr.md",
                        "1-debut/1-essai/translations/README.fr.md",
                        "1-debut/1-essai/translations/assignment.fr.md",
                        "2-suite/README.md",
                        "10-fin/README.md",
                        "for-teachers.md");
    }

    @Test
    void what_would_keep_the_platform_busy_for_ever_is_cut_or_refused(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("1.md"), "# Profond\n\n" + "<div>".repeat(50_000) + "fond");
        Files.writeString(folder.resolve("2.md"), "# Long\n\n" + "mot ".repeat(100_000));
        Files.writeString(folder.resolve("3.md"), "# Normal\n\nDu texte\0 sans danger.");

        var result = take(folder);

        assertThat(result.report().lines())
                .extracting(ImportReport.Line::file, ImportReport.Line::key)
                .contains(tuple("2.md", "lesson-too-long"), tuple("3.md", "lesson-taken"));
        var lessons = asPlatform(() -> publications.publish(result.course().orElseThrow()));
        assertThat(publications
                        .current(result.course().orElseThrow())
                        .orElseThrow()
                        .document()
                        .lessons())
                .as(String.valueOf(lessons))
                .extracting(lesson -> lesson.blocks().getFirst())
                .containsExactly(new Block.Text("fond"), new Block.Text("<p>Du texte sans danger.</p>"));
    }

    @Test
    void whoever_operates_the_platform_takes_a_folder_in_and_reads_the_report() throws Exception {
        var report = folders.take(Path.of("src/test/resources/courses/compter-avec-un-tableur"));

        assertThat(report).contains("Compter avec un tableur (DCL-").contains("01-les-cases.md");
        assertThat(folders.take(Path.of("target/nowhere"))).contains("n’existe pas");
    }

    /** The store keeps equal bytes once; of which kind they are is for each course to say. */
    @Test
    void a_picture_stays_one_though_somebody_else_gave_the_same_bytes_as_something_else(@TempDir Path folder)
            throws Exception {
        var other = Files.createDirectory(folder.resolve("other"));
        var own = Files.createDirectory(folder.resolve("own"));
        ImageIO.write(
                new BufferedImage(31, 17, BufferedImage.TYPE_BYTE_GRAY),
                "png",
                own.resolve("logo.png").toFile());
        Files.copy(own.resolve("logo.png"), other.resolve("logo.zip"));
        Files.writeString(other.resolve("1.md"), "# Une\n\n[Un fichier](logo.zip)");
        Files.writeString(own.resolve("1.md"), "# Une\n\n![Logo](logo.png)");
        take(other);

        var course = take(own).course().orElseThrow();
        asPlatform(() -> publications.publish(course));

        var document = publications.current(course).orElseThrow().document();
        var picture = (Block.Image) document.lessons().getFirst().blocks().getFirst();
        assertThat(publications
                        .file(course, picture.file().hash())
                        .orElseThrow()
                        .mediaType())
                .isEqualTo("image/png");
        assertThat(asPlatform(() -> desk.file(course, picture.file().hash()))
                        .orElseThrow()
                        .mediaType())
                .isEqualTo("image/png");
    }

    @Test
    void to_write_the_name_of_a_file_is_not_to_hold_it(@TempDir Path folder) throws Exception {
        var hash = "ab".repeat(32);
        Files.writeString(folder.resolve("1.md"), "# Une\n\n## " + hash + "\n\nleçon");

        var course = take(folder).course().orElseThrow();

        assertThat(asPlatform(() -> desk.file(course, hash))).isEmpty();
    }

    @Test
    void an_import_stopped_by_its_author_keeps_nothing_and_is_written_down_as_failed(@TempDir Path folder)
            throws Exception {
        Files.writeString(folder.resolve("1.md"), "# Une\n\nleçon");
        long before = courses();
        var cancelled = new ImportJob(ids.next(), "x");
        cancelled.cancel();

        var report = asPlatform(() -> {
            try (var files = SafeUnzip.folder(folder)) {
                return imports.take(files, "x", cancelled).report();
            }
        });

        assertThat(report.lines()).extracting(ImportReport.Line::key).containsExactly("cancelled");
        assertThat(courses()).isEqualTo(before);
        assertThat(sql.sql(
                                "select outcome || ' ' || reason from audit.audit_event where act = 'import' order by at desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("FAILED cancelled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"titre: !!binary '%%%'", "titre: !!int dix", "titre: !!float x", "titre: !!timestamp y"})
    void a_card_with_values_that_are_none_is_refused_with_its_line(String yaml, @TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("cours.yaml"), yaml);
        Files.writeString(folder.resolve("1.md"), "# Une\n\nleçon");

        assertThat(take(folder).report().lines())
                .extracting(ImportReport.Line::key)
                .contains("yaml-broken");
    }

    @Test
    void a_picture_shown_twice_is_read_once_and_a_huge_one_gets_light_versions(@TempDir Path folder) throws Exception {
        ImageIO.write(
                new BufferedImage(6000, 5000, BufferedImage.TYPE_BYTE_GRAY),
                "png",
                folder.resolve("a.png").toFile());
        Files.writeString(folder.resolve("1.md"), "# Une\n\n![un](a.png)\n\n![deux](a.png)");

        var course = take(folder).course().orElseThrow();
        asPlatform(() -> publications.publish(course));

        var blocks = publications
                .current(course)
                .orElseThrow()
                .document()
                .lessons()
                .getFirst()
                .blocks();
        assertThat(blocks).hasSize(2).allSatisfy(block -> {
            var image = (Block.Image) block;
            assertThat(image.width()).isEqualTo(6000);
            assertThat(image.light()).isNotEmpty();
        });
        assertThat(blocks)
                .extracting(block -> ((Block.Image) block).alternative())
                .containsExactly("un", "deux");
    }

    @Test
    @Requirement("F-065")
    void a_new_version_takes_the_place_of_the_draft_and_of_nothing_else(@TempDir Path folder) throws Exception {
        var course = publishedCourse();
        var first = publications.current(course).orElseThrow();
        copy(Path.of("src/test/resources/courses/compter-avec-un-tableur"), folder);
        Files.writeString(folder.resolve("03-pour-finir.md"), "# Pour finir\n\nUne leçon de plus.");

        var result = asPlatform(() -> {
            try (var files = SafeUnzip.folder(folder)) {
                return imports.replace(course, files, "compter", Progress.UNWATCHED);
            }
        });

        assertThat(result.course()).contains(course);
        assertThat(publications.current(course).orElseThrow())
                .as("learners see what they saw")
                .isEqualTo(first);
        asPlatform(() -> publications.publish(course));
        var second = publications.current(course).orElseThrow();
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.document().code()).isEqualTo(first.document().code());
        assertThat(second.document().lessons()).hasSize(3);
        assertThat(second.document().lessons().getFirst().id())
                .as("a lesson that keeps its title is the same lesson")
                .isEqualTo(first.document().lessons().getFirst().id());
        assertThat(second.document().quiz().orElseThrow().id())
                .isEqualTo(first.document().quiz().orElseThrow().id());
        assertThat(publications.version(first.id()).orElseThrow().document().lessons())
                .as("whoever follows the first version keeps it")
                .hasSize(2);
        assertThat(asPlatform(() -> publications.publish(course)))
                .as("publishing once more changes nothing")
                .isEqualTo(second.id());
    }

    @Test
    void a_new_version_that_cannot_be_read_leaves_the_draft_as_it_was(@TempDir Path folder) throws Exception {
        var course = publishedCourse();
        Files.writeString(folder.resolve("cours.yaml"), "titre: [");
        Files.writeString(folder.resolve("01-une.md"), "# Une\n\nleçon");

        var result = asPlatform(() -> {
            try (var files = SafeUnzip.folder(folder)) {
                return imports.replace(course, files, "compter", Progress.UNWATCHED);
            }
        });

        assertThat(result.course()).isEmpty();
        assertThat(sql.sql("select count(*) from authoring.lesson where course_id = ?")
                        .param(course.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    @Test
    void a_picture_too_tall_for_light_versions_is_shown_as_it_is(@TempDir Path folder) throws Exception {
        ImageIO.write(
                new BufferedImage(40, 60_000, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("a.png").toFile());
        Files.writeString(folder.resolve("1.md"), "# Une\n\n![haute](a.png)");

        var course = take(folder).course().orElseThrow();
        asPlatform(() -> publications.publish(course));

        var image = (Block.Image) publications
                .current(course)
                .orElseThrow()
                .document()
                .lessons()
                .getFirst()
                .blocks()
                .getFirst();
        assertThat(image.height()).isEqualTo(60_000);
        assertThat(image.light()).isEmpty();
    }

    private long courses() {
        return sql.sql("select count(*) from authoring.course")
                .query(Long.class)
                .single();
    }
}
