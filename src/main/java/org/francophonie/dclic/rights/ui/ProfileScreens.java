package org.francophonie.dclic.rights.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Objects;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.ui.AdminPage;
import org.francophonie.dclic.platform.ui.AdminView;
import org.francophonie.dclic.platform.ui.Place;
import org.francophonie.dclic.rights.service.MatrixService.Column;

/** What somebody sees of the platform who holds this profile and no other: the places of the menu and the administration. */
final class ProfileScreens extends Div {
    private static final long serialVersionUID = 1;

    private final transient Column column;

    ProfileScreens(Column column) {
        this.column = column;
        add(
                new H2(getTranslation("profiles.screens")),
                new Paragraph(getTranslation("profiles.screens.help")),
                places(),
                pages());
    }

    private boolean opens(RouteData route) {
        var right = route.getNavigationTarget().getAnnotation(ViewRight.class);
        if (right == null || !column.active()) return false;
        var cell = Objects.requireNonNull(column.cells().get(right.value()));
        return !cell.prohibits() && cell.scope() != Scope.NONE;
    }

    private boolean opensAdministration() {
        return RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .anyMatch(route -> route.getNavigationTarget() == AdminView.class && opens(route));
    }

    private Component places() {
        var places = new ArrayList<Place>();
        for (var route : RouteConfiguration.forApplicationScope().getAvailableRoutes()) {
            var place = route.getNavigationTarget().getAnnotation(Place.class);
            if (place != null && opens(route)) places.add(place);
        }
        places.sort(Comparator.comparingInt(Place::order));
        var list = new UnorderedList();
        places.forEach(place -> list.add(new ListItem(getTranslation(place.value()))));
        return places.isEmpty() ? new Paragraph(getTranslation("profiles.screens.none")) : list;
    }

    private Component pages() {
        var pages = new ArrayList<AdminPage>();
        for (var route : RouteConfiguration.forApplicationScope().getAvailableRoutes()) {
            var page = route.getNavigationTarget().getAnnotation(AdminPage.class);
            if (page != null && opens(route)) pages.add(page);
        }
        if (!opensAdministration()) pages.clear();
        pages.sort(Comparator.comparingInt(AdminPage::order));
        var list = new UnorderedList();
        pages.forEach(page -> list.add(new ListItem(getTranslation(page.value()))));
        return pages.isEmpty() ? new Div() : new Div(new Paragraph(getTranslation("profiles.screens.admin")), list);
    }
}
