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
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import org.francophonie.dclic.authoring.imports.FinishedImport;
import org.francophonie.dclic.authoring.imports.ImportDesk;
import org.francophonie.dclic.authoring.service.CourseDesk;
import org.francophonie.dclic.authoring.service.FileUses;
import org.francophonie.dclic.authoring.service.PublicationService;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.Icon;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.Place;

/** The courses somebody works on: what is published, what waits, and the way to bring one in. */
@Route(value = "auteur", layout = MainLayout.class)
@ViewRight(Right.CREATE_COURSE)
@Place(value = "place.author", icon = Icon.IMPORT, order = 5)
public final class CourseDeskView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final String BIN = "corbeille";

    private final transient CourseDesk desk;
    private final transient PublicationService publications;
    private final transient FileUses uses;
    private final transient ImportDesk imports;
    private final transient Words words;
    private final Div rows = new Div();
    private final Div more = new Div();
    private boolean inBin;
    private int shown;

    CourseDeskView(CourseDesk desk, PublicationService publications, FileUses uses, ImportDesk imports, Words words) {
        this.desk = desk;
        this.publications = publications;
        this.uses = uses;
        this.imports = imports;
        this.words = words;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        inBin = event.getLocation().getQueryParameters().getSingleParameter(BIN).isPresent();
        removeAll();
        rows.removeAll();
        shown = 0;
        if (inBin) showBin();
        else showDesk();
    }

    private void showDesk() {
        var bring = new RouterLink(getTranslation("desk.import"), ImportView.class);
        bring.addClassNames("button", "main");
        add(new H1(getTranslation("desk.title")), new Paragraph(bring), rows, more);
        showMore();
        if (shown == 0) rows.add(new Paragraph(getTranslation("desk.empty")));
        if (!desk.page(true, 0).isEmpty()) {
            var bin = new RouterLink(getTranslation("desk.bin"), CourseDeskView.class);
            bin.setQueryParameters(QueryParameters.of(BIN, ""));
            add(new Paragraph(bin));
        }
        var last = imports.last();
        if (!last.isEmpty()) {
            add(new H2(getTranslation("desk.last-imports")));
            var list = new UnorderedList();
            last.stream().map(CourseDeskView::report).forEach(list::add);
            add(list);
        }
    }

    private void showBin() {
        add(
                new Crumbs(new RouterLink(getTranslation("desk.title"), CourseDeskView.class)),
                new H1(getTranslation("desk.bin")),
                rows,
                more);
        showMore();
        if (shown == 0) rows.add(new Paragraph(getTranslation("desk.bin.empty")));
    }

    private void showMore() {
        var page = desk.page(inBin, shown / CourseDesk.PAGE);
        page.forEach(line -> rows.add(new CourseLinePanel(line, desk, publications, uses, words)));
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
        return getTranslation(inBin ? "desk.bin" : "desk.title") + " · D-CLIC";
    }
}
