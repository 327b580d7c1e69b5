package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;

/** What an administrator may look after, each with a sentence that says what it is for. */
@Route(value = "admin", layout = MainLayout.class)
@ViewRight(Right.READ_SETTING)
@Place(value = "place.admin", icon = Icon.SETTINGS, order = 8)
public final class AdminView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    AdminView(ScreenParts parts) {
        add(new H1(getTranslation("place.admin")));
        var pages = parts.screens(Surface.ADMIN);
        pages.forEach(page -> add(card(page)));
        if (pages.isEmpty()) add(new Paragraph(getTranslation("admin.nothing")));
    }

    private Div card(Class<? extends Component> page) {
        var name = page.getAnnotation(AdminPage.class).value();
        var help = new Paragraph(getTranslation(name + ".help"));
        help.addClassName("muted");
        var card = new Div(new RouterLink(getTranslation(name), page), help);
        card.addClassName("card");
        return card;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("place.admin") + " · D-CLIC";
    }
}
