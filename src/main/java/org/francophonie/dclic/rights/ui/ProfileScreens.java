package org.francophonie.dclic.rights.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.ui.ScreenParts;
import org.francophonie.dclic.platform.ui.Surface;
import org.francophonie.dclic.rights.screens.PlanOwner;
import org.francophonie.dclic.rights.screens.ScreenPlanService;
import org.francophonie.dclic.rights.service.MatrixService.Column;

/**
 * What somebody sees of the platform who holds this profile and no other, as it is arranged for the profile: the places of
 * the menu and the administration.
 */
final class ProfileScreens extends Div {
    private static final long serialVersionUID = 1;

    ProfileScreens(Column column, ScreenParts parts, ScreenPlanService plans, Gate gate) {
        add(new H2(getTranslation("profiles.screens")), new Paragraph(getTranslation("profiles.screens.help")));
        var menu = plans.seenBy(column.code(), Surface.MENU, RightsWords.within(column, parts.all(Surface.MENU)));
        if (menu.isEmpty()) add(new Paragraph(getTranslation("profiles.screens.none")));
        else add(list(menu));
        if (menu.contains("place.admin")) {
            var pages =
                    plans.seenBy(column.code(), Surface.ADMIN, RightsWords.within(column, parts.all(Surface.ADMIN)));
            if (!pages.isEmpty()) add(new Paragraph(getTranslation("profiles.screens.admin")), list(pages));
        }
        if (gate.allows(Right.ARRANGE_SCREENS)) {
            var link = new RouterLink(getTranslation("screens.of-profile"), ScreensView.class);
            link.setQueryParameters(ScreensView.of(PlanOwner.of(column.code())));
            add(new Paragraph(link));
        }
    }

    private Component list(Iterable<String> codes) {
        var list = new UnorderedList();
        codes.forEach(code -> list.add(new ListItem(getTranslation(code))));
        return list;
    }
}
