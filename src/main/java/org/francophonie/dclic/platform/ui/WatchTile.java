package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.Optional;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.errors.IncidentService;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.mail.OutboxService;
import org.springframework.core.annotation.Order;

/** What whoever runs the platform looks at first: what went wrong lately, and which letters did not leave. */
@org.springframework.stereotype.Component
@Order(4)
class WatchTile implements HomeTile {
    private final IncidentService incidents;
    private final OutboxService outbox;
    private final Gate gate;
    private final Words words;

    WatchTile(IncidentService incidents, OutboxService outbox, Gate gate, Words words) {
        this.incidents = incidents;
        this.outbox = outbox;
        this.gate = gate;
        this.words = words;
    }

    @Override
    public String code() {
        return "home.watch";
    }

    @Override
    public Optional<Right> right() {
        return Optional.of(Right.READ_INCIDENT);
    }

    @Override
    public Optional<Component> tile() {
        if (!gate.allows(Right.READ_INCIDENT)) return Optional.empty();
        var ui = UI.getCurrent();
        var links = new ArrayList<RouterLink>();
        links.add(new RouterLink(
                words.count(ui.getLocale(), "home.watch.incidents", incidents.lately()), IncidentsView.class));
        if (gate.allows(Right.READ_MAIL)) {
            var failed = outbox.counts().getOrDefault(OutboxService.State.FAILED, 0L);
            var link = new RouterLink(words.count(ui.getLocale(), "home.watch.letters", failed), OutboxView.class);
            link.setQueryParameters(QueryParameters.of("etat", OutboxService.State.FAILED.name()));
            links.add(link);
        }
        var tile = new Div(new H2(ui.getTranslation(code())));
        links.forEach(link -> tile.add(new Paragraph(link)));
        tile.addClassName("card");
        return Optional.of(tile);
    }
}
