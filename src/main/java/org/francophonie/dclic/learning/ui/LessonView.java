package org.francophonie.dclic.learning.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.UUID;
import java.util.stream.Collectors;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.francophonie.dclic.authoring.PublishedLesson;
import org.francophonie.dclic.authoring.block.Block;
import org.francophonie.dclic.authoring.block.LessonRenderer;
import org.francophonie.dclic.authoring.block.Look;
import org.francophonie.dclic.authoring.block.Piece;
import org.francophonie.dclic.authoring.block.Size;
import org.francophonie.dclic.authoring.exercise.ExerciseSource;
import org.francophonie.dclic.learning.service.CourseVisit;
import org.francophonie.dclic.learning.service.LearningService;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.drafts.DraftService;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.ProgressLine;
import org.francophonie.dclic.platform.ui.RichText;

/** The player: one lesson, its exercises in the flow, the outline, and one next step. */
@Route(value = "cours/:code/:lesson([0-9]{1,3})", layout = MainLayout.class)
@ViewRight(Right.FOLLOW_COURSE)
public final class LessonView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final String LIGHT = "dclic-light";

    private final transient LearningService learning;
    private final transient ExerciseSource exercises;
    private final transient DraftService drafts;
    private final transient LessonRenderer renderer;
    private final transient Words words;
    private String code = "";
    private int number;
    private String title = "";

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
        learning.rest(visit.enrolment(), lesson.lessonId(), 0);
        var main = new Div(head(lesson, course), text(lesson, visit), end(lesson, visit));
        add(main, outline(visit));
        keys(course);
    }

    private Component head(PublishedLesson lesson, PublishedCourse course) {
        var place = new Paragraph(
                getTranslation("lesson.place", number, course.lessons().size()) + " · "
                        + Size.time(words, getLocale(), lesson.minutes()) + " · "
                        + Size.weight(words, getLocale(), lesson.bytes()));
        place.addClassName("muted");
        var tools = new Div(
                plain(getTranslation(isLight() ? "player.full" : "player.light"), this::toggleLight),
                plain(
                        getTranslation("player.print"),
                        () -> UI.getCurrent().getPage().executeJs("window.print()")));
        tools.addClassNames("row", "no-print");
        return new Div(new H1(lesson.title()), place, tools);
    }

    private static NativeButton plain(String text, Runnable act) {
        var button = new NativeButton(text, _ -> act.run());
        button.addClassName("plain");
        return button;
    }

    private static boolean isLight() {
        return Boolean.TRUE.equals(UI.getCurrent().getSession().getAttribute(LIGHT));
    }

    private void toggleLight() {
        UI.getCurrent().getSession().setAttribute(LIGHT, isLight() ? null : Boolean.TRUE);
        learning.visit(code).ifPresent(this::show);
    }

    private Component text(PublishedLesson lesson, CourseVisit visit) {
        var article = new Article();
        article.getElement()
                .setAttribute(
                        "lang", visit.publication().document().description().language());
        var asked = lesson.blocks().stream()
                .filter(Block.Exercise.class::isInstance)
                .map(block -> ((Block.Exercise) block).questionVersion())
                .collect(Collectors.<UUID>toSet());
        var questions = exercises.questions(asked, visit.enrolment().value().getLeastSignificantBits());
        for (var piece : renderer.render(lesson.blocks(), new Look(getLocale(), code, isLight(), true))) {
            switch (piece) {
                case Piece.Markup markup -> article.add(new RichText(markup));
                case Piece.Think think ->
                    article.add(new ReflectionPanel(
                            think, Actors.current().requirePerson().toString(), drafts));
                case Piece.Ask ask -> {
                    var question = questions.get(ask.exercise().questionVersion());
                    if (question != null)
                        article.add(new ExercisePanel(
                                question,
                                renderer,
                                learning.lastAnswer(visit.enrolment(), question.version()),
                                answer -> learning.answer(
                                        visit.enrolment(),
                                        lesson.lessonId(),
                                        question.version(),
                                        answer.commandId(),
                                        answer.response())));
                }
            }
        }
        return article;
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
        return end;
    }

    private Component outline(CourseVisit visit) {
        var course = visit.publication().document();
        var list = new OrderedList();
        for (int i = 1; i <= course.lessons().size(); i++) {
            var lesson = course.lessons().get(i - 1);
            var done = visit.done().contains(lesson.id());
            var link = new RouterLink(lesson.title(), LessonView.class, parameters(code, i));
            if (i == number) link.getElement().setAttribute("aria-current", "page");
            list.add(new ListItem(state(done), link));
        }
        course.quiz()
                .ifPresent(quiz -> list.add(new ListItem(
                        state(visit.done().contains(quiz.id())),
                        new com.vaadin.flow.component.html.Anchor("evaluations/nouvelle/" + code, quiz.title()))));
        var progress = visit.progress();
        var line = new ProgressLine(
                progress.percent(),
                getTranslation(
                        "my.progress", progress.percent(), Size.time(words, getLocale(), progress.minutesLeft())));
        var details = new NativeDetails(getTranslation("player.outline"), new Div(line, list, why(visit)));
        details.setOpen(true);
        details.addClassNames("outline", "no-print");
        return details;
    }

    /** Why it is not 100 %. */
    private Component why(CourseVisit visit) {
        var left = visit.progress().left();
        var text = left.isEmpty()
                ? getTranslation("player.all-done")
                : getTranslation(
                        "player.left",
                        left.size(),
                        left.stream().limit(3).map(step -> step.title()).collect(Collectors.joining(", "))
                                + (left.size() > 3 ? "…" : ""));
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

    /** Alt and an arrow: the neighbours. */
    private void keys(PublishedCourse course) {
        if (number > 1)
            Shortcuts.addShortcutListener(
                    this,
                    () -> UI.getCurrent().navigate(LessonView.class, parameters(code, number - 1)),
                    Key.ARROW_UP,
                    KeyModifier.ALT);
        if (number < course.lessons().size())
            Shortcuts.addShortcutListener(
                    this,
                    () -> UI.getCurrent().navigate(LessonView.class, parameters(code, number + 1)),
                    Key.ARROW_DOWN,
                    KeyModifier.ALT);
    }

    @Override
    public String getPageTitle() {
        return title + " · D-CLIC";
    }
}
