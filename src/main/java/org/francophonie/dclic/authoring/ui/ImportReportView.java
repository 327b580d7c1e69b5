package org.francophonie.dclic.authoring.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.authoring.imports.FinishedImport;
import org.francophonie.dclic.authoring.imports.ImportDesk;
import org.francophonie.dclic.authoring.imports.ImportReport;
import org.francophonie.dclic.authoring.imports.ImportReport.Level;
import org.francophonie.dclic.authoring.service.CourseDesk;
import org.francophonie.dclic.authoring.service.FileUses;
import org.francophonie.dclic.authoring.service.PublicationService;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Moment;

/** What an import took, changed and left out, line by line, worst first. */
@Route(value = "auteur/imports/:id", layout = MainLayout.class)
@ViewRight(Right.CREATE_COURSE)
public final class ImportReportView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final int LINES = 100;

    private final transient ImportDesk imports;
    private final transient CourseDesk desk;
    private final transient PublicationService publications;
    private final transient FileUses uses;
    private final transient Words words;

    ImportReportView(ImportDesk imports, CourseDesk desk, PublicationService publications, FileUses uses, Words words) {
        this.imports = imports;
        this.desk = desk;
        this.publications = publications;
        this.uses = uses;
        this.words = words;
    }

    static RouteParameters parameters(UUID report) {
        return new RouteParameters("id", report.toString());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        UUID id;
        try {
            id = UUID.fromString(event.getRouteParameters().get("id").orElse(""));
        } catch (IllegalArgumentException _) {
            throw new NotFound("report");
        }
        show(
                imports.report(id).orElseThrow(() -> new NotFound("report")),
                event.getLocation().getQueryParameters().getSingleParameter(ImportView.COURSE));
    }

    /** @param into the course of which this was to be another version */
    private void show(FinishedImport done, Optional<String> into) {
        var crumbs = new Crumbs(new RouterLink(getTranslation("desk.title"), CourseDeskView.class));
        var when = new Paragraph(done.name() + " · " + Moment.minute(done.finishedAt()));
        when.addClassName("muted");
        add(
                crumbs,
                new H1(getTranslation(done.course().isPresent() ? "import.done" : "import.nothing", done.title())),
                when);
        done.course()
                .flatMap(desk::line)
                .ifPresent(line -> add(new CourseLinePanel(line, desk, publications, uses, words)));
        if (done.course().isEmpty()) {
            var again = into.map(code -> ImportView.into(code, getTranslation("import.again")))
                    .orElseGet(() -> new RouterLink(getTranslation("import.again"), ImportView.class));
            again.addClassName("button");
            add(new Paragraph(again));
        }
        for (var level : Level.values()) {
            var lines =
                    done.lines().stream().filter(line -> line.level() == level).toList();
            if (!lines.isEmpty()) add(section(level, lines));
        }
    }

    private Component section(Level level, List<ImportReport.Line> lines) {
        var list = new UnorderedList();
        list.addClassName("report");
        var more = new Div();
        var title = new H2(getTranslation("import.level." + level) + " (" + lines.size() + ")");
        title.addClassName(level == Level.ERROR ? "error" : level.name().toLowerCase(java.util.Locale.ROOT));
        fill(list, more, lines, 0);
        return new Div(title, list, more);
    }

    private void fill(UnorderedList list, Div more, List<ImportReport.Line> lines, int from) {
        lines.subList(from, Math.min(lines.size(), from + LINES)).forEach(line -> list.add(item(line)));
        more.removeAll();
        if (lines.size() <= from + LINES) return;
        var next = new NativeButton(getTranslation("list.more"), _ -> fill(list, more, lines, from + LINES));
        next.addClassName("button");
        more.add(next);
    }

    private Component item(ImportReport.Line line) {
        var what = new Span(getTranslation(
                "import.line." + line.key(), (Object[]) line.arguments().toArray(String[]::new)));
        if (line.file().isEmpty()) return new ListItem(what);
        var where = new Span(line.line() > 0 ? getTranslation("import.where", line.file(), line.line()) : line.file());
        where.addClassName("muted");
        return new ListItem(what, new Span(" "), where);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("import.report") + " · D-CLIC";
    }
}
