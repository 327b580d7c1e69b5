package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HighlightConditions;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.shared.communication.PushMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingService;
import org.francophonie.dclic.platform.start.Platform;
import org.springframework.beans.factory.ObjectProvider;

/** What surrounds every screen of the application: banner, top bar, the places, the screen itself, short news. */
public final class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {
    private static final long serialVersionUID = 1;
    private final Main main = new Main();
    private final Toast toast = new Toast();
    private final HelpPanel help;
    private final Map<String, RouterLink> links = new LinkedHashMap<>();

    MainLayout(
            Platform platform,
            ScreenParts parts,
            SettingService settings,
            Gate gate,
            ObjectProvider<PersonCorner> corner,
            ObjectProvider<TopLine> lines) {
        help = new HelpPanel(gate);
        addClassName("app");
        getElement().setAttribute("data-source", "D-CLIC · " + platform.baseUrl()); // printed below what is on paper
        var skip = new Anchor("#contenu", getTranslation("nav.skip"));
        skip.addClassName("skip");
        skip.getElement().setAttribute("router-ignore", true).setAttribute("data-jump", "contenu");
        main.setId("contenu");
        main.getElement().setAttribute("tabindex", "-1");
        add(skip);
        if (platform.environment() != Platform.Environment.PRODUCTION) add(banner(platform));
        add(top(corner));
        lines.stream().flatMap(line -> line.line().stream()).forEach(this::add);
        if (Actors.current().person().isPresent()) {
            addClassName("signed-in");
            add(places(parts));
            watchIdleness(settings.value(Setting.IDLE_MINUTES));
            if (!LightMode.isOn()) openLine();
        }
        var pane = new Div(help, main);
        pane.addClassName("pane");
        add(pane, toast);
    }

    /**
     * The browser tells that the person is there (her message is the act), warns a minute before the session ends, and leaves
     * nothing of hers on the screen afterwards.
     */
    private void watchIdleness(int minutes) {
        getElement().addEventListener("dclic-act", _ -> {});
        getElement()
                .executeJs(
                        "window.dclicIdle(this, $0, $1, $2)",
                        minutes * 60,
                        getTranslation("session.ends-soon"),
                        getTranslation("session.stay"));
    }

    /**
     * The line by which the platform wakes the screen: opened when the first screen is shown, so that its script costs that
     * one nothing, and never where data are dear.
     */
    private void openLine() {
        getElement().addEventListener("dclic-watch", _ -> getUI().ifPresent(ui -> {
            if (ui.getPushConfiguration().getPushMode() == PushMode.DISABLED)
                ui.getPushConfiguration().setPushMode(PushMode.AUTOMATIC);
        }));
        getElement().executeJs("window.dclicWatch(this)");
    }

    private Component banner(Platform platform) {
        var banner = new Div(getTranslation("environment." + platform.environment()));
        if (!platform.asksSecondFactor()) banner.add(" · " + getTranslation("environment.one-factor"));
        banner.addClassNames("environment", platform.environment().name().toLowerCase(java.util.Locale.ROOT));
        banner.getElement().setAttribute("role", "note");
        return banner;
    }

    private Component top(ObjectProvider<PersonCorner> corner) {
        var home = outside("/", "D-CLIC");
        home.addClassName("brand");
        var header = new Header(home);
        header.addClassName("top");
        if (Actors.current().isVisitor()) header.add(site());
        corner.stream()
                .map(PersonCorner::corner)
                .flatMap(java.util.Optional::stream)
                .forEach(header::add);
        header.add(help.opener());
        return header;
    }

    /** The way back to the pages that are open to everybody. */
    private Component site() {
        var nav = new Nav(outside("/formations", getTranslation("place.courses")));
        nav.addClassName("row");
        nav.getElement().setAttribute("aria-label", getTranslation("nav.main"));
        return nav;
    }

    private static Anchor outside(String address, String text) {
        var link = new Anchor(address, text);
        link.getElement().setAttribute("router-ignore", true);
        return link;
    }

    /** Built from what views say of themselves, what the person may do, and how it was arranged for her. */
    private Component places(ScreenParts parts) {
        var nav = new Nav();
        nav.addClassName("places");
        nav.getElement().setAttribute("aria-label", getTranslation("nav.main"));
        var screens = parts.screens(Surface.MENU);
        var spare = ScreenParts.spare(screens);
        for (var screen : screens) {
            var place = screen.getAnnotation(Place.class);
            var link = new RouterLink();
            link.setRoute(screen);
            link.setHighlightCondition(HighlightConditions.never());
            link.setText(getTranslation(place.value()));
            link.addClassNames("icon", place.icon().css());
            if (spare.contains(screen)) link.addClassName("spare");
            links.put(link.getHref(), link);
            nav.add(link);
        }
        return nav;
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
        help.about(content.getClass());
    }

    @Override
    public void removeRouterLayoutContent(HasElement oldContent) {
        main.getElement().removeAllChildren();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        toast.clear();
        links.forEach((href, link) -> {
            if (href.equals(event.getLocation().getPath())) link.getElement().setAttribute("aria-current", "page");
            else if (link.getElement().hasAttribute("aria-current"))
                link.getElement().removeAttribute("aria-current");
        });
    }
}
