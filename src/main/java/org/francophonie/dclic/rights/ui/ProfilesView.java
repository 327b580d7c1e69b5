package org.francophonie.dclic.rights.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.AdminPage;
import org.francophonie.dclic.platform.ui.AdminView;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Rows;
import org.francophonie.dclic.rights.service.MatrixService;
import org.francophonie.dclic.rights.service.MatrixService.Column;

/** The whole matrix at a glance: profiles, and below them every right with what each profile has of it. */
@Route(value = "admin/profils", layout = MainLayout.class)
@ViewRight(Right.READ_MATRIX)
@AdminPage(value = "profiles.title", order = 20)
public final class ProfilesView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient MatrixService matrix;
    private final transient Words words;
    private final Div found = new Div();

    ProfilesView(MatrixService matrix, Words words) {
        this.matrix = matrix;
        this.words = words;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var search = RightSearch.read(event.getLocation().getQueryParameters());
        var columns = matrix.columns();
        removeAll();
        add(
                new Crumbs(new RouterLink(getTranslation("place.admin"), AdminView.class)),
                new H1(getTranslation("profiles.title")),
                new Paragraph(getTranslation("profiles.lead")),
                profiles(columns, matrix.holders()),
                new H2(getTranslation("profiles.matrix")),
                new Paragraph(getTranslation("profiles.matrix.help")),
                new RightSearchForm(search, wanted -> {
                    show(wanted, columns);
                    remember(wanted);
                }),
                found);
        show(search, columns);
    }

    private void show(RightSearch search, List<Column> columns) {
        found.removeAll();
        long number = Arrays.stream(Right.values()).filter(search::finds).count();
        var told = new Paragraph(search.isAll() ? "" : words.count(getLocale(), "rights.found", number));
        told.getElement().setAttribute("role", "status");
        found.add(told);
        for (var kind : Right.Kind.values()) table(kind, search, columns);
    }

    /** In the address, without going anywhere: whoever comes back from a right finds what was looked for. */
    private void remember(RightSearch search) {
        getUI().ifPresent(ui ->
                ui.getPage().getHistory().replaceState(null, new Location("admin/profils", search.query())));
    }

    static RouteParameters parameters(String profile) {
        return new RouteParameters("code", profile);
    }

    private Component profiles(List<Column> columns, Map<String, Long> holders) {
        var list = new UnorderedList();
        list.addClassName("people");
        for (var column : columns) {
            var link = new RouterLink(column.name(getLocale()), ProfileView.class, parameters(column.code()));
            link.addClassName("strong");
            var item = new ListItem(link, new Span(" · " + facts(column, holders)));
            list.add(item);
        }
        return list;
    }

    private String facts(Column column, Map<String, Long> holders) {
        var held = words.count(getLocale(), "profiles.holders", holders.getOrDefault(column.code(), 0L));
        var kind = getTranslation(column.staff() ? "profiles.staff" : "profiles.public");
        return column.active() ? kind + " · " + held : getTranslation("profiles.off") + " · " + kind + " · " + held;
    }

    /** Folded; on a phone it is read right by right, and the profiles above lead to one profile at a time. */
    private void table(Right.Kind kind, RightSearch search, List<Column> columns) {
        var rights = Right.of(kind).stream().filter(search::finds).toList();
        if (rights.isEmpty()) return;
        var heads = new String[columns.size() + 1];
        heads[0] = getTranslation("right.kind." + kind);
        for (int i = 0; i < columns.size(); i++) heads[i + 1] = columns.get(i).name(getLocale());
        var rows = new Rows(heads[0], heads);
        rows.addClassName("matrix");
        for (var right : rights) {
            var cells = new Component[heads.length];
            cells[0] = name(right);
            for (int i = 0; i < columns.size(); i++) {
                var cell = columns.get(i).cells().get(right);
                cells[i + 1] = new Span(RightsWords.cell(Objects.requireNonNull(cell)));
                if (cell.prohibits()) ((Span) cells[i + 1]).addClassName("warn");
                if (RightsWords.code(cell).isEmpty()) ((Span) cells[i + 1]).addClassName("muted");
            }
            rows.row(cells);
        }
        var scroll = new Div(rows);
        scroll.addClassName("scroll");
        scroll.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", heads[0]);
        var part = new NativeDetails(heads[0], scroll);
        part.addClassName("fold");
        part.setOpen(!search.isAll());
        found.add(part);
    }

    /** With a mark where a wrong grant does much harm. */
    private Component name(Right right) {
        var link = new RouterLink(RightsWords.name(right), RightView.class, RightView.parameters(right));
        if (right.risk() != Right.Risk.HIGH) return link;
        var mark = new Span(" " + getTranslation("right.risk.HIGH"));
        mark.addClassName("muted");
        return new Span(link, mark);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("profiles.title") + " · D-CLIC";
    }
}
