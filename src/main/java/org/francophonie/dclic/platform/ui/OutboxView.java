package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.mail.OutboxService;
import org.francophonie.dclic.platform.mail.OutboxService.MailRow;
import org.francophonie.dclic.platform.mail.OutboxService.State;
import org.francophonie.dclic.platform.mail.TestLetter;
import org.francophonie.dclic.platform.start.Platform;

/** The letters of the platform: what left, what waits and why, and what a person has to decide. Which ones stand in the URL. */
@Route(value = "admin/courrier", layout = MainLayout.class)
@ViewRight(Right.READ_MAIL)
@AdminPage(value = "mail.title", order = 60)
public final class OutboxView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient OutboxService outbox;
    private final transient TestLetter test;
    private final transient Gate gate;
    private final transient Platform platform;

    OutboxView(OutboxService outbox, TestLetter test, Gate gate, Platform platform) {
        this.outbox = outbox;
        this.test = test;
        this.gate = gate;
        this.platform = platform;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        var state = asked.getSingleParameter("etat").flatMap(OutboxView::state);
        show(state, Pages.asked(asked));
    }

    private static Optional<State> state(String text) {
        return Stream.of(State.values())
                .filter(state -> state.name().equals(text))
                .findFirst();
    }

    private void show(Optional<State> state, int page) {
        removeAll();
        add(
                new Crumbs(new RouterLink(getTranslation("place.admin"), AdminView.class)),
                new H1(getTranslation("mail.title")));
        if (platform.environment() != Platform.Environment.PRODUCTION)
            add(new Paragraph(getTranslation("mail.nothing-leaves")));
        if (gate.allows(Right.SEND_MAIL)) add(testing());
        add(states(state));
        var rows = outbox.list(state, page);
        if (rows.isEmpty()) add(new Paragraph(getTranslation("mail.empty")));
        for (var row : rows) add(card(row, () -> show(state, page)));
        add(new Pages(OutboxView.class, asked(state), page, rows.size() == OutboxService.PAGE));
    }

    /** What becomes of it is seen in the list, and in one's own box. */
    private Component testing() {
        return new Paragraph(new PlainButton(getTranslation("mail.test"), () -> {
            var sent = test.send();
            if (sent) {
                outbox.sendDue();
                show(Optional.empty(), 0);
            }
            Toast.show(getTranslation(sent ? "mail.test.sent" : "mail.test.no-address"));
        }));
    }

    private Component states(Optional<State> chosen) {
        var counts = outbox.counts();
        var nav = new Nav();
        nav.addClassName("row");
        nav.getElement().setAttribute("aria-label", getTranslation("mail.states"));
        nav.add(link(getTranslation("mail.state.all"), Optional.empty(), chosen.isEmpty()));
        for (var state : State.values()) {
            var count = counts.getOrDefault(state, 0L);
            if (count > 0 || chosen.filter(state::equals).isPresent())
                nav.add(link(
                        getTranslation("mail.state." + state) + " (" + count + ")",
                        Optional.of(state),
                        chosen.filter(state::equals).isPresent()));
        }
        return nav;
    }

    private RouterLink link(String words, Optional<State> state, boolean current) {
        var link = new RouterLink(words, OutboxView.class);
        link.setQueryParameters(QueryParameters.simple(asked(state)));
        if (current) link.getElement().setAttribute("aria-current", "page");
        return link;
    }

    private static Map<String, String> asked(Optional<State> state) {
        return state.map(chosen -> Map.of("etat", chosen.name())).orElse(Map.of());
    }

    private Component card(MailRow row, Runnable changed) {
        var recipient = new Span(row.recipient());
        recipient.addClassName("strong");
        recipient.getElement().setAttribute("dir", "auto");
        var facts = new Paragraph(getTranslation("mail.kind." + row.kind()) + " · " + Moment.minute(row.createdAt()));
        facts.addClassName("muted");
        var card =
                new Div(new Paragraph(recipient, new Span(" · " + getTranslation("mail.state." + row.state()))), facts);
        card.addClassName("card");
        if (!row.problem().isEmpty()) {
            var problem = new Paragraph(getTranslation("mail.problem", row.problem(), row.tries()));
            problem.addClassName("warn");
            card.add(problem);
        }
        row.body().ifPresent(body -> card.add(letter(row.subject().orElse(""), body)));
        if (gate.allows(Right.SEND_MAIL)) card.add(decisions(row, changed));
        return card;
    }

    private Component letter(String subject, String body) {
        var text = new Pre(body);
        text.addClassName("letter");
        text.getElement().setAttribute("dir", "auto");
        return new NativeDetails(subject, text);
    }

    private Component decisions(MailRow row, Runnable changed) {
        var ways = new Div();
        ways.addClassName("row");
        if (row.canGoAgain())
            ways.add(new PlainButton(getTranslation("mail.again"), () -> {
                outbox.again(row.id());
                outbox.sendDue();
                changed.run();
            }));
        if (row.state() == State.UNCERTAIN)
            ways.add(new PlainButton(getTranslation("mail.leave"), () -> {
                outbox.leave(row.id());
                changed.run();
            }));
        return ways;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("mail.title") + " · D-CLIC";
    }
}
