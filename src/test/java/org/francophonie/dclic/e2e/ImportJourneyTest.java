package org.francophonie.dclic.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.Samples;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Courses come in through the browser, and courses made by others are followed to their end. */
@Requirement({"F-048", "F-065", "F-069"})
class ImportJourneyTest extends JourneyTest {

    private static Path zip(Path folder) throws Exception {
        var archive = Files.createTempFile(Path.of("target"), "import-", ".zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive));
                var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
        return archive;
    }

    private void openImport(Page page, String email) {
        go(page, "/app/auteur/import");
        signIn(page, email);
        sees(page, "Choisir le fichier ZIP");
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 1280})
    void an_editor_imports_reads_the_report_and_publishes(int width) throws Exception {
        var editor = somebody("EDITOR");
        try (var context = browser.context(width)) {
            var page = context.newPage();
            openImport(page, editor.email());

            page.locator("vaadin-upload input[type=file]")
                    .setInputFiles(zip(Path.of("src/main/resources/demo/premiers-pas-sur-internet")));

            sees(page, "Formation importée");
            sees(page, "Quiz (questions");
            Browser.isFitForAll(page);
            page.reload();
            sees(page, "Formation importée");
            press(page, "Voir l’aperçu");
            sees(page, "Aperçu du brouillon");
            assertThat(page.locator("article img")
                            .first()
                            .evaluate("async i => { await i.decode(); return i.naturalWidth; }"))
                    .as("a picture of the draft is shown to its author")
                    .isNotEqualTo(0);
            Browser.isFitForAll(page);
            page.goBack();
            press(page, "Publier pour tout le monde");
            sees(page, "Non, pas maintenant");
            press(page, "Publier pour tout le monde");
            sees(page, "Publiée, version 1");
            press(page, "Importer une nouvelle version");
            sees(page, "Nouvelle version de");
            page.locator("vaadin-upload input[type=file]")
                    .setInputFiles(zip(Path.of("src/main/resources/demo/premiers-pas-sur-internet")));
            press(page, "Publier la version 2");
            sees(page, "Non, pas maintenant");
            press(page, "Publier la version 2");
            sees(page, "Publiée, version 2");
            press(page, "Voir la page publique");
            sees(page, "Premiers pas sur Internet");
        }
    }

    @Test
    void what_is_no_archive_is_told_before_anything_is_sent() throws Exception {
        var author = somebody("AUTHOR");
        var text = Files.writeString(Files.createTempFile(Path.of("target"), "lettre-", ".txt"), "Bonjour");
        try (var context = browser.context(320)) {
            var page = context.newPage();
            openImport(page, author.email());

            page.locator("vaadin-upload input[type=file]").setInputFiles(text);

            sees(page, "Ce fichier n’est pas un fichier ZIP");
        }
    }

    @Test
    void an_archive_with_nothing_to_learn_is_refused_with_the_reason() throws Exception {
        var author = somebody("AUTHOR");
        var folder = Files.createTempDirectory(Path.of("target"), "empty-course-");
        Files.writeString(folder.resolve("lisez-moi.txt"), "Rien");
        try (var context = browser.context(320)) {
            var page = context.newPage();
            openImport(page, author.email());

            page.locator("vaadin-upload input[type=file]").setInputFiles(zip(folder));

            sees(page, "Rien n’a été importé");
            sees(page, "Aucune leçon");
            Browser.isFitForAll(page);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"content/raspberrypi-foundation-fr/hello-world", "content/web-dev-for-beginners-fr"})
    void a_course_made_by_others_is_followed_to_its_end(String name) throws Exception {
        var course = course(Samples.at(name));
        var learner = somebody("LEARNER_A");
        var faults = new ArrayList<String>();
        try (var context = browser.context(320)) {
            var page = context.newPage();
            page.onPageError(faults::add);
            go(page, "/app/cours/" + course.code());
            signIn(page, learner.email());

            follow(page, course, faults);

            sees(page, "Terminée le");
        }
        assertThat(faults).isEmpty();
    }

    private static void follow(Page page, PublishedCourse course, ArrayList<String> faults) {
        int lessons = course.lessons().size();
        for (int i = 1; i <= lessons; i++) {
            sees(page, "Leçon " + i + " sur " + lessons);
            if (!(Boolean) page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"))
                faults.add("sideways scrolling in lesson " + i);
            if (i % 10 == 1) Browser.isFitForAll(page);
            press(page, i < lessons ? "J’ai lu. Leçon" : "J’ai lu. Terminer la formation");
        }
    }
}
