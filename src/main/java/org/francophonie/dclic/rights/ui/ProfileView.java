package org.francophonie.dclic.rights.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.AdminView;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Toast;
import org.francophonie.dclic.rights.Cell;
import org.francophonie.dclic.rights.Directory;
import org.francophonie.dclic.rights.RightsRefused;
import org.francophonie.dclic.rights.service.MatrixHistoryService;
import org.francophonie.dclic.rights.service.MatrixService;
import org.francophonie.dclic.rights.service.MatrixService.Column;
import org.francophonie.dclic.rights.service.ProfileCatalogueService;

/**
 * One profile: what it may do, compared with another one, changed, and as it was before. What is not saved yet stands in the
 * address, so that a reload or another tab keeps it.
 */
@Route(value = "admin/profils/:code", layout = MainLayout.class)
@ViewRight(Right.READ_MATRIX)
public final class ProfileView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final String CHANGES = "essai";
    private static final String OTHER = "comparer";
    private static final String VERSION = "version";

    private final transient MatrixService matrix;
    private final transient MatrixHistoryService history;
    private final transient ProfileCatalogueService catalogue;
    private final transient Directory directory;
    private final transient Gate gate;
    private final transient Words words;
    private String title = "";

    ProfileView(
            MatrixService matrix,
            MatrixHistoryService history,
            ProfileCatalogueService catalogue,
            Directory directory,
            Gate gate,
            Words words) {
        this.matrix = matrix;
        this.history = history;
        this.catalogue = catalogue;
        this.directory = directory;
        this.gate = gate;
        this.words = words;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        var column = column(event.getRouteParameters().get("code").orElse(""));
        var changes = new EnumMap<Right, Cell>(Right.class);
        asked.getSingleParameter(VERSION)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .ifPresent(text -> changes.putAll(history.cellsAt(column.code(), Long.parseLong(text))));
        asked.getSingleParameter(CHANGES).map(RightsWords::read).ifPresent(changes::putAll);
        show(column, changes, asked.getSingleParameter(OTHER).flatMap(this::other));
    }

    private Column column(String code) {
        try {
            return matrix.column(code);
        } catch (RightsRefused _) {
            throw new NotFound("profile");
        }
    }

    private Optional<Column> other(String code) {
        return matrix.columns().stream()
                .filter(column -> column.code().equals(code))
                .findFirst();
    }

    private void show(Column column, Map<Right, Cell> changes, Optional<Column> other) {
        removeAll();
        title = column.name(getLocale());
        var held = matrix.holders().getOrDefault(column.code(), 0L);
        var facts = new Paragraph(getTranslation(column.staff() ? "profiles.staff" : "profiles.public") + " · "
                + words.count(getLocale(), "profiles.holders", held));
        facts.addClassName("muted");
        add(
                new Crumbs(
                        new RouterLink(getTranslation("place.admin"), AdminView.class),
                        new RouterLink(getTranslation("profiles.title"), ProfilesView.class)),
                new H1(title),
                facts);
        if (!column.active()) add(new Paragraph(getTranslation("profiles.off.help")));
        var form = new MatrixForm(matrix, column, other, changes, gate.allows(Right.CHANGE_MATRIX));
        form.whenChanged(() -> remember(column, form.changes(), other));
        form.whenSaved(() -> {
            remember(column, Map.of(), other);
            show(matrix.column(column.code()), Map.of(), other);
            Toast.show(getTranslation("profiles.saved"));
        });
        add(
                new ComparePick(matrix.columns(), column, other, code -> getUI().ifPresent(ui -> ui.navigate(
                        ProfileView.class, ProfilesView.parameters(column.code()), query(form.changes(), code)))),
                form);
        if (gate.allows(Right.CHANGE_MATRIX))
            add(new ProfileCard(catalogue, column, () -> show(matrix.column(column.code()), form.changes(), other)));
        add(new ProfileScreens(column), new ProfileHistory(history, directory, column));
    }

    /** The address says what is not saved yet, and a reload keeps it. */
    private void remember(Column column, Map<Right, Cell> changes, Optional<Column> other) {
        var query = query(changes, other.map(Column::code).orElse(""));
        getUI().ifPresent(ui ->
                ui.getPage().getHistory().replaceState(null, new Location("admin/profils/" + column.code(), query)));
    }

    private static QueryParameters query(Map<Right, Cell> changes, String other) {
        var asked = new HashMap<String, String>();
        if (!changes.isEmpty()) asked.put(CHANGES, RightsWords.write(changes));
        if (!other.isEmpty()) asked.put(OTHER, other);
        return QueryParameters.simple(Map.copyOf(asked));
    }

    /** Where a former version is looked at, and saved again. */
    static QueryParameters version(long revision) {
        return QueryParameters.of(VERSION, String.valueOf(revision));
    }

    @Override
    public String getPageTitle() {
        return title + " · D-CLIC";
    }
}
