package org.francophonie.dclic.learning.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.Optional;
import org.francophonie.dclic.authoring.Publication;
import org.francophonie.dclic.authoring.Publications;
import org.francophonie.dclic.learning.service.CourseVisit;
import org.francophonie.dclic.learning.service.LearningService;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.OwnStep;

/**
 * The way into a course, to the lesson asked for or to the place last left. Whoever comes for the first time is enrolled when
 * she took that step here; an address that came from elsewhere leads to the page of the course, with its button.
 */
@Route(value = "cours/:code", layout = MainLayout.class)
@ViewRight(Right.FOLLOW_COURSE)
public final class CourseDoorView extends Div implements BeforeEnterObserver {
    private static final long serialVersionUID = 1;
    static final String LESSON = "lecon";
    private final transient LearningService learning;
    private final transient Publications publications;

    CourseDoorView(LearningService learning, Publications publications) {
        this.learning = learning;
        this.publications = publications;
    }

    public static RouteParameters parameters(String code) {
        return new RouteParameters("code", code);
    }

    /** Whoever comes by the address of a lesson finds that lesson. */
    static void forward(BeforeEnterEvent event, String code, int lesson) {
        event.forwardTo("cours/" + code, QueryParameters.of(LESSON, Integer.toString(lesson)));
    }

    /** The way to a lesson for somebody who may not be in the course yet. */
    static RouterLink to(String code, int lesson, String text) {
        var link = new RouterLink(text, CourseDoorView.class, parameters(code));
        link.setQueryParameters(QueryParameters.of(LESSON, Integer.toString(lesson)));
        return link;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var code = event.getRouteParameters().get("code").orElseThrow(() -> new NotFound("course"));
        var own = OwnStep.is(event);
        learning.visit(code)
                .or(() -> own ? enrol(code) : Optional.empty())
                .ifPresentOrElse(visit -> goOn(event, code, visit), () -> ask(event, code));
    }

    private Optional<CourseVisit> enrol(String code) {
        learning.enrol(course(code).course());
        return learning.visit(code);
    }

    private Publication course(String code) {
        return publications.currentByCode(code).orElseThrow(() -> new NotFound("course"));
    }

    private static void goOn(BeforeEnterEvent event, String code, CourseVisit visit) {
        int lesson = lesson(event)
                .filter(number -> visit.publication().document().lesson(number).isPresent())
                .orElse(visit.resume());
        event.forwardTo("cours/" + code + "/" + lesson, QueryParameters.empty());
    }

    private void ask(BeforeEnterEvent event, String code) {
        event.forwardTo(
                "formations/" + course(code).document().slug(),
                lesson(event)
                        .map(number -> QueryParameters.of(LESSON, Integer.toString(number)))
                        .orElseGet(QueryParameters::empty));
    }

    static Optional<Integer> lesson(BeforeEnterEvent event) {
        return event.getLocation()
                .getQueryParameters()
                .getSingleParameter(LESSON)
                .filter(text -> text.matches("[0-9]{1,3}"))
                .map(Integer::parseInt);
    }
}
