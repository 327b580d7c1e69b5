package org.francophonie.dclic.assessment.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import java.util.Optional;
import org.francophonie.dclic.assessment.AttemptId;
import org.francophonie.dclic.assessment.service.QuizService;
import org.francophonie.dclic.authoring.PublicationId;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.francophonie.dclic.authoring.QuizStep;
import org.francophonie.dclic.learning.service.LearningService;
import org.francophonie.dclic.learning.ui.CourseDoorView;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.text.Size;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.OwnStep;

/**
 * The way into the quiz of a course: goes on with the try that is open, shows the one that passed, or begins; when a time is
 * given, it says so and waits for the word to begin. An address that came from elsewhere begins no try: it leads to the page of
 * the course.
 */
@Route(value = "evaluations/nouvelle/:code", layout = MainLayout.class)
@ViewRight(Right.TAKE_QUIZ)
public final class QuizDoorView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    static final String AGAIN = "encore";
    private final transient QuizService quizzes;
    private final transient LearningService learning;
    private final transient Words words;
    private String title = "";

    QuizDoorView(QuizService quizzes, LearningService learning, Words words) {
        this.quizzes = quizzes;
        this.learning = learning;
        this.words = words;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var code = event.getRouteParameters().get("code").orElse("");
        var visit = learning.visit(code).orElseThrow(() -> new NotFound("course"));
        var version = visit.publication().id();
        var own = OwnStep.is(event);
        var again =
                own && event.getLocation().getQueryParameters().getParameters().containsKey(AGAIN);
        var course = visit.publication().document();
        var timed = course.quiz().filter(quiz -> quiz.timeLimit().isPresent());
        var passed = again ? Optional.<AttemptId>empty() : quizzes.passed(version);
        passed.or(() -> own && timed.isEmpty() ? Optional.of(quizzes.begin(version)) : quizzes.underWay(version))
                .ifPresentOrElse(
                        attempt -> event.forwardTo(QuizView.class, QuizView.parameters(attempt)),
                        () -> timed.ifPresentOrElse(
                                quiz -> ask(course, quiz, version),
                                () -> event.forwardTo("formations/" + course.slug(), QueryParameters.empty())));
    }

    /** Time runs from the moment somebody says so, and not from a look. */
    private void ask(PublishedCourse course, QuizStep quiz, PublicationId version) {
        title = quiz.title();
        var time = Size.time(words, getLocale(), quiz.timeLimit().orElseThrow());
        var begin = new Button(getTranslation("quiz.begin"), _ -> UI.getCurrent()
                .navigate(QuizView.class, QuizView.parameters(quizzes.begin(version))));
        begin.addThemeVariants(ButtonVariant.PRIMARY);
        var later = new RouterLink(
                getTranslation("quiz.later"), CourseDoorView.class, CourseDoorView.parameters(course.code()));
        later.addClassName("button");
        var ways = new Div(begin, later);
        ways.addClassName("row");
        add(
                new Crumbs(new RouterLink(
                        course.description().title(), CourseDoorView.class, CourseDoorView.parameters(course.code()))),
                new H1(title),
                new Paragraph(getTranslation(
                        "quiz.timed", words.count(getLocale(), "course.questions", quiz.questions()), time)),
                new UnorderedList(
                        new ListItem(getTranslation("quiz.timed.runs")),
                        new ListItem(getTranslation("quiz.timed.kept")),
                        new ListItem(getTranslation("quiz.timed.end"))),
                ways);
    }

    @Override
    public String getPageTitle() {
        return title + " · D-CLIC";
    }
}
