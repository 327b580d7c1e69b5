package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.francophonie.dclic.identity.service.SessionDoor;
import org.francophonie.dclic.identity.service.SessionsDesk;
import org.francophonie.dclic.identity.service.SessionsDesk.Line;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.AdminPage;
import org.francophonie.dclic.platform.ui.AdminView;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.Pages;
import org.francophonie.dclic.platform.ui.PlainButton;
import org.francophonie.dclic.platform.ui.Rows;
import org.francophonie.dclic.platform.ui.Toast;

/** Who is signed in now, where, since when and on which node. */
@Route(value = "admin/sessions", layout = MainLayout.class)
@ViewRight(Right.READ_SESSION)
@AdminPage(value = "sessions.title", order = 40)
public final class SessionsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient SessionsDesk sessions;
    private final transient SessionDoor door;
    private final transient Gate gate;
    private final transient Words words;

    SessionsView(SessionsDesk sessions, SessionDoor door, Gate gate, Words words) {
        this.sessions = sessions;
        this.door = door;
        this.gate = gate;
        this.words = words;
    }

    /** One session in a line: browser, network, node, since when and when used last. */
    static String words(Line line) {
        return where(line) + " · " + when(line);
    }

    private static String where(Line line) {
        var facts = new ArrayList<String>();
        facts.add(line.browser());
        line.address().ifPresent(facts::add);
        facts.add(word("sessions.node", line.node()));
        return String.join(" · ", facts);
    }

    private static String when(Line line) {
        return word("sessions.since", Moment.minute(line.since())) + " · "
                + word("sessions.used", Moment.minute(line.lastAct()));
    }

    private static String word(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(Pages.asked(event.getLocation().getQueryParameters()));
    }

    private void show(int page) {
        removeAll();
        var lines = sessions.list(page);
        add(
                new Crumbs(new RouterLink(getTranslation("place.admin"), AdminView.class)),
                new H1(getTranslation("sessions.title")),
                new Paragraph(words.count(getLocale(), "sessions.count", sessions.count())),
                lines.isEmpty() ? new Paragraph(getTranslation("sessions.none")) : rows(lines, page),
                new Pages(SessionsView.class, Map.of(), page, lines.size() == SessionsDesk.PAGE));
    }

    private Component rows(List<Line> lines, int page) {
        var rows = new Rows(
                getTranslation("sessions.title"),
                getTranslation("people.name"),
                getTranslation("sessions.where"),
                getTranslation("sessions.when"),
                getTranslation("sessions.act"));
        var here = door.current(VaadinServletRequest.getCurrent().getHttpServletRequest());
        for (var line : lines) {
            var link = new RouterLink(line.displayName(), PersonView.class, PersonView.parameters(line.person()));
            link.getElement().setAttribute("dir", "auto");
            var mine = here.filter(line.id()::equals).isPresent();
            var where = mine ? getTranslation("more.device.here") + " · " + where(line) : where(line);
            rows.row(
                    link,
                    Rows.text(where),
                    Rows.text(when(line)),
                    gate.allows(Right.END_SESSION, line.person()) ? end(line, page) : new Div());
        }
        return rows;
    }

    private Component end(Line line, int page) {
        var button = new PlainButton(getTranslation("sessions.end"), () -> {
            sessions.end(line.person(), line.id());
            show(page);
            Toast.show(getTranslation("sessions.ended"));
        });
        button.getElement().setAttribute("aria-label", getTranslation("sessions.end-of", line.displayName()));
        return button;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("sessions.title") + " · D-CLIC";
    }
}
