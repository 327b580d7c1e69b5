package org.francophonie.dclic.authoring.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.francophonie.dclic.authoring.service.CourseDesk;
import org.francophonie.dclic.authoring.service.CourseDifference;
import org.francophonie.dclic.authoring.service.CourseDifference.Run;
import org.francophonie.dclic.authoring.service.CourseHistoryService;
import org.francophonie.dclic.authoring.service.CourseHistoryService.History;
import org.francophonie.dclic.authoring.service.CourseHistoryService.Version;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.ui.Confirm;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.Toast;

/** The versions of a course: who published which when, what each changed word by word, and the way back. */
@Route(value = "auteur/:code/versions", layout = MainLayout.class)
@ViewRight(Right.READ_DRAFT_COURSE)
public final class CourseHistoryView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final String COMPARED = "comparer";

    /** In the address, for the working copy. */
    private static final String WORKING_COPY = "copie";

    private final transient CourseDesk desk;
    private final transient CourseHistoryService histories;
    private final transient Gate gate;
    private String title = "";

    CourseHistoryView(CourseDesk desk, CourseHistoryService histories, Gate gate) {
        this.desk = desk;
        this.histories = histories;
        this.gate = gate;
    }

    /** The way to the versions of a course. */
    static RouterLink link(String code, String text) {
        return new RouterLink(text, CourseHistoryView.class, new RouteParameters("code", code));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var code = event.getRouteParameters().get("code").orElse("");
        var asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(COMPARED)
                .filter(text -> text.matches("[1-9][0-9]{0,8}|" + WORKING_COPY));
        show(code, asked);
    }

    private void show(String code, Optional<String> compared) {
        var history = histories.of(desk.find(code));
        title = history.title();
        removeAll();
        var name = new H1(title);
        name.getElement().setAttribute("dir", "auto");
        add(
                new Crumbs(new RouterLink(getTranslation("desk.title"), CourseDeskView.class)),
                name,
                new Paragraph(getTranslation("versions.intro")));
        if (history.versions().isEmpty()) add(new Paragraph(getTranslation("versions.none")));
        if (history.ahead() && !history.versions().isEmpty()) add(workingCopy(code, history, compared));
        for (var version : history.versions()) add(card(code, history, version, compared));
    }

    private Component workingCopy(String code, History history, Optional<String> compared) {
        var newest = history.versions().getFirst().number();
        var card = card(
                getTranslation("versions.copy"),
                getTranslation("versions.copy.changed", Moment.minute(history.changedAt())));
        if (compared.filter(WORKING_COPY::equals).isPresent())
            card.add(differences(histories.compare(history.course(), newest, Optional.empty()), newest));
        else card.add(new Paragraph(comparing(code, WORKING_COPY, newest)));
        return card;
    }

    private Component card(String code, History history, Version version, Optional<String> compared) {
        var facts = Moment.minute(version.at())
                + version.by().map(by -> " · " + by).orElse("")
                + (version.current() ? " · " + getTranslation("versions.current") : "");
        var card = card(getTranslation("versions.number", version.number()), facts);
        var before = history.versions().stream()
                .map(Version::number)
                .filter(number -> number < version.number())
                .findFirst();
        var here = String.valueOf(version.number());
        before.ifPresent(number -> card.add(
                compared.filter(here::equals).isPresent()
                        ? differences(
                                histories.compare(history.course(), number, Optional.of(version.number())), number)
                        : new Paragraph(comparing(code, here, number))));
        if (gate.allows(Right.CREATE_COURSE, history.course()) && (!version.current() || history.ahead()))
            card.add(Confirm.behind(
                    getTranslation("versions.restore"),
                    () -> getTranslation(
                            history.ahead() ? "versions.restore.sure-ahead" : "versions.restore.sure",
                            version.number()),
                    () -> restore(code, history, version),
                    () -> show(code, compared)));
        return card;
    }

    private void restore(String code, History history, Version version) {
        histories.restore(history.course(), version.number(), history.changedAt());
        show(code, Optional.empty());
        Toast.show(getTranslation("versions.restored", version.number()));
    }

    private static Div card(String name, String facts) {
        var muted = new Paragraph(facts);
        muted.addClassName("muted");
        muted.getElement().setAttribute("dir", "auto");
        var card = new Div(new H2(name), muted);
        card.addClassName("card");
        return card;
    }

    private RouterLink comparing(String code, String what, int older) {
        var link = link(code, getTranslation("versions.compare", older));
        link.setQueryParameters(QueryParameters.simple(Map.of(COMPARED, what)));
        return link;
    }

    private Component differences(List<CourseDifference> differences, int older) {
        var section = new Section(new H3(getTranslation("versions.changes", older)));
        section.addClassName("changes");
        if (differences.isEmpty()) section.add(new Paragraph(getTranslation("versions.same")));
        for (var difference : differences) {
            var name = new Paragraph(difference
                    .title()
                    .map(lesson -> getTranslation("versions.lesson." + difference.kind(), lesson))
                    .orElseGet(() -> getTranslation("versions.course")));
            name.addClassName("strong");
            section.add(name);
            if (!difference.text().isEmpty()) section.add(text(difference.text()));
            if (difference.otherwise()) section.add(new Paragraph(getTranslation("versions.otherwise")));
        }
        return section;
    }

    /** As an editor marks it: struck through and underlined, and said so to whoever listens. */
    private static Component text(List<Run> runs) {
        var text = new Paragraph();
        text.getElement().setAttribute("dir", "auto");
        for (var run : runs) {
            switch (run.change()) {
                case SAME -> text.add(new Span(run.words() + " "));
                case LEFT_OUT -> text.add(new Span("… "));
                case ADDED -> text.getElement().appendChild(new Element("ins").setText(run.words()), space());
                case REMOVED -> text.getElement().appendChild(new Element("del").setText(run.words()), space());
            }
        }
        return text;
    }

    private static Element space() {
        return Element.createText(" ");
    }

    @Override
    public String getPageTitle() {
        return title + " · D-CLIC";
    }
}
