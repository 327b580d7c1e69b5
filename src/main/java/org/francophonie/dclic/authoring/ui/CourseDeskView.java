package org.francophonie.dclic.authoring.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import org.francophonie.dclic.authoring.imports.FinishedImport;
import org.francophonie.dclic.authoring.imports.ImportDesk;
import org.francophonie.dclic.authoring.service.CourseDesk;
import org.francophonie.dclic.authoring.service.PublicationService;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.Icon;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.Place;

/** The courses somebody works on: what is published, what waits, and the way to bring one in. */
@Route(value = "auteur", layout = MainLayout.class)
@ViewRight(Right.CREATE_COURSE)
@Place(value = "place.author", icon = Icon.IMPORT, order = 5)
public final class CourseDeskView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient CourseDesk desk;
    private final transient PublicationService publications;
    private final transient Words words;
    private final Div rows = new Div();
    private final Div more = new Div();
    private int shown;

    CourseDeskView(CourseDesk desk, PublicationService publications, ImportDesk imports, Words words) {
        this.desk = desk;
        this.publications = publications;
        this.words = words;
        var bring = new RouterLink(getTranslation("desk.import"), ImportView.class);
        bring.addClassNames("button", "main");
        add(new H1(getTranslation("desk.title")), new Paragraph(bring), rows, more);
        showMore();
        if (shown == 0) rows.add(new Paragraph(getTranslation("desk.empty")));
        var last = imports.last();
        if (!last.isEmpty()) {
            add(new H2(getTranslation("desk.last-imports")));
            var list = new UnorderedList();
            last.stream().map(CourseDeskView::report).forEach(list::add);
            add(list);
        }
    }

    private void showMore() {
        var page = desk.page(shown / CourseDesk.PAGE);
        page.forEach(line -> rows.add(new CourseLinePanel(line, desk, publications, words)));
        shown += page.getNumberOfElements();
        more.removeAll();
        if (page.hasNext()) {
            var next = new NativeButton(getTranslation("list.more"), _ -> showMore());
            next.addClassName("button");
            more.add(next);
        }
    }

    private static Component report(FinishedImport done) {
        var link = new RouterLink(
                done.name(),
                ImportReportView.class,
                new RouteParameters("id", done.id().toString()));
        var when = new com.vaadin.flow.component.html.Span(" " + Moment.minute(done.finishedAt()));
        when.addClassName("muted");
        return new ListItem(link, when);
    }

    static Anchor publicPage(String slug, String text) {
        var link = new Anchor("/formations/" + slug, text);
        link.getElement().setAttribute("router-ignore", true);
        return link;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("desk.title") + " · D-CLIC";
    }
}
