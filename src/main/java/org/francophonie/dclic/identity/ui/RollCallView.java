package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.francophonie.dclic.identity.service.ClassService;
import org.francophonie.dclic.identity.service.ClassService.ClassLine;
import org.francophonie.dclic.identity.service.ClassService.Learner;
import org.francophonie.dclic.identity.service.ClassroomService;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.ids.PersonId;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Moment;

/** Who is there today, or was there another day: one press for each name; a card read by the camera does the same. */
@Route(value = "classes/:id/appel", layout = MainLayout.class)
@ViewRight(Right.READ_CLASS)
public final class RollCallView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final String DAY = "jour";

    private final transient ClassService classes;
    private final transient ClassroomService classroom;
    private final transient Clock clock;
    private final Paragraph count = new Paragraph();
    private transient ClassLine shown = ClassLine.NONE;
    private LocalDate day;

    RollCallView(ClassService classes, ClassroomService classroom, Clock clock) {
        this.classes = classes;
        this.classroom = classroom;
        this.clock = clock;
        day = LocalDate.EPOCH;
        count.addClassName("tick");
        count.getElement().setAttribute("role", "status");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        shown = ClassView.named(event, classes);
        var today = LocalDate.now(clock.withZone(Moment.zone()));
        day = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(DAY)
                .flatMap(RollCallView::date)
                .filter(chosen -> !chosen.isAfter(today))
                .orElse(today);
        show(today);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private void show(LocalDate today) {
        removeAll();
        var learners = classes.learners(shown.id());
        var list = new UnorderedList();
        list.addClassName("people");
        var present = new HashSet<>(classroom.present(shown.id(), day));
        for (var learner : learners) list.add(row(learner, present, learners.size()));
        tell(present.size(), learners.size());
        add(
                new Crumbs(
                        new RouterLink(getTranslation("place.classes"), ClassesView.class),
                        new RouterLink(shown.name(), ClassView.class, ClassView.parameters(shown.id()))),
                new H1(getTranslation("call.title")),
                days(today),
                count,
                new Paragraph(getTranslation(learners.isEmpty() ? "class.empty" : "call.help")),
                list);
    }

    private void tell(int there, int all) {
        count.setText(getTranslation("call.count", there, all));
    }

    private Div days(LocalDate today) {
        var words = new Paragraph(Moment.day(day.atStartOfDay(Moment.zone()).toInstant()));
        words.addClassName("strong");
        var links = new Div(to(day.minusDays(1), "call.before"));
        links.addClassName("row");
        if (day.isBefore(today)) links.add(to(day.plusDays(1), "call.after"));
        return new Div(words, links);
    }

    private RouterLink to(LocalDate other, String key) {
        var link = new RouterLink(getTranslation(key), RollCallView.class, ClassView.parameters(shown.id()));
        link.setQueryParameters(QueryParameters.of(DAY, other.toString()));
        return link;
    }

    private ListItem row(Learner learner, Set<PersonId> present, int all) {
        var mark = new NativeButton();
        mark.addClassName("button");
        mark.getElement().setAttribute("dir", "auto");
        mark.addClickListener(click -> {
            if (click.getClickCount() > 1) return; // a hurried second tap is no change of mind
            var there = !present.contains(learner.id());
            classroom.mark(shown.id(), day, learner.id(), there);
            if (there) present.add(learner.id());
            else present.remove(learner.id());
            say(mark, learner, there);
            tell(present.size(), all);
        });
        say(mark, learner, present.contains(learner.id()));
        return new ListItem(mark);
    }

    private void say(NativeButton mark, Learner learner, boolean there) {
        mark.setText((there ? "✓ " : "") + learner.displayName());
        mark.getElement().setAttribute("aria-pressed", String.valueOf(there));
        mark.setClassName("main", there);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("call.title") + " · " + shown.name() + " · D-CLIC";
    }
}
