package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteData;
import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.ViewRight;
import org.springframework.beans.factory.ObjectProvider;

/** What there is on each surface: read off what views and modules say of themselves. */
@org.springframework.stereotype.Component
public class ScreenParts {
    private static final String MORE = "place.more";

    /** Whoever hides these finds no way to show them again. */
    private static final Set<String> FIXED = Set.of(MORE, "place.admin", "screens.title");

    /** Places beside each other on a phone of 320 px, without breaking their names. */
    private static final int ROOM = 5;

    private final Gate gate;
    private final ScreenPlan plan;
    private final ObjectProvider<HomeTile> tiles;
    private final ObjectProvider<HomeSections> sections;

    ScreenParts(Gate gate, ScreenPlan plan, ObjectProvider<HomeTile> tiles, ObjectProvider<HomeSections> sections) {
        this.gate = gate;
        this.plan = plan;
        this.tiles = tiles;
        this.sections = sections;
    }

    /** Everything, in the order in which it was built. */
    public List<ScreenPart> all(Surface surface) {
        return switch (surface) {
            case MENU -> places().map(ScreenParts::part).toList();
            case ADMIN -> pages().map(ScreenParts::part).toList();
            case HOME ->
                Stream.concat(
                                tiles.orderedStream()
                                        .filter(tile -> !tile.isUrgent())
                                        .map(tile -> new ScreenPart(tile.code(), tile.right(), false)),
                                sections.orderedStream()
                                        .flatMap(section -> section.codes().stream())
                                        .map(code -> new ScreenPart(code, Optional.empty(), false)))
                        .toList();
        };
    }

    /** What the person in front of the screen may see at all. */
    public List<ScreenPart> allowed(Surface surface) {
        return allowed(all(surface).stream());
    }

    private List<ScreenPart> allowed(Stream<ScreenPart> parts) {
        return parts.filter(part ->
                        part.right().filter(right -> !gate.allows(right)).isEmpty())
                .toList();
    }

    /** What she sees, in the order in which she does. */
    public List<String> shown(Surface surface) {
        return plan.arrange(surface, allowed(surface));
    }

    /** The screens of a surface that the person sees, in the order in which she does. */
    List<Class<? extends Component>> screens(Surface surface) {
        var screens = surface == Surface.MENU ? places().toList() : pages().toList();
        return plan.arrange(surface, allowed(screens.stream().map(ScreenParts::part))).stream()
                .flatMap(code -> screens.stream().filter(screen -> screen.code().equals(code)))
                .<Class<? extends Component>>map(Screen::view)
                .toList();
    }

    /** On a phone, places that find no room beside the others: {@link SparePlaces} has them. */
    static List<Class<? extends Component>> spare(List<Class<? extends Component>> places) {
        if (places.size() <= ROOM) return List.of();
        return places.stream()
                .filter(place -> !place.getAnnotation(Place.class).value().equals(MORE))
                .skip(ROOM - 1)
                .toList();
    }

    private record Screen(String code, int order, Class<? extends Component> view) {}

    private static Stream<Screen> places() {
        return screens(Place.class, Place::value, Place::order);
    }

    private static Stream<Screen> pages() {
        return screens(AdminPage.class, AdminPage::value, AdminPage::order);
    }

    private static <A extends Annotation> Stream<Screen> screens(
            Class<A> kind, Function<A, String> code, ToIntFunction<A> order) {
        return RouteConfiguration.forApplicationScope().getAvailableRoutes().stream()
                .map(RouteData::getNavigationTarget)
                .filter(view -> view.isAnnotationPresent(kind) && view.isAnnotationPresent(ViewRight.class))
                .map(view -> new Screen(
                        code.apply(view.getAnnotation(kind)), order.applyAsInt(view.getAnnotation(kind)), view))
                .sorted(Comparator.comparingInt(Screen::order));
    }

    private static ScreenPart part(Screen screen) {
        return new ScreenPart(
                screen.code(),
                Optional.of(screen.view().getAnnotation(ViewRight.class).value()),
                FIXED.contains(screen.code()));
    }
}
