package org.francophonie.dclic.authoring.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.RouterLink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.francophonie.dclic.As;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.ViewTest;
import org.francophonie.dclic.authoring.imports.ImportDesk;
import org.francophonie.dclic.authoring.imports.ImportJob;
import org.francophonie.dclic.authoring.service.CourseDesk;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.ids.CourseId;
import org.francophonie.dclic.platform.ui.RichText;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Requirement({"F-065", "F-102"})
class AuthorViewsTest extends ViewTest {
    private static final Path COURSE = Path.of("src/test/resources/courses/compter-avec-un-tableur");

    @Autowired
    private ImportDesk desk;

    @Autowired
    private CourseDesk courses;

    private static Path archive(Path folder) throws IOException {
        var archive = Files.createTempFile(Path.of("target"), "course-", ".zip");
        try (OutputStream out = Files.newOutputStream(archive);
                var zip = new ZipOutputStream(out);
                var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
        return archive;
    }

    /** One press asks, the next one does it. */
    private void publish(String words) {
        _click(_get(Button.class, button -> button.withText(words)));
        assertThat(screen()).contains("Non, pas maintenant").doesNotContain("Publiée, version 2");
        _click(_get(Button.class, button -> button.withText(words)));
    }

    /** As the upload does, then waits as the screen does. */
    private UUID imported(Path archive) throws Exception {
        var job = finish(me.does(() -> desk.start(archive, "mon-cours.zip")));
        assertThat(archive).doesNotExist();
        return job.id();
    }

    private static ImportJob finish(ImportJob job) {
        var limit = Instant.now().plus(Duration.ofSeconds(60));
        while (!job.isFinished() && Instant.now().isBefore(limit)) Thread.onSpinWait();
        assertThat(job.isFinished()).isTrue();
        return job;
    }

    @Test
    @As("AUTHOR")
    void an_author_without_courses_is_shown_the_way_to_bring_one_in() {
        go("auteur");

        assertThat(screen()).contains("Vous n’avez encore aucune formation").contains("Importer une formation");
        go("auteur/import");
        assertThat(_find(Upload.class)).hasSize(1);
        assertThat(screen()).contains("fichier ZIP de 200 Mo au plus");
    }

    @Test
    @As("AUTHOR")
    void an_imported_course_is_reported_line_by_line_and_stays_a_draft() throws Exception {
        var report = imported(archive(COURSE));

        go("auteur/imports/" + report);

        assertThat(screen())
                .contains("Formation importée : Compter avec un tableur")
                .contains("Leçon « Les cases » (blocs : ")
                .contains("Quiz (questions : 4)")
                .contains("demandez à une personne qui a le droit de publier");
        go("auteur");
        assertThat(screen()).contains("Brouillon du").contains("mon-cours.zip");
    }

    @Test
    @As("AUTHOR")
    void a_draft_goes_into_the_bin_and_comes_back() throws Exception {
        imported(archive(COURSE));
        go("auteur");

        _click(_get(NativeButton.class, button -> button.withText("Mettre à la corbeille")));
        assertThat(screen()).contains("Dans la corbeille");
        go("auteur");
        assertThat(screen()).contains("Vous n’avez encore aucune formation");
        go("auteur?corbeille");
        assertThat(screen()).contains("Compter avec un tableur");
        _click(_get(NativeButton.class, button -> button.withText("Sortir de la corbeille")));
        go("auteur?corbeille");
        assertThat(screen()).contains("La corbeille est vide");
        go("auteur");

        assertThat(screen()).contains("Compter avec un tableur").contains("Brouillon du");
    }

    @Test
    @As("EDITOR")
    void what_is_published_does_not_go_into_the_bin() throws Exception {
        go("auteur/imports/" + imported(archive(COURSE)));
        var course = new CourseId(sql.sql("select id from authoring.course where owner_id = ?")
                .param(me.id().value())
                .query(UUID.class)
                .single());

        publish("Publier pour tout le monde");

        assertThat(screen()).doesNotContain("Mettre à la corbeille");
        assertThatThrownBy(() -> me.does(() -> {
                    courses.discard(course, true);
                    return true;
                }))
                .isInstanceOf(NotFound.class);
    }

    @Test
    @As("EDITOR")
    void publishing_may_be_thought_over() throws Exception {
        go("auteur/imports/" + imported(archive(COURSE)));

        _click(_get(Button.class, button -> button.withText("Publier pour tout le monde")));
        _click(_get(NativeButton.class, button -> button.withText("Non, pas maintenant")));

        assertThat(screen()).contains("Brouillon du").contains("Publier pour tout le monde");
    }

    @Test
    @As("AUTHOR")
    void an_author_sees_the_draft_as_learners_will_and_tries_its_exercises() throws Exception {
        imported(archive(COURSE));
        go("auteur");

        var preview =
                _get(RouterLink.class, link -> link.withText("Voir l’aperçu")).getHref();
        go(preview);

        assertThat(screen())
                .contains("Aperçu du brouillon")
                .contains("Les cases")
                .contains("Quelle case est à la colonne B");
        assertThat(_find(RichText.class))
                .as("its pictures are those of the draft")
                .anyMatch(text -> text.getElement().getProperty("innerHTML", "").contains("/app/brouillon/"));
        _click(_get(Button.class, button -> button.withText("Vérifier ma réponse")));
        assertThat(screen()).contains("Choisissez ou écrivez d’abord une réponse");
    }

    @Test
    @As("AUTHOR")
    void somebody_elses_draft_is_not_shown() throws Exception {
        imported(archive(COURSE));
        go("auteur");
        var preview =
                _get(RouterLink.class, link -> link.withText("Voir l’aperçu")).getHref();
        signIn(somebody("AUTHOR"));

        go(preview);

        assertThat(screen()).as("it looks like none").contains("Cette page n’existe pas");
    }

    @Test
    @As("EDITOR")
    void an_editor_publishes_from_the_report() throws Exception {
        go("auteur/imports/" + imported(archive(COURSE)));

        publish("Publier pour tout le monde");

        assertThat(screen()).contains("Publiée, version 1").contains("Voir la page publique");
    }

    @Test
    @As("EDITOR")
    void a_corrected_archive_becomes_the_next_version_of_the_same_course() throws Exception {
        go("auteur/imports/" + imported(archive(COURSE)));
        publish("Publier pour tout le monde");
        var again = _get(RouterLink.class, link -> link.withText("Importer une nouvelle version"))
                .getHref();

        go(again);
        assertThat(screen())
                .contains("Nouvelle version de « Compter avec un tableur »")
                .contains("gardent leur version");
        var course = sql.sql("select id from authoring.course where owner_id = ?")
                .param(me.id().value())
                .query(UUID.class)
                .single();
        var archive = archive(COURSE);
        finish(me.does(() -> desk.startInto(new CourseId(course), archive, "corrigé.zip")));
        go("auteur");

        assertThat(screen()).contains("Publiée, version 1").contains("attend d’être publiée");
        publish("Publier la version 2");
        assertThat(screen()).contains("Publiée, version 2").doesNotContain("attend d’être publiée");
    }

    @Test
    @As("AUTHOR")
    void nobody_replaces_the_course_of_somebody_else() throws Exception {
        imported(archive(COURSE));
        go("auteur");
        var again = _get(RouterLink.class, link -> link.withText("Importer une nouvelle version"))
                .getHref();
        signIn(somebody("AUTHOR"));

        go(again);

        assertThat(screen()).as("it looks like none").contains("Cette page n’existe pas");
    }

    @Test
    @As("AUTHOR")
    void an_archive_that_is_none_is_refused_with_the_reason_and_leaves_nothing() throws Exception {
        var archive = Files.writeString(Files.createTempFile(Path.of("target"), "not-", ".zip"), "bonjour");

        go("auteur/imports/" + imported(archive));

        assertThat(screen())
                .contains("Rien n’a été importé")
                .contains("Ce fichier n’est pas un fichier ZIP")
                .contains("Choisir un autre fichier ZIP");
        go("auteur");
        assertThat(screen()).contains("Vous n’avez encore aucune formation");
    }

    @Test
    @As("AUTHOR")
    void somebody_elses_report_is_not_there() throws Exception {
        var report = imported(archive(COURSE));
        signIn(somebody("AUTHOR"));

        go("auteur/imports/" + report);

        assertThat(screen()).contains("Cette page n’existe pas");
    }

    @Test
    @As("LEARNER_A")
    void a_learner_has_no_such_place() {
        go("");
        assertThat(screen()).doesNotContain("Atelier");

        go("auteur");

        assertThat(screen()).contains("Vous n’avez pas accès à cette page");
    }
}
