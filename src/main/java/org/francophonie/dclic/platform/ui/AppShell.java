package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.francophonie.dclic.platform.start.Platform;

/** The one page in which the application lives. */
@Viewport("width=device-width, initial-scale=1")
@JsModule("./dclic.js")
@SpringComponent
public class AppShell implements AppShellConfigurator {
    private static final long serialVersionUID = 1;
    private final transient StyleSheets styles;
    private final transient Platform platform;

    public AppShell(StyleSheets styles, Platform platform) {
        this.styles = styles;
        this.platform = platform;
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addLink("stylesheet", styles.application());
        settings.addFavIcon("icon", "/assets/icon.svg", "any");
        settings.addMetaTag("theme-color", "#0B5FA5");
        settings.addMetaTag("dclic-environment", platform.environment().name());
    }
}
