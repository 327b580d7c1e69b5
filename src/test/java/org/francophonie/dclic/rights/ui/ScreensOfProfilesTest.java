package org.francophonie.dclic.rights.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouterLink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.ViewTest;
import org.francophonie.dclic.identity.ui.SecondFactorView;
import org.francophonie.dclic.identity.ui.SignInView;
import org.francophonie.dclic.platform.access.Proof;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.Scope;
import org.francophonie.dclic.platform.ui.RefusedView;
import org.francophonie.dclic.rights.ExpectedRights;
import org.junit.jupiter.api.Test;

/** Every screen as each profile, against a table written by hand; and every link that a profile is shown. */
@Requirement({"F-046", "F-124", "F-125"})
class ScreensOfProfilesTest extends ViewTest {
    private static final int PAGES = 60;
    private static final String SOME_ID = "00000000-0000-7000-8000-000000000000";

    private Proof proof = super.proof();

    @Override
    protected Proof proof() {
        return proof;
    }

    /** The right of each screen; nothing for those that are open to everybody. */
    private static Map<String, Optional<Right>> screens() throws IOException {
        var screens = new LinkedHashMap<String, Optional<Right>>();
        for (var line : Files.readAllLines(Path.of("src/test/resources/screens.csv"))) {
            var cells = line.split(";", -1);
            if (!cells[0].equals("view"))
                screens.put(
                        cells[0],
                        Optional.of(cells[1]).filter(name -> !name.isEmpty()).map(Right::valueOf));
        }
        return screens;
    }

    /** An address of each screen, by its name; what it speaks of need not exist. */
    private static Map<String, String> addresses() {
        var addresses = new TreeMap<String, String>();
        for (var route : RouteConfiguration.forApplicationScope().getAvailableRoutes())
            addresses.put(
                    route.getNavigationTarget().getSimpleName(),
                    route.getTemplate()
                            .replaceAll(":lesson\\([^/]*\\)", "1")
                            .replaceAll("/:\\w+\\?", "")
                            .replaceAll(":\\w+", SOME_ID));
        return addresses;
    }

    private static Class<?> shown() {
        return UI.getCurrent()
                .getInternals()
                .getActiveRouterTargetsChain()
                .getFirst()
                .getClass();
    }

    private void as(String profile) throws Exception {
        if (!profile.equals("VISITOR")) signIn(somebody(profile));
    }

    @Test
    void a_screen_opens_for_the_profiles_that_the_table_names_and_for_no_other() throws Exception {
        var screens = screens();
        assertThat(addresses().keySet())
                .as("the table names every screen")
                .containsExactlyInAnyOrderElementsOf(screens.keySet());
        var wrong = new TreeSet<String>();
        for (var profile : ExpectedRights.table().entrySet()) {
            as(profile.getKey());
            for (var screen : screens.entrySet()) {
                var right = screen.getValue();
                if (right.isEmpty()) continue;
                var address = addresses().get(screen.getKey());
                var scope = profile.getValue().get(right.get());
                if (isOfAnObject(address) && scope != Scope.NONE && scope != Scope.ALL)
                    continue; // then it depends on the object
                go(address);
                var closed = profile.getKey().equals("VISITOR") ? SignInView.class : RefusedView.class;
                var opened = shown() != closed;
                if (opened != (scope != Scope.NONE))
                    wrong.add(profile.getKey() + " " + screen.getKey() + (opened ? " opens" : " is shut"));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static boolean isOfAnObject(String address) {
        return address.contains(SOME_ID);
    }

    @Test
    void what_is_open_to_everybody_opens_for_visitors() throws Exception {
        for (var screen : screens().entrySet()) {
            if (screen.getValue().isPresent() || screen.getKey().equals("SecondFactorView")) continue;
            go(addresses().get(screen.getKey()));
            assertThat(shown().getSimpleName()).isEqualTo(screen.getKey());
        }
    }

    @Test
    void no_link_that_somebody_is_shown_leads_to_a_refusal() throws Exception {
        var wrong = new TreeSet<String>();
        for (var profile : ExpectedRights.table().keySet()) {
            if (profile.equals("VISITOR") || profile.equals("AWAITING_CONSENT")) continue;
            as(profile);
            var seen = new TreeSet<String>();
            var waiting = new ArrayDeque<>(List.of("", "plus"));
            while (!waiting.isEmpty() && seen.size() < PAGES) {
                var address = waiting.poll();
                if (!seen.add(address)) continue;
                go(address);
                if (shown() == RefusedView.class) wrong.add(profile + " is led to " + address);
                _find(RouterLink.class).stream()
                        .filter(Component::isVisible)
                        .map(RouterLink::getHref)
                        .filter(href -> !href.startsWith("http"))
                        .forEach(waiting::add);
            }
            assertThat(seen).as(profile).hasSizeGreaterThan(3);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void whoever_has_proved_too_little_is_led_to_prove_more_from_every_screen() throws Exception {
        proof = Proof.NONE;
        signIn(somebody("TECHNICAL_ADMIN"));
        var screens = screens();
        var wrong = new TreeSet<String>();
        addresses().forEach((screen, address) -> {
            if (screens.get(screen).isEmpty()) return;
            go(address);
            if (shown() != SecondFactorView.class) wrong.add(screen + " opens");
        });
        assertThat(wrong).isEmpty();
    }
}
