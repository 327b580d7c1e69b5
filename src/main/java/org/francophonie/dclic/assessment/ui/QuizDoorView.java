package org.francophonie.dclic.assessment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;
import org.francophonie.dclic.assessment.AttemptId;
import org.francophonie.dclic.assessment.service.QuizService;
import org.francophonie.dclic.learning.service.LearningService;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.OwnStep;

/**
 * The way into the quiz of a course: goes on with the try that is open, shows the one that passed, or begins. An address that
 * came from elsewhere begins no try: it leads to the page of the course.
 */
@Route(value = "evaluations/nouvelle/:code", layout = MainLayout.class)
@ViewRight(Right.TAKE_QUIZ)
public final class QuizDoorView extends Div implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;
    static final String AGAIN = "encore";
    private final transient QuizService quizzes;
    private final transient LearningService learning;

    QuizDoorView(QuizService quizzes, LearningService learning) {
        this.quizzes = quizzes;
        this.learning = learning;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var code = event.getRouteParameters().get("code").orElse("");
        var visit = learning.visit(code).orElseThrow(() -> new NotFound("course"));
        var version = visit.publication().id();
        var own = OwnStep.is(event);
        var again =
                own && event.getLocation().getQueryParameters().getParameters().containsKey(AGAIN);
        var passed = again ? Optional.<AttemptId>empty() : quizzes.passed(version);
        passed.or(() -> own ? Optional.of(quizzes.begin(version)) : quizzes.underWay(version))
                .ifPresentOrElse(
                        attempt -> event.forwardTo(QuizView.class, new RouteParameters("attempt", attempt.toString())),
                        () -> event.forwardTo(
                                "formations/" + visit.publication().document().slug(), QueryParameters.empty()));
    }
}
