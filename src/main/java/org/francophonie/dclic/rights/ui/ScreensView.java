package org.francophonie.dclic.rights.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.ui.AdminPage;
import org.francophonie.dclic.platform.ui.AdminView;
import org.francophonie.dclic.platform.ui.Confirm;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Pick;
import org.francophonie.dclic.platform.ui.ScreenPart;
import org.francophonie.dclic.platform.ui.ScreenParts;
import org.francophonie.dclic.platform.ui.Surface;
import org.francophonie.dclic.platform.ui.Toast;
import org.francophonie.dclic.rights.Directory;
import org.francophonie.dclic.rights.ProfileNames;
import org.francophonie.dclic.rights.RightsRefused;
import org.francophonie.dclic.rights.screens.PlanLine;
import org.francophonie.dclic.rights.screens.PlanLine.Showing;
import org.francophonie.dclic.rights.screens.PlanOwner;
import org.francophonie.dclic.rights.screens.ScreenPlanService;
import org.francophonie.dclic.rights.screens.ScreenPlanService.Plan;
import org.francophonie.dclic.rights.service.MatrixService;

/** Which parts of menu, own space and administration a profile or a group sees, and in what order. */
@Route(value = "admin/ecrans", layout = MainLayout.class)
@ViewRight(Right.ARRANGE_SCREENS)
@AdminPage(value = "screens.title", order = 35)
public final class ScreensView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final String PROFILE = "profil";
    private static final String GROUP = "groupe";
    private static final String SURFACE = "ecran";

    private final transient ScreenPlanService plans;
    private final transient ScreenParts parts;
    private final transient ProfileNames profiles;
    private final transient Directory directory;
    private final transient MatrixService matrix;
    private final transient Gate gate;

    ScreensView(
            ScreenPlanService plans,
            ScreenParts parts,
            ProfileNames profiles,
            Directory directory,
            MatrixService matrix,
            Gate gate) {
        this.plans = plans;
        this.parts = parts;
        this.profiles = profiles;
        this.directory = directory;
        this.matrix = matrix;
        this.gate = gate;
    }

    /** Where the screens of a group are arranged. */
    public static QueryParameters of(GroupId group) {
        return of(PlanOwner.of(group));
    }

    static QueryParameters of(PlanOwner owner) {
        return QueryParameters.of(
                owner.group().isPresent() ? GROUP : PROFILE,
                owner.group().map(GroupId::toString).or(owner::profile).orElseThrow());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        var surface = asked.getSingleParameter(SURFACE)
                .flatMap(text -> Arrays.stream(Surface.values())
                        .filter(one -> one.name().equals(text))
                        .findFirst())
                .orElse(Surface.MENU);
        var names = profiles.names(getLocale());
        var group = asked.getSingleParameter(GROUP).map(ScreensView::group);
        var profile = asked.getSingleParameter(PROFILE).filter(names::containsKey);
        removeAll();
        add(
                new Crumbs(new RouterLink(getTranslation("place.admin"), AdminView.class)),
                new H1(getTranslation("screens.title")),
                new Paragraph(getTranslation("screens.intro")),
                choosing(names, profile));
        if (group.isPresent()) {
            var name = directory.groups(List.of(group.get())).get(group.get());
            if (name == null || !gate.allows(Right.READ_GROUP, group.get())) throw new NotFound("group");
            show(PlanOwner.of(group.get()), name, surface);
        } else if (profile.isPresent())
            show(PlanOwner.of(profile.get()), names.getOrDefault(profile.get(), ""), surface);
        else addGroups();
    }

    private static GroupId group(String text) {
        try {
            return new GroupId(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            throw new NotFound("group");
        }
    }

    private Component choosing(Map<String, String> names, Optional<String> chosen) {
        var pick = new Pick(
                getTranslation("screens.profile"), "off", Pick.Lines.of(getTranslation("screens.profile.none"), names));
        chosen.ifPresent(pick::choose);
        pick.whenChosen(() -> getUI().ifPresent(ui -> ui.navigate(
                ScreensView.class, pick.value().isEmpty() ? QueryParameters.empty() : of(PlanOwner.of(pick.value())))));
        var form = new Div(pick);
        form.addClassName("filters");
        return form;
    }

    private void addGroups() {
        add(new H2(getTranslation("screens.groups")));
        var known = plans.groups();
        if (known.isEmpty()) {
            add(new Paragraph(getTranslation("screens.groups.none")));
            return;
        }
        var names = directory.groups(known.keySet());
        var list = new UnorderedList();
        known.forEach((group, surfaces) -> {
            if (!gate.allows(Right.READ_GROUP, group)) return;
            var link = new RouterLink(names.getOrDefault(group, group.toString()), ScreensView.class);
            link.setQueryParameters(of(group));
            link.getElement().setAttribute("dir", "auto");
            list.add(new ListItem(
                    link,
                    new Span(" · "
                            + surfaces.stream()
                                    .map(surface -> getTranslation("parts.surface." + surface))
                                    .collect(Collectors.joining(", ")))));
        });
        add(list);
    }

    private void show(PlanOwner owner, String name, Surface surface) {
        var title = new H2(name);
        title.getElement().setAttribute("dir", "auto");
        var plan = plans.plan(owner, surface);
        var error = new ErrorLine();
        var editor =
                new PartsEditor(entries(owner, surface, plan), List.of(Showing.SHOWN, Showing.HIDDEN, Showing.FIXED));
        var save = new Button(getTranslation("parts.save"));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(_ -> {
            try {
                plans.save(owner, surface, plan.version(), editor.lines());
                again(owner, surface);
                Toast.show(getTranslation("screens.saved"));
            } catch (RightsRefused refused) {
                error.say(RightsWords.refusal(refused));
                save.setEnabled(true);
            }
        });
        add(title, surfaces(owner, surface));
        add(new Paragraph(getTranslation(
                plan.exists()
                        ? "screens.arranged"
                        : owner.group().isPresent() ? "screens.as-built.group" : "screens.as-built")));
        add(error, editor, save);
        if (plan.exists())
            add(Confirm.behind(
                    getTranslation("screens.forget"),
                    () -> getTranslation("screens.forget.sure", name),
                    () -> {
                        plans.remove(owner, surface);
                        again(owner, surface);
                    },
                    () -> again(owner, surface)));
    }

    private void again(PlanOwner owner, Surface surface) {
        getUI().ifPresent(ui -> ui.navigate(ScreensView.class, query(owner, surface)));
    }

    private static QueryParameters query(PlanOwner owner, Surface surface) {
        return of(owner).merging(SURFACE, surface.name());
    }

    private Component surfaces(PlanOwner owner, Surface chosen) {
        var nav = new Nav();
        nav.addClassName("row");
        nav.getElement().setAttribute("aria-label", getTranslation("screens.which"));
        for (var surface : Surface.values()) {
            var link = new RouterLink(getTranslation("parts.surface." + surface), ScreensView.class);
            link.setQueryParameters(query(owner, surface));
            if (surface == chosen) link.getElement().setAttribute("aria-current", "page");
            nav.add(link);
        }
        return nav;
    }

    /** In the order of the plan; for a profile, only what its rights let it see. */
    private List<PartsEditor.Entry> entries(PlanOwner owner, Surface surface, Plan plan) {
        var all = within(owner, parts.all(surface));
        var known = all.stream().collect(Collectors.toMap(ScreenPart::code, part -> part));
        var order =
                new LinkedHashSet<>(plan.lines().stream().map(PlanLine::part).toList());
        all.forEach(part -> order.add(part.code()));
        var showing = plan.lines().stream().collect(Collectors.toMap(PlanLine::part, PlanLine::showing));
        var entries = new ArrayList<PartsEditor.Entry>();
        for (var code : order) {
            var part = known.get(code);
            if (part != null)
                entries.add(new PartsEditor.Entry(code, showing.getOrDefault(code, Showing.SHOWN), part.fixed()));
        }
        return entries;
    }

    private List<ScreenPart> within(PlanOwner owner, List<ScreenPart> all) {
        if (owner.profile().isEmpty() || !gate.allows(Right.READ_MATRIX)) return all;
        return matrix.columns().stream()
                .filter(column -> column.code().equals(owner.profile().get()))
                .findFirst()
                .map(column -> RightsWords.within(column, all))
                .orElse(all);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("screens.title") + " · D-CLIC";
    }
}
