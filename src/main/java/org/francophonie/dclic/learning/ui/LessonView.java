package org.francophonie.dclic.learning.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import org.francophonie.dclic.authoring.LessonId;
import org.francophonie.dclic.authoring.Publication;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.francophonie.dclic.authoring.block.LessonRenderer;
import org.francophonie.dclic.authoring.exercise.ExerciseSource;
import org.francophonie.dclic.learning.EnrolmentId;
import org.francophonie.dclic.learning.service.LearningService;
import org.francophonie.dclic.learning.service.OpenLesson;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.drafts.DraftService;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.jspecify.annotations.Nullable;

/** The player: one lesson, its exercises in the flow, the outline, and one next step. */
@Route(value = "cours/:code/:lesson([0-9]{1,3})", layout = MainLayout.class)
@ViewRight(Right.FOLLOW_COURSE)
public final class LessonView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private record Here(EnrolmentId enrolment, LessonId lesson) {}

    private record Frame(PublishedCourse course, LessonHead head, OutlinePanel outline, Div text, LessonEnd end) {}

    private final transient LearningService learning;
    private final transient Outlines outlines;
    private final transient ExerciseSource exercises;
    private final transient DraftService drafts;
    private final transient LessonRenderer renderer;
    private final transient Words words;
    private String code = "";
    private int number;
    private String title = "";
    private transient @Nullable Here here;
    private transient @Nullable Frame frame;

    LessonView(
            LearningService learning,
            Outlines outlines,
            ExerciseSource exercises,
            DraftService drafts,
            LessonRenderer renderer,
            Words words) {
        this.learning = learning;
        this.outlines = outlines;
        this.exercises = exercises;
        this.drafts = drafts;
        this.renderer = renderer;
        this.words = words;
        addClassName("lesson");
    }

    static RouteParameters parameters(String code, int lesson) {
        return new RouteParameters(new RouteParam("code", code), new RouteParam("lesson", Integer.toString(lesson)));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        code = event.getRouteParameters().get("code").orElse("");
        number = event.getRouteParameters().getInteger("lesson").orElse(0);
        learning.open(code, number).ifPresentOrElse(this::show, () -> CourseDoorView.forward(event, code, number));
    }

    /** From one lesson to the next of the same course only what differs is drawn anew. */
    private void show(OpenLesson open) {
        var visit = open.visit();
        var course = visit.publication().document();
        title = open.lesson().title();
        here = new Here(visit.enrolment(), open.lesson().lessonId());
        var turned = frame != null;
        var frame = frame(visit.publication());
        frame.head().show(open.lesson(), number, course.lessons().size());
        frame.outline().show(visit, number);
        frame.end().show(number);
        var text = new LessonText(open, learning, exercises, drafts, renderer, words);
        frame.text().removeAll();
        frame.text().add(text);
        if (turned) {
            frame.outline().fold();
            frame.head().focusTitle();
        }
        text.getElement().executeJs("window.dclicPlace(this, $0, $1)", open.block(), getElement());
    }

    private Frame frame(Publication publication) {
        var course = publication.document();
        var known = frame;
        if (known != null && known.course().equals(course)) return known;
        removeAll();
        var text = new Div();
        var fresh = new Frame(
                course,
                new LessonHead(course, text.getElement(), words),
                new OutlinePanel(outlines.of(publication, getLocale()), words),
                text,
                new LessonEnd(course, words, this::read));
        add(fresh.head(), fresh.outline(), fresh.text(), fresh.end());
        frame = fresh;
        return fresh;
    }

    private void read() {
        if (here != null) learning.read(here.enrolment(), here.lesson());
    }

    /** The browser tells which part of the text is in sight, so that another device can go on there. */
    @ClientCallable
    void rest(int block) {
        if (here != null) learning.rest(here.enrolment(), here.lesson(), block);
    }

    @Override
    public String getPageTitle() {
        return title + " · D-CLIC";
    }
}
