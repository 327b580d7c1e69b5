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
import java.util.List;
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
import org.francophonie.dclic.platform.ui.ScreenParts;
import org.francophonie.dclic.platform.ui.Toast;
import org.francophonie.dclic.rights.Cell;
import org.francophonie.dclic.rights.Directory;
import org.francophonie.dclic.rights.screens.ScreenPlanService;
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
    private final transient ScreenParts parts;
    private final transient ScreenPlanService plans;
    private final transient Gate gate;
    private final transient Words words;
    private String title = "";

    ProfileView(
            MatrixService matrix,
            MatrixHistoryService history,
            ProfileCatalogueService catalogue,
            Directory directory,
            ScreenParts parts,
            ScreenPlanService plans,
            Gate gate,
            Words words) {
        this.matrix = matrix;
        this.history = history;
        this.catalogue = catalogue;
        this.directory = directory;
        this.parts = parts;
        this.plans = plans;
        this.gate = gate;
        this.words = words;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        var code = event.getRouteParameters().get("code").orElse("");
        var changes = new EnumMap<Right, Cell>(Right.class);
        asked.getSingleParameter(VERSION)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .ifPresent(text -> changes.putAll(history.cellsAt(code, Long.parseLong(text))));
        asked.getSingleParameter(CHANGES).map(RightsWords::read).ifPresent(changes::putAll);
        show(code, changes, asked.getSingleParameter(OTHER).orElse(""));
    }

    /** @param otherCode of the profile beside which it is shown; empty for none */
    private void show(String code, Map<Right, Cell> changes, String otherCode) {
        var columns = matrix.columns();
        var column = find(columns, code).orElseThrow(() -> new NotFound("profile"));
        var other = find(columns, otherCode);
        removeAll();
        title = column.name(getLocale());
        var held = matrix.holders().getOrDefault(code, 0L);
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
        form.whenChanged(() -> remember(code, form.changes(), otherCode));
        form.whenSaved(() -> {
            remember(code, Map.of(), otherCode);
            show(code, Map.of(), otherCode);
            Toast.show(getTranslation("profiles.saved"));
        });
        add(
                new ComparePick(columns, column, other, chosen -> getUI().ifPresent(ui ->
                        ui.navigate(ProfileView.class, ProfilesView.parameters(code), query(form.changes(), chosen)))),
                form);
        if (gate.allows(Right.CHANGE_MATRIX))
            add(new ProfileCard(catalogue, column, () -> show(code, form.changes(), otherCode)));
        add(new ProfileScreens(column, parts, plans, gate), new ProfileHistory(history, directory, column));
    }

    private static Optional<Column> find(List<Column> columns, String code) {
        return columns.stream().filter(column -> column.code().equals(code)).findFirst();
    }

    /** The address says what is not saved yet, and a reload keeps it. */
    private void remember(String code, Map<Right, Cell> changes, String other) {
        getUI().ifPresent(ui -> ui.getPage()
                .getHistory()
                .replaceState(null, new Location("admin/profils/" + code, query(changes, other))));
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
