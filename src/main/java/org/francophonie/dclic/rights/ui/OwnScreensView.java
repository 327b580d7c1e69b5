package org.francophonie.dclic.rights.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.PlainButton;
import org.francophonie.dclic.platform.ui.ScreenParts;
import org.francophonie.dclic.platform.ui.Surface;
import org.francophonie.dclic.rights.screens.PlanLine.Showing;
import org.francophonie.dclic.rights.screens.ScreenPlanService;

/** Somebody arranges menu and own space for herself, as far as her profiles and groups leave it to her. */
@Route(value = "mes-ecrans", layout = MainLayout.class)
@ViewRight(Right.READ_OWN_ACCOUNT)
public final class OwnScreensView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient ScreenPlanService plans;
    private final transient ScreenParts parts;

    OwnScreensView(ScreenPlanService plans, ScreenParts parts) {
        this.plans = plans;
        this.parts = parts;
        add(
                new Crumbs(new Anchor("/app/plus", getTranslation("place.more"))),
                new H1(getTranslation("own-screens.title")),
                new Paragraph(getTranslation("own-screens.intro")));
        for (var surface : Surface.values()) {
            var entries = plans.mine(surface, parts.allowed(surface)).stream()
                    .map(mine -> new PartsEditor.Entry(
                            mine.part(), mine.shown() ? Showing.SHOWN : Showing.HIDDEN, mine.fixed()))
                    .toList();
            if (entries.size() > 1) add(section(surface, entries));
        }
    }

    private Component section(Surface surface, List<PartsEditor.Entry> entries) {
        var editor = new PartsEditor(entries, List.of(Showing.SHOWN, Showing.HIDDEN));
        var save = new Button(getTranslation("parts.save"), _ -> {
            plans.adjust(surface, editor.lines());
            again();
        });
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        var back = new PlainButton(getTranslation("own-screens.forget"), () -> {
            plans.adjustNothing(surface);
            again();
        });
        var acts = new Div(save, back);
        acts.addClassName("row");
        return new Section(new H2(getTranslation("parts.surface." + surface)), editor, acts);
    }

    /** The menu is part of the page. */
    private void again() {
        getUI().ifPresent(ui -> ui.getPage().reload());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("own-screens.title") + " · D-CLIC";
    }
}
