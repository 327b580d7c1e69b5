package org.francophonie.dclic.rights.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.Objects;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.AdminView;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Rows;
import org.francophonie.dclic.rights.Cell;
import org.francophonie.dclic.rights.service.MatrixService;

/** Who may do this? One right, and every profile that has it or is forbidden it. */
@Route(value = "admin/droits/:right", layout = MainLayout.class)
@ViewRight(Right.READ_MATRIX)
public final class RightView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient MatrixService matrix;
    private final transient Words words;
    private String title = "";

    RightView(MatrixService matrix, Words words) {
        this.matrix = matrix;
        this.words = words;
    }

    static RouteParameters parameters(Right right) {
        return new RouteParameters("right", right.name());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var right =
                event.getRouteParameters().get("right").flatMap(Right::named).orElseThrow(() -> new NotFound("right"));
        removeAll();
        title = RightsWords.name(right);
        var facts = new Paragraph(
                getTranslation("right.kind." + right.kind()) + " · " + getTranslation("right.risk." + right.risk()));
        facts.addClassName("muted");
        add(
                new Crumbs(
                        new RouterLink(getTranslation("place.admin"), AdminView.class),
                        new RouterLink(getTranslation("profiles.title"), ProfilesView.class)),
                new H1(title),
                new Paragraph(getTranslation("right." + right + ".help")),
                facts,
                new H2(getTranslation("right.who")));
        who(right);
    }

    private void who(Right right) {
        var holders = matrix.holders();
        var rows = new Rows(
                getTranslation("right.who"),
                getTranslation("profiles.profile"),
                getTranslation("profiles.scope"),
                getTranslation("profiles.people"));
        var some = false;
        for (var column : matrix.columns()) {
            var cell = Objects.requireNonNull(column.cells().get(right));
            if (cell.equals(Cell.NOTHING) || !column.active()) continue;
            some = true;
            rows.row(
                    new RouterLink(column.name(getLocale()), ProfileView.class, ProfilesView.parameters(column.code())),
                    new Span(RightsWords.cell(cell)),
                    new Span(words.count(getLocale(), "profiles.holders", holders.getOrDefault(column.code(), 0L))));
        }
        add(some ? rows : new Paragraph(getTranslation("right.nobody")));
    }

    @Override
    public String getPageTitle() {
        return title + " · D-CLIC";
    }
}
