package org.francophonie.dclic.learning.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouterLink;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.text.Size;

/** One big next step, with what it will cost, and the way back. */
final class LessonEnd extends Div {
    private static final long serialVersionUID = 1;

    private final transient PublishedCourse course;
    private final transient Words words;
    private final Button next;
    private final RouterLink previous;
    private final Paragraph source = new Paragraph();
    private int number;

    /** @param read told when the learner says that the lesson is done */
    LessonEnd(PublishedCourse course, Words words, Runnable read) {
        this.course = course;
        this.words = words;
        next = new Button("", _ -> {
            read.run();
            goOn();
        });
        next.addThemeVariants(ButtonVariant.PRIMARY);
        next.addClassName("next");
        next.setDisableOnClick(true);
        previous = new RouterLink(getTranslation("lesson.previous"), MySpaceView.class);
        var ways = new Div(next, previous);
        ways.addClassNames("end", "no-print");
        source.addClassNames("source", "muted");
        add(ways, source);
    }

    /** @param number of the lesson in sight */
    void show(int number) {
        this.number = number;
        next.setText(course.lesson(number + 1)
                .map(lesson -> getTranslation(
                        "lesson.next", number + 1, lesson.title(), Size.weight(words, getLocale(), lesson.bytes())))
                .orElseGet(() -> getTranslation(course.quiz().isPresent() ? "player.to-quiz" : "player.finish")));
        next.setEnabled(true);
        previous.setVisible(number > 1);
        if (number > 1) previous.setRoute(LessonView.class, LessonView.parameters(course.code(), number - 1));
        source.setText(getTranslation(
                "lesson.source", course.code(), course.description().title()));
    }

    private void goOn() {
        var ui = UI.getCurrent();
        if (course.lesson(number + 1).isPresent())
            ui.navigate(LessonView.class, LessonView.parameters(course.code(), number + 1));
        else if (course.quiz().isPresent()) ui.navigate(QuizLink.place(course.code()));
        else ui.navigate(MySpaceView.class);
    }
}
