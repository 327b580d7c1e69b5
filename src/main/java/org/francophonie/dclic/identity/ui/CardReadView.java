package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import java.time.Clock;
import java.time.LocalDate;
import org.francophonie.dclic.identity.service.ClassroomService;
import org.francophonie.dclic.identity.service.ClassroomService.Present;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.ids.HumanCode;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Moment;

/** A trainer has read a learner's card with the camera of the phone: the learner is marked as there. */
@Route(value = "presence/:code", layout = MainLayout.class)
@ViewRight(Right.TEACH_CLASS)
public final class CardReadView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    static final String PATH = "presence/";

    private final transient ClassroomService classroom;
    private final transient Clock clock;

    CardReadView(ClassroomService classroom, Clock clock) {
        this.classroom = classroom;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new H1(getTranslation("call.title")));
        var today = LocalDate.now(clock.withZone(Moment.zone()));
        var present = event.getRouteParameters()
                .get("code")
                .flatMap(HumanCode::readLearner)
                .map(code -> classroom.markByCode(code, today))
                .orElse(java.util.List.of());
        if (present.isEmpty()) add(new Paragraph(getTranslation("call.unknown")));
        present.forEach(this::tell);
        add(new Paragraph(new RouterLink(getTranslation("place.classes"), ClassesView.class)));
    }

    private void tell(Present one) {
        var text = new Paragraph(getTranslation("call.read", one.displayName(), one.className()));
        text.addClassNames("notice", "strong");
        text.getElement().setAttribute("role", "status").setAttribute("dir", "auto");
        add(
                text,
                new Paragraph(getTranslation("call.next")),
                new Paragraph(new RouterLink(
                        getTranslation("call.list"), RollCallView.class, ClassView.parameters(one.group()))));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("call.title") + " · D-CLIC";
    }
}
