package org.francophonie.dclic.learning.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import org.francophonie.dclic.authoring.LessonId;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.francophonie.dclic.authoring.PublishedLesson;
import org.francophonie.dclic.authoring.block.LessonRenderer;
import org.francophonie.dclic.authoring.block.Size;
import org.francophonie.dclic.authoring.exercise.ExerciseSource;
import org.francophonie.dclic.learning.EnrolmentId;
import org.francophonie.dclic.learning.service.CourseVisit;
import org.francophonie.dclic.learning.service.LearningService;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.drafts.DraftService;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.jspecify.annotations.Nullable;

/** The player: one lesson, its exercises in the flow, the outline, and one next step. */
@Route(value = "cours/:code/:lesson([0-9]{1,3})", layout = MainLayout.class)
@ViewRight(Right.FOLLOW_COURSE)
public final class LessonView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private record Here(EnrolmentId enrolment, LessonId lesson) {}

    private final transient LearningService learning;
    private final transient ExerciseSource exercises;
    private final transient DraftService drafts;
    private final transient LessonRenderer renderer;
    private final transient Words words;
    private String code = "";
    private int number;
    private String title = "";
    private transient @Nullable Here here;

    LessonView(
            LearningService learning,
            ExerciseSource exercises,
            DraftService drafts,
            LessonRenderer renderer,
            Words words) {
        this.learning = learning;
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
        var visit = learning.visit(code);
        if (visit.isEmpty()) {
            event.forwardTo(CourseDoorView.class, CourseDoorView.parameters(code));
            return;
        }
        show(visit.get());
    }

    private void show(CourseVisit visit) {
        removeAll();
        var course = visit.publication().document();
        var lesson = course.lesson(number).orElseThrow(() -> new NotFound("lesson"));
        title = lesson.title();
        here = new Here(visit.enrolment(), lesson.lessonId());
        int block = visit.resume() == number ? visit.resumeBlock() : 0;
        learning.rest(visit.enrolment(), lesson.lessonId(), block);
        var text = new LessonText(lesson, visit, learning, exercises, drafts, renderer);
        add(head(lesson, course), new OutlinePanel(visit, number, words), text, end(lesson, visit));
        text.getElement().executeJs("window.dclicPlace(this, $0, $1)", block, getElement());
        keys(course);
    }

    /** The browser tells which part of the text is in sight, so that another device can go on there. */
    @ClientCallable
    void rest(int block) {
        if (here != null) learning.rest(here.enrolment(), here.lesson(), block);
    }

    private Component head(PublishedLesson lesson, PublishedCourse course) {
        var crumbs = new Nav(
                new RouterLink(getTranslation("place.home"), MySpaceView.class),
                new Span(" › "),
                new RouterLink(
                        course.description().title(), CourseView.class, new RouteParameters("slug", course.slug())));
        crumbs.addClassName("crumbs");
        crumbs.getElement().setAttribute("aria-label", getTranslation("nav.crumbs"));
        var place = new Paragraph(
                getTranslation("lesson.place", number, course.lessons().size()) + " · "
                        + Size.time(words, getLocale(), lesson.minutes()) + " · "
                        + Size.weight(words, getLocale(), lesson.bytes()));
        place.addClassName("muted");
        var tools = new Div(
                plain(getTranslation(LightMode.isOn() ? "player.full" : "player.light"), this::toggleLight),
                plain(
                        getTranslation("player.print"),
                        () -> UI.getCurrent().getPage().executeJs("window.print()")));
        tools.addClassNames("row", "no-print");
        var head = new Div(crumbs, new H1(lesson.title()), place);
        if (!lesson.objective().isEmpty()) {
            var objective = new Paragraph(lesson.objective());
            objective.addClassName("lead");
            head.add(objective);
        }
        head.add(tools);
        head.addClassName("head");
        return head;
    }

    private static NativeButton plain(String text, Runnable act) {
        var button = new NativeButton(text, _ -> act.run());
        button.addClassName("plain");
        return button;
    }

    /** A cookie is read with the next request only: the page is asked for anew, at the same place. */
    private void toggleLight() {
        LightMode.set(!LightMode.isOn());
        UI.getCurrent().getPage().reload();
    }

    /** One big next step, with what it will cost. */
    private Component end(PublishedLesson lesson, CourseVisit visit) {
        var course = visit.publication().document();
        var next = course.lesson(number + 1);
        var label = next.map(following -> getTranslation(
                        "lesson.next",
                        number + 1,
                        following.title(),
                        Size.weight(words, getLocale(), following.bytes())))
                .orElseGet(() -> getTranslation(course.quiz().isPresent() ? "player.to-quiz" : "player.finish"));
        var go = new Button(label, _ -> {
            learning.read(visit.enrolment(), lesson.lessonId());
            var ui = UI.getCurrent();
            if (next.isPresent()) ui.navigate(LessonView.class, parameters(code, number + 1));
            else if (course.quiz().isPresent()) ui.navigate("evaluations/nouvelle/" + code);
            else ui.navigate(MySpaceView.class);
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.addClassName("next");
        go.setDisableOnClick(true);
        var end = new Div(go);
        end.addClassNames("end", "no-print");
        if (number > 1)
            end.add(new RouterLink(getTranslation("lesson.previous"), LessonView.class, parameters(code, number - 1)));
        var source = new Paragraph(getTranslation("lesson.source", code, title));
        source.addClassNames("source", "muted");
        return new Div(end, source);
    }

    /** Alt and an arrow: the neighbours. */
    private void keys(PublishedCourse course) {
        if (number > 1) key(Key.ARROW_UP, number - 1);
        if (number < course.lessons().size()) key(Key.ARROW_DOWN, number + 1);
    }

    private void key(Key arrow, int lesson) {
        Shortcuts.addShortcutListener(
                this,
                () -> UI.getCurrent().navigate(LessonView.class, parameters(code, lesson)),
                arrow,
                KeyModifier.ALT);
    }

    @Override
    public String getPageTitle() {
        return title + " · D-CLIC";
    }
}
