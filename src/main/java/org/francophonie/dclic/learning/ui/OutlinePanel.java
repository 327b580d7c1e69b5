package org.francophonie.dclic.learning.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.stream.Collectors;
import org.francophonie.dclic.authoring.block.Size;
import org.francophonie.dclic.learning.service.CourseVisit;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.ProgressLine;

/** The steps of a course with their states, how far one has come and what is left; folded on a phone. */
final class OutlinePanel extends NativeDetails {
    private static final long serialVersionUID = 1;
    private static final int NAMED = 3;

    private final transient Words words;

    /** @param number of the lesson in sight */
    OutlinePanel(CourseVisit visit, int number, Words words) {
        this.words = words;
        addClassNames("outline", "no-print");
        setSummaryText(getTranslation("player.outline"));
        setContent(new Div(progress(visit), steps(visit, number), why(visit)));
        getElement().executeJs("this.open = matchMedia('(min-width: 64rem)').matches");
    }

    private Component progress(CourseVisit visit) {
        var progress = visit.progress();
        return new ProgressLine(
                progress.percent(),
                visit.completedAt().isPresent()
                        ? getTranslation(
                                "player.completed",
                                progress.percent(),
                                Moment.day(visit.completedAt().get()))
                        : getTranslation(
                                "player.progress",
                                progress.percent(),
                                Size.time(words, getLocale(), progress.minutesLeft()),
                                Size.weight(words, getLocale(), progress.bytesLeft())));
    }

    private Component steps(CourseVisit visit, int number) {
        var course = visit.publication().document();
        var list = new OrderedList();
        for (int i = 1; i <= course.lessons().size(); i++) {
            var lesson = course.lessons().get(i - 1);
            var link = new RouterLink(lesson.title(), LessonView.class, LessonView.parameters(course.code(), i));
            if (i == number) link.getElement().setAttribute("aria-current", "page");
            list.add(new ListItem(state(visit.done().contains(lesson.id())), link));
        }
        course.quiz()
                .ifPresent(quiz -> list.add(new ListItem(
                        state(visit.done().contains(quiz.id())),
                        new Anchor("evaluations/nouvelle/" + course.code(), quiz.title()))));
        return list;
    }

    /** Why it is not 100 %. */
    private Component why(CourseVisit visit) {
        var left = visit.progress().left();
        var text = left.isEmpty()
                ? getTranslation("player.all-done")
                : getTranslation(
                        left.size() == 1 ? "player.left.one" : "player.left.other",
                        left.size(),
                        left.stream().limit(NAMED).map(step -> step.title()).collect(Collectors.joining(", "))
                                + (left.size() > NAMED ? "…" : ""));
        var why = new Paragraph(text);
        why.addClassName("muted");
        return why;
    }

    private Component state(boolean done) {
        var state = new Span(done ? "✓" : "○");
        state.addClassNames("state", done ? "done" : "todo");
        state.getElement()
                .setAttribute("role", "img")
                .setAttribute("aria-label", getTranslation(done ? "state.done" : "state.todo"));
        return state;
    }
}
