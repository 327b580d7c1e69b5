package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The page a person wanted before she had to sign in: always one of ours, under {@code /app}. */
public record Onward(String path) {
    public static final Onward HOME = new Onward("");
    /** No scheme, no host, no climbing: a path of our own with a plain query. */
    private static final Pattern OURS = Pattern.compile("[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*(\\?[A-Za-z0-9_=&%+/?-]*)?");

    public static Onward from(Location location) {
        Map<String, List<String>> parameters = location.getQueryParameters().getParameters();
        var wanted = parameters.getOrDefault("suite", List.of());
        return wanted.size() == 1 && OURS.matcher(wanted.getFirst()).matches() ? new Onward(wanted.getFirst()) : HOME;
    }

    /** The page that was asked for, as it stands in the address of a page that comes before. */
    static QueryParameters to(Location wanted) {
        return new Onward(wanted.getPathWithQueryParameters()).query();
    }

    /** A whole new page: the screens of a visitor are not those of a learner. */
    public void go(UI ui) {
        OwnStep.leadTo(path.split("\\?")[0]);
        ui.getPage().setLocation("/app/" + path);
    }

    /** As it stands in the address of the sign-in and joining pages. */
    public QueryParameters query() {
        return path.isEmpty() ? QueryParameters.empty() : QueryParameters.of("suite", path);
    }

    public void forward(BeforeEnterEvent event) {
        event.forwardTo(path.split("\\?")[0]);
    }
}
