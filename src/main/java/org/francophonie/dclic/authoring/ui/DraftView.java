package org.francophonie.dclic.authoring.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.Optional;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.francophonie.dclic.authoring.PublishedLesson;
import org.francophonie.dclic.authoring.QuizFacts;
import org.francophonie.dclic.authoring.block.LessonRenderer;
import org.francophonie.dclic.authoring.block.Look;
import org.francophonie.dclic.authoring.block.Piece;
import org.francophonie.dclic.authoring.exercise.ExercisePanel;
import org.francophonie.dclic.authoring.exercise.ExerciseSource;
import org.francophonie.dclic.authoring.exercise.Question;
import org.francophonie.dclic.authoring.service.CourseDesk;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.text.Size;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.RichText;

/** A course that is not published yet, lesson by lesson as learners will see it; answers are marked and not kept. */
@Route(value = "auteur/:code/apercu/:lesson([0-9]{1,3})", layout = MainLayout.class)
@ViewRight(Right.READ_DRAFT_COURSE)
public final class DraftView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient CourseDesk desk;
    private final transient ExerciseSource exercises;
    private final transient LessonRenderer renderer;
    private final transient Words words;
    private String title = "";

    DraftView(CourseDesk desk, ExerciseSource exercises, LessonRenderer renderer, Words words) {
        this.desk = desk;
        this.exercises = exercises;
        this.renderer = renderer;
        this.words = words;
        addClassName("lesson");
    }

    /** The way to a lesson of a draft. */
    static RouterLink link(String code, int lesson, String text) {
        return new RouterLink(
                text,
                DraftView.class,
                new RouteParameters(new RouteParam("code", code), new RouteParam("lesson", Integer.toString(lesson))));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var code = event.getRouteParameters().get("code").orElse("");
        var number = event.getRouteParameters().getInteger("lesson").orElse(0);
        var course = desk.preview(desk.find(code));
        var lesson = course.lesson(number).orElseThrow(() -> new NotFound("lesson"));
        title = lesson.title();
        removeAll();
        add(head(course, lesson, number), outline(course, number), text(course, lesson), end(course, number));
    }

    private Component head(PublishedCourse course, PublishedLesson lesson, int number) {
        var notice = new Paragraph(getTranslation("draft.notice"));
        notice.addClassName("draft-notice");
        var place = new Paragraph(
                getTranslation("lesson.place", number, course.lessons().size())
                        + " · " + Size.time(words, getLocale(), lesson.minutes()) + " · "
                        + Size.weight(words, getLocale(), lesson.bytes()));
        place.addClassName("muted");
        var objective = new Paragraph(lesson.objective());
        objective.addClassName("lead");
        return new Div(
                new Crumbs(new RouterLink(getTranslation("desk.title"), CourseDeskView.class)),
                notice,
                new H1(lesson.title()),
                place,
                objective);
    }

    private Component outline(PublishedCourse course, int number) {
        var steps = new OrderedList();
        for (int i = 1; i <= course.lessons().size(); i++) {
            var link = link(course.code(), i, course.lessons().get(i - 1).title());
            if (i == number) link.getElement().setAttribute("aria-current", "page");
            steps.add(new ListItem(link));
        }
        course.quiz()
                .ifPresent(
                        quiz -> steps.add(new ListItem(quiz.title() + " · " + QuizFacts.of(words, getLocale(), quiz))));
        var outline = new NativeDetails(course.description().title(), steps);
        outline.addClassNames("outline", "no-print");
        outline.getElement().executeJs("this.open = matchMedia('(min-width: 64rem)').matches");
        return outline;
    }

    private Component text(PublishedCourse course, PublishedLesson lesson) {
        var text = new Article();
        text.getElement().setAttribute("lang", course.description().language());
        var questions = exercises.questions(lesson.questions(), 0);
        var look = new Look(getLocale(), DraftFiles.of(course.code()), false, true);
        for (var piece : renderer.render(lesson.blocks(), look))
            switch (piece) {
                case Piece.Markup markup -> text.add(new RichText(markup));
                case Piece.Think think -> text.add(thinking(think));
                case Piece.Ask ask ->
                    Optional.ofNullable(questions.get(ask.exercise().questionVersion()))
                            .map(this::exercise)
                            .ifPresent(text::add);
            }
        return text;
    }

    private Component exercise(Question question) {
        return new ExercisePanel(question, renderer, words, Optional.empty(), Optional.empty(), answer -> exercises
                .mark(question.version(), answer.response())
                .orElseThrow(() -> new NotFound("answer")));
    }

    private Component thinking(Piece.Think think) {
        var title = new Paragraph(getTranslation("lesson.think"));
        title.addClassName("exercise-title");
        var section = new Section(title, new RichText(think.prompt()));
        section.addClassName("exercise");
        return section;
    }

    private Component end(PublishedCourse course, int number) {
        var ways = new Div();
        ways.addClassNames("end", "no-print");
        course.lesson(number + 1).ifPresent(next -> {
            var link = link(course.code(), number + 1, getTranslation("draft.next", number + 1, next.title()));
            link.addClassNames("button", "main");
            ways.add(link);
        });
        if (number > 1) ways.add(link(course.code(), number - 1, getTranslation("lesson.previous")));
        return ways;
    }

    @Override
    public String getPageTitle() {
        return title + " · D-CLIC";
    }
}
