package org.francophonie.dclic.assessment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import org.francophonie.dclic.assessment.service.QuizService;
import org.francophonie.dclic.learning.service.LearningService;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.ui.MainLayout;

/** The way into the quiz of a course: begins a try, or goes on with the one that is open. */
@Route(value = "evaluations/nouvelle/:code", layout = MainLayout.class)
@ViewRight(Right.TAKE_QUIZ)
public final class QuizDoorView extends Div implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;
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
        var attempt = quizzes.begin(visit.publication().id());
        event.forwardTo(QuizView.class, new RouteParameters("attempt", attempt.toString()));
    }
}
