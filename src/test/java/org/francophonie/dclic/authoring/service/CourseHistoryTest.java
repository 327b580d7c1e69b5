package org.francophonie.dclic.authoring.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.francophonie.dclic.authoring.imports.Progress;
import org.francophonie.dclic.authoring.service.CourseDifference.Change;
import org.francophonie.dclic.authoring.service.CourseDifference.Kind;
import org.francophonie.dclic.authoring.service.CourseDifference.Run;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.files.SafeUnzip;
import org.francophonie.dclic.platform.ids.CourseId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

/** An editor looks at what a publication changed, and goes back to an older one. */
@Requirement("F-128")
class CourseHistoryTest extends PlatformTest {
    private static final Path COURSE = Path.of("src/test/resources/courses/compter-avec-un-tableur");

    @TempDir
    private Path folder;

    @Autowired
    private CourseHistoryService histories;

    private Somebody editor;
    private CourseId course;

    @BeforeEach
    void twoVersions() throws Exception {
        editor = somebody("EDITOR");
        course = publishedCourse();
        try (var files = Files.walk(COURSE)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var place = folder.resolve(COURSE.relativize(file).toString());
                Files.createDirectories(place.getParent());
                Files.copy(file, place);
            }
        }
        var lesson = folder.resolve("02-la-somme.md");
        Files.writeString(lesson, Files.readString(lesson) + "\n\nUne phrase entièrement nouvelle termine la leçon.\n");
        Files.writeString(
                folder.resolve("03-la-moyenne.md"), "# La moyenne\n\nOn divise la somme par le nombre de cases.\n");
        editor.does(() -> {
            try (var files = SafeUnzip.folder(folder)) {
                imports.replace(course, files, "compter", Progress.UNWATCHED);
                return true;
            }
        });
    }

    private PublishedCourse current() throws Exception {
        return editor.does(() -> publications.current(course)).orElseThrow().document();
    }

    private void publish() throws Exception {
        editor.does(() -> publications.publish(course));
    }

    private void restore(Somebody who, Instant seen) throws Exception {
        who.does(() -> {
            histories.restore(course, 1, seen);
            return true;
        });
    }

    @Test
    void versions_say_who_published_them_when_and_the_working_copy_that_it_is_ahead() throws Exception {
        var before = editor.does(() -> histories.of(course));
        assertThat(before.ahead()).isTrue();
        assertThat(before.versions()).hasSize(1);

        publish();

        var after = editor.does(() -> histories.of(course));
        assertThat(after.ahead()).isFalse();
        assertThat(after.versions())
                .extracting(CourseHistoryService.Version::number)
                .containsExactly(2, 1);
        assertThat(after.versions().getFirst().by()).contains("Awa Test");
        assertThat(after.versions())
                .extracting(CourseHistoryService.Version::current)
                .containsExactly(true, false);
    }

    @Test
    void what_changed_is_shown_word_by_word_before_and_after_it_is_published() throws Exception {
        var draft = editor.does(() -> histories.compare(course, 1, Optional.empty()));
        publish();
        var published = editor.does(() -> histories.compare(course, 1, Optional.of(2)));

        assertThat(published).isEqualTo(draft);
        assertThat(published)
                .filteredOn(difference -> difference.title().isEmpty())
                .as("the quiz came in anew")
                .allMatch(CourseDifference::otherwise);
        var words = published.stream()
                .filter(difference -> !difference.text().isEmpty())
                .toList();
        assertThat(words)
                .extracting(difference -> difference.title().orElse("") + " " + difference.kind())
                .containsExactly("La somme CHANGED", "La moyenne ADDED");
        assertThat(words.getFirst().text())
                .contains(new Run(Change.ADDED, "Une phrase entièrement nouvelle termine la leçon."));
        assertThat(editor.does(() -> histories.compare(course, 2, Optional.of(1))))
                .filteredOn(difference -> !difference.text().isEmpty())
                .extracting(CourseDifference::kind)
                .containsExactly(Kind.CHANGED, Kind.REMOVED);
        assertThat(editor.does(() -> histories.compare(course, 2, Optional.of(2))))
                .isEmpty();
    }

    @Test
    void an_old_version_is_taken_up_again_and_published_as_a_new_one_while_learners_keep_theirs() throws Exception {
        var first = current();
        publish();
        var second = editor.does(() -> publications.current(course)).orElseThrow();

        var seen = editor.does(() -> histories.of(course)).changedAt();
        assertThatThrownBy(() -> restore(editor, seen.minusSeconds(1)))
                .as("somebody else has changed it since")
                .isInstanceOf(OptimisticLockingFailureException.class);
        restore(editor, seen);
        assertThat(current()).as("nothing changes for learners yet").isEqualTo(second.document());
        assertThat(editor.does(() -> histories.of(course)).ahead()).isTrue();
        publish();

        assertThat(current()).as("with lessons, exercises, pictures and quiz").isEqualTo(first);
        assertThat(editor.does(() -> histories.of(course)).versions()).hasSize(3);
        assertThat(editor.does(() -> publications.version(second.id()))
                        .orElseThrow()
                        .document())
                .as("what was published never changes")
                .isEqualTo(second.document());
        assertThat(sql.sql("select count(*) from audit.audit_event where actor = ? and act = 'restore-version'")
                        .param(editor.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void who_may_not_see_drafts_sees_no_versions_and_what_is_not_there_is_told() throws Exception {
        var learner = somebody("LEARNER_A");
        assertThatThrownBy(() -> learner.does(() -> histories.of(course))).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> restore(learner, Instant.now())).isInstanceOf(AccessRefused.class);
        assertThatThrownBy(() -> editor.does(() -> histories.compare(course, 7, Optional.empty())))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void many_words_that_stayed_are_left_out() {
        var words =
                "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit";

        assertThat(CourseDifference.runs(words + " fin", words + " terme"))
                .containsExactly(
                        new Run(Change.LEFT_OUT, ""),
                        new Run(Change.SAME, "onze douze treize quatorze quinze seize dix-sept dix-huit"),
                        new Run(Change.REMOVED, "fin"),
                        new Run(Change.ADDED, "terme"));
        assertThat(CourseDifference.runs("a ".repeat(9_000), "b ".repeat(9_000)))
                .as("too much to be compared word by word")
                .extracting(Run::change)
                .containsExactly(Change.REMOVED, Change.ADDED);
        assertThat(CourseDifference.runs(words, words)).isEmpty();
        assertThat(CourseDifference.runs("", "mot")).isEqualTo(List.of(new Run(Change.ADDED, "mot")));
    }
}
