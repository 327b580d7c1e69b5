package org.francophonie.dclic.learning.ui;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.francophonie.dclic.authoring.block.Size;
import org.francophonie.dclic.learning.service.CourseVisit;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.ProgressLine;

/** The steps of a course with their states, how far one has come and what is left; folded on a phone. */
final class OutlinePanel extends NativeDetails {
    private static final long serialVersionUID = 1;
    private static final int NAMED = 3;

    private record Step(UUID id, Span state, HasElement link) {}

    private final transient Words words;
    private final transient List<Step> steps = new ArrayList<>();
    private final ProgressLine progress = new ProgressLine();
    private final Paragraph why = new Paragraph();

    OutlinePanel(PublishedCourse course, Words words) {
        this.words = words;
        addClassNames("outline", "no-print");
        setSummaryText(getTranslation("player.outline"));
        why.addClassName("muted");
        setContent(new Div(progress, list(course), why));
        getElement().executeJs("this.open = matchMedia('(min-width: 64rem)').matches");
    }

    private OrderedList list(PublishedCourse course) {
        for (int i = 1; i <= course.lessons().size(); i++) {
            var lesson = course.lessons().get(i - 1);
            var link = new RouterLink(lesson.title(), LessonView.class, LessonView.parameters(course.code(), i));
            link.setHighlightCondition(HighlightConditions.never());
            steps.add(new Step(lesson.id(), new Span(), link));
        }
        course.quiz()
                .ifPresent(quiz -> steps.add(new Step(
                        quiz.id(), new Span(), new Anchor("evaluations/nouvelle/" + course.code(), quiz.title()))));
        var list = new OrderedList();
        for (var step : steps) {
            var item = new ListItem(step.state());
            item.getElement().appendChild(step.link().getElement());
            list.add(item);
        }
        return list;
    }

    /** @param number of the lesson in sight */
    void show(CourseVisit visit, int number) {
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            state(step.state(), visit.done().contains(step.id()));
            var link = step.link().getElement();
            if (i + 1 == number) link.setAttribute("aria-current", "page");
            else if (link.hasAttribute("aria-current")) link.removeAttribute("aria-current");
        }
        progress.show(visit.progress().percent(), told(visit));
        why.setText(why(visit));
    }

    private String told(CourseVisit visit) {
        var far = visit.progress();
        return visit.completedAt()
                .map(at -> getTranslation("player.completed", far.percent(), Moment.day(at)))
                .orElseGet(() -> getTranslation(
                        "player.progress",
                        far.percent(),
                        Size.time(words, getLocale(), far.minutesLeft()),
                        Size.weight(words, getLocale(), far.bytesLeft())));
    }

    /** Why it is not 100 %. */
    private String why(CourseVisit visit) {
        var left = visit.progress().left();
        if (left.isEmpty()) return getTranslation("player.all-done");
        return getTranslation(
                left.size() == 1 ? "player.left.one" : "player.left.other",
                left.size(),
                left.stream().limit(NAMED).map(step -> step.title()).collect(Collectors.joining(", "))
                        + (left.size() > NAMED ? "…" : ""));
    }

    /** What has not changed is not sent again. */
    private void state(Span state, boolean done) {
        var shape = done ? "✓" : "○";
        if (state.getText().equals(shape)) return;
        state.setText(shape);
        state.setClassName(done ? "state done" : "state");
        state.getElement()
                .setAttribute("role", "img")
                .setAttribute("aria-label", getTranslation(done ? "state.done" : "state.todo"));
    }
}
