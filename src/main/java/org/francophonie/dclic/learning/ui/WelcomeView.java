package org.francophonie.dclic.learning.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.francophonie.dclic.catalogue.Catalogue;
import org.francophonie.dclic.catalogue.CourseRow;
import org.francophonie.dclic.catalogue.Facet;
import org.francophonie.dclic.catalogue.Search;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.text.Size;
import org.francophonie.dclic.platform.ui.Drawing;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Onward;
import org.francophonie.dclic.platform.ui.ReadAloud;
import org.francophonie.dclic.platform.ui.RichText;

/**
 * The first visit of somebody who has never used such a place: a picture and two sentences at a time, then a first course to
 * choose. Nothing is asked, and it can be left and seen again at any time.
 */
@Route(value = "bienvenue", layout = MainLayout.class)
@ViewRight(Right.FOLLOW_COURSE)
public final class WelcomeView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final List<Drawing> PICTURES = List.of(Drawing.LEARN, Drawing.PLACES, Drawing.TRY, Drawing.KEY);
    private static final int LAST = PICTURES.size() + 1;
    private static final int COURSES = 3;
    private static final String STEP = "etape";
    private static final String BEGINNER = "debutant";

    private final transient Catalogue catalogue;
    private final transient Words words;
    private transient Onward onward = Onward.HOME;

    WelcomeView(Catalogue catalogue, Words words) {
        this.catalogue = catalogue;
        this.words = words;
        addClassNames("narrow", "tour");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        onward = Onward.from(event.getLocation());
        int step = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(STEP)
                .filter(text -> text.matches("[1-9]"))
                .map(Integer::parseInt)
                .filter(number -> number <= LAST)
                .orElse(1);
        var turned = getComponentCount() > 0;
        removeAll();
        var title = new H1(getTranslation("tour." + step + ".title"));
        var text = new Div(title, new Paragraph(getTranslation("tour." + step + ".text")));
        if (step < LAST) add(new RichText(PICTURES.get(step - 1)));
        add(text, new ReadAloud(text.getElement(), getLocale()));
        if (step == LAST) choice();
        add(moves(step));
        if (turned) title.getElement().executeJs("this.tabIndex = -1; this.focus(); window.scrollTo(0, 0)");
    }

    /** Where the person wanted to go, or a first course. */
    private void choice() {
        if (!onward.path().isEmpty()) {
            var go = new NativeButton(getTranslation("tour.go"), _ -> onward.go(UI.getCurrent()));
            go.addClassNames("button", "main");
            add(go);
            return;
        }
        firstCourses().stream().map(this::course).forEach(this::add);
    }

    /** For beginners where there are any. */
    private List<CourseRow> firstCourses() {
        var easy = catalogue
                .search(Search.of(Map.of(Facet.LEVEL.parameter(), List.of(BEGINNER))))
                .rows();
        return easy.isEmpty()
                ? catalogue.newest(COURSES, Set.of())
                : easy.stream().limit(COURSES).toList();
    }

    private Component course(CourseRow course) {
        var cost = new Paragraph(Size.time(words, getLocale(), course.minutes()) + " · "
                + Size.weight(words, getLocale(), course.bytes()));
        cost.addClassName("muted");
        var name = new Paragraph(course.title());
        name.addClassName("strong");
        var start = new RouterLink(
                getTranslation("course.start"), CourseDoorView.class, CourseDoorView.parameters(course.code()));
        start.addClassNames("button", "main");
        start.getElement().setAttribute("aria-label", getTranslation("course.start") + " : " + course.title());
        var card = new Div(name, cost, new Paragraph(start));
        card.addClassName("card");
        return card;
    }

    private Component moves(int step) {
        var place = new Paragraph(getTranslation("tour.place", step, LAST));
        place.addClassName("muted");
        var moves = new Div();
        moves.addClassName("row");
        if (step > 1) moves.add(move("tour.back", step - 1, "button"));
        if (step < LAST) moves.add(move("tour.next", step + 1, "button", "main"));
        else moves.add(catalogue());
        var all = new Div(moves, place);
        if (step < LAST) all.add(move("tour.skip", LAST));
        return all;
    }

    private Component catalogue() {
        var link = new RouterLink(getTranslation("my.empty.do"), CatalogueView.class);
        link.addClassName("button");
        return link;
    }

    private Component move(String key, int step, String... classes) {
        var link = new RouterLink(getTranslation(key), WelcomeView.class);
        var query = new LinkedHashMap<>(onward.query().getParameters());
        query.put(STEP, List.of(Integer.toString(step)));
        link.setQueryParameters(new QueryParameters(query));
        link.addClassNames(classes);
        return link;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("tour.title") + " · D-CLIC";
    }
}
