package org.francophonie.dclic.authoring.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import org.francophonie.dclic.As;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.ViewTest;
import org.junit.jupiter.api.Test;

@Requirement("F-128")
class CourseHistoryViewTest extends ViewTest {

    private String published() throws Exception {
        var course = publishedCourse();
        return sql.sql("select code from authoring.course where id = ?")
                .param(course.value())
                .query(String.class)
                .single();
    }

    @Test
    @As("EDITOR")
    void an_editor_takes_the_first_version_up_again_and_sees_what_it_changes() throws Exception {
        var code = published();
        go("auteur/" + code + "/versions");
        assertThat(screen()).contains("Version 1").contains("celle que voient les personnes qui commencent");
        assertThat(_find(NativeButton.class, button -> button.withText("Reprendre cette version")))
                .as("it is what the working copy is")
                .isEmpty();

        sql.sql(
                        "update authoring.lesson set title = 'Les cellules' where title = 'Les cases' and course_id = (select id"
                                + " from authoring.course where code = ?)")
                .param(code)
                .update();
        sql.sql("update authoring.course set changed_at = now() where code = ?")
                .param(code)
                .update();
        go("auteur/" + code + "/versions?comparer=copie");
        assertThat(screen()).contains("pas encore publié").contains("Leçon : Les cellules");

        _click(plainButton("Reprendre cette version"));
        assertThat(screen()).contains("sera perdu");
        _click(_get(Button.class, button -> button.withText("Reprendre cette version")));
        go("auteur/" + code + "/versions?comparer=copie");
        assertThat(screen()).contains("Aucun mot n’a changé");
    }

    @Test
    @As("AUTHOR")
    void an_author_sees_no_versions_of_others() throws Exception {
        go("auteur/" + published() + "/versions");
        assertThat(screen()).doesNotContain("Version 1");
    }
}
