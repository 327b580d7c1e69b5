package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.Comparator;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;

/** What an administrator may look after, each with a sentence that says what it is for. */
@Route(value = "admin", layout = MainLayout.class)
@ViewRight(Right.READ_SETTING)
@Place(value = "place.admin", icon = Icon.SETTINGS, order = 8)
public final class AdminView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    AdminView(Gate gate) {
        add(new H1(getTranslation("place.admin")));
        var pages = new ArrayList<RouteData>();
        for (var route : RouteConfiguration.forApplicationScope().getAvailableRoutes()) {
            var view = route.getNavigationTarget();
            var right = view.getAnnotation(ViewRight.class);
            if (view.isAnnotationPresent(AdminPage.class) && right != null && gate.allows(right.value()))
                pages.add(route);
        }
        pages.sort(Comparator.comparingInt(page ->
                page.getNavigationTarget().getAnnotation(AdminPage.class).order()));
        for (var page : pages) add(card(page));
        if (pages.isEmpty()) add(new Paragraph(getTranslation("admin.nothing")));
    }

    private Div card(RouteData page) {
        var name = page.getNavigationTarget().getAnnotation(AdminPage.class).value();
        var help = new Paragraph(getTranslation(name + ".help"));
        help.addClassName("muted");
        var card = new Div(new RouterLink(getTranslation(name), page.getNavigationTarget()), help);
        card.addClassName("card");
        return card;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("place.admin") + " · D-CLIC";
    }
}
