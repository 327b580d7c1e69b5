package org.francophonie.dclic.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.francophonie.dclic.audit.service.ArchiveService;
import org.francophonie.dclic.audit.service.ArchiveService.Archived;
import org.francophonie.dclic.audit.service.ArchiveService.Month;
import org.francophonie.dclic.platform.access.Freshness;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingService;
import org.francophonie.dclic.platform.ui.AdminPage;
import org.francophonie.dclic.platform.ui.AdminView;
import org.francophonie.dclic.platform.ui.Aside;
import org.francophonie.dclic.platform.ui.Confirm;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.Rows;
import org.francophonie.dclic.platform.ui.Toast;

/** What of the trail is at hand, what is in files, and what is about to go there. */
@Route(value = "admin/archives", layout = MainLayout.class)
@ViewRight(Right.READ_AUDIT)
@AdminPage(value = "archives.title", order = 65)
public final class ArchivesView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient ArchiveService archives;
    private final transient SettingService settings;
    private final transient Freshness freshness;
    private final transient Gate gate;
    private final transient Words words;

    ArchivesView(ArchiveService archives, SettingService settings, Freshness freshness, Gate gate, Words words) {
        this.archives = archives;
        this.settings = settings;
        this.freshness = freshness;
        this.gate = gate;
        this.words = words;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        removeAll();
        var months = archives.months();
        add(
                new Crumbs(new RouterLink(getTranslation("place.admin"), AdminView.class)),
                new H1(getTranslation("archives.title")),
                new Paragraph(getTranslation("archives.rule", settings.value(Setting.AUDIT_MONTHS))));
        if (gate.allows(Right.CHANGE_SETTING))
            add(new Paragraph(new Anchor("/app/admin/parametres", getTranslation("archives.change"))));
        var due = months.stream().filter(Month::isDue).toList();
        if (gate.allows(Right.ARCHIVE_AUDIT)) add(archiving(due));
        add(rows(months));
    }

    private Component archiving(List<Month> due) {
        var place = new Div();
        place.getElement().setAttribute("role", "status");
        if (due.isEmpty()) place.add(new Paragraph(getTranslation("archives.none-due")));
        else place.add(new Button(words.count(getLocale(), "archives.now", due.size()), _ -> ask(place, due)));
        return place;
    }

    private void ask(Div place, List<Month> due) {
        freshness.check();
        place.removeAll();
        var newest = due.getFirst().first();
        var oldest = due.getLast().first();
        place.add(new Confirm(
                getTranslation(
                        "archives.sure",
                        oldest.equals(newest) ? name(oldest) : name(oldest) + " – " + name(newest),
                        number(due.stream().mapToLong(Month::about).sum())),
                words.count(getLocale(), "archives.now", due.size()),
                () -> begin(place),
                this::show));
    }

    private void begin(Div place) {
        place.removeAll();
        place.add(new Paragraph(getTranslation("archives.working")));
        Aside.run(
                this,
                "audit-archive",
                archives::archive,
                done -> {
                    show();
                    Toast.show(words.count(getLocale(), "archives.done", done.size()));
                },
                incident -> {
                    show();
                    Toast.keep(getTranslation("error.incident", incident.number()));
                });
    }

    private Component rows(List<Month> months) {
        var rows = new Rows(
                getTranslation("archives.title"),
                getTranslation("archives.month"),
                getTranslation("archives.events"),
                getTranslation("archives.state"),
                getTranslation("archives.file"));
        for (var month : months)
            rows.row(
                    Rows.text(name(month.first())),
                    Rows.text(number(month.about())),
                    Rows.text(state(month)),
                    month.archive().map(ArchivesView::file).orElseGet(() -> Rows.text("–")));
        return rows;
    }

    private String state(Month month) {
        return month.archive()
                .map(archived -> getTranslation("archives.archived", Moment.day(archived.at())))
                .orElseGet(() -> getTranslation(month.isDue() ? "archives.due" : "archives.kept"));
    }

    private static Span file(Archived archived) {
        var print = new Span(archived.sha256());
        print.addClassName("print-line");
        return new Span(new Span(archived.file() + " "), print);
    }

    private String name(LocalDate month) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", Words.figures(getLocale()))
                .format(month);
    }

    private String number(long number) {
        return NumberFormat.getInstance(Words.figures(getLocale())).format(number);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("archives.title") + " · D-CLIC";
    }
}
