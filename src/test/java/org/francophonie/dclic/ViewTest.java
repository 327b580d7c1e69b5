package org.francophonie.dclic;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.francophonie.dclic.platform.access.Proof;
import org.francophonie.dclic.platform.access.SignedIn;
import org.francophonie.dclic.platform.ui.Pick;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** A faked browser on the real application: signed in as the test says, in French. */
public abstract class ViewTest extends PlatformTest {
    private static final Routes ROUTES = new Routes().autoDiscoverViews("org.francophonie.dclic");

    @Autowired
    private ApplicationContext context;

    /** Who is signed in; null for a visitor. */
    protected Somebody me;

    @BeforeEach
    void open(TestInfo test) throws Exception {
        var as = test.getTestMethod().map(method -> method.getAnnotation(As.class));
        if (as.isPresent()) signIn(somebody(as.get().value()));
        else browser();
    }

    /** What is proved in the session; everything, where a test says nothing else. */
    protected Proof proof() {
        return new Proof(true, Instant.now());
    }

    /** Opens a browser in which this person is signed in. */
    protected void signIn(Somebody person) {
        me = person;
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(person.id().value(), proof()), null, List.of()));
        SecurityContextHolder.setContext(context);
        browser();
    }

    private void browser() {
        MockVaadin.tearDown();
        Locale.setDefault(Locale.FRENCH);
        MockVaadin.setup(MockedUI::new, new MockSpringServlet(ROUTES, context, MockedUI::new));
        if (me == null) { // the browser of the mock speaks English; a person speaks her own language
            UI.getCurrent().setLocale(Locale.FRENCH);
            go("inscription");
        }
    }

    @AfterEach
    void close() {
        MockVaadin.tearDown();
        SecurityContextHolder.clearContext();
    }

    /** All the text of the screen, as a reader comes to it. */
    protected static String screen() {
        return UI.getCurrent()
                .getChildren()
                .map(Component::getElement)
                .map(ViewTest::text)
                .collect(Collectors.joining(" "))
                .replaceAll("\\s+", " ")
                .replace('\u00a0', ' ');
    }

    private static String text(Element element) {
        if (element.isTextNode()) return element.getText();
        if (!element.isVisible()) return "";
        var written = element.getProperty("innerHTML", "");
        return element.getChildren().map(ViewTest::text).collect(Collectors.joining(" "))
                + Jsoup.parse(written).text()
                + " "
                + element.getProperty("label", "")
                + element.getProperty("errorMessage", "");
    }

    /** The address of the screen, below {@code /app}. */
    protected static String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    protected static void go(String address) {
        var parts = address.split("\\?", 2);
        UI.getCurrent()
                .navigate(parts[0], parts.length == 2 ? QueryParameters.fromString(parts[1]) : QueryParameters.empty());
    }

    /** Opens an address as from a message or another site: a whole new page. */
    protected static void arrive(String address) {
        var parts = address.split("\\?", 2);
        var query = parts.length == 2 ? QueryParameters.fromString(parts[1]) : QueryParameters.empty();
        var ui = UI.getCurrent();
        ui.getInternals().getRouter().navigate(ui, new Location(parts[0], query), NavigationTrigger.PAGE_LOAD);
    }

    /** A browser's own button, by its words. */
    protected static NativeButton plainButton(String words) {
        return _get(NativeButton.class, button -> button.withText(words));
    }

    /** A list to choose from, by the words above it. */
    protected static Pick pick(String label) {
        return _get(
                Pick.class,
                pick -> pick.withPredicate(found -> found.getElement()
                        .getTextRecursively()
                        .replace('\u00a0', ' ')
                        .startsWith(label)));
    }
}
