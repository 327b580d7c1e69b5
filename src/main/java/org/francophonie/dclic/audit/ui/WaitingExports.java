package org.francophonie.dclic.audit.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.stream.Collectors;
import org.francophonie.dclic.audit.service.ExportRequests;
import org.francophonie.dclic.audit.service.ExportRequests.Request;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.PlainButton;
import org.francophonie.dclic.platform.ui.Toast;
import org.francophonie.dclic.rights.Directory;

/** Files that others ask for: who, about how many people, why; agreed to or not. */
final class WaitingExports extends Div {
    private static final long serialVersionUID = 1;

    private final transient ExportRequests requests;
    private final transient Directory directory;

    WaitingExports(ExportRequests requests, Directory directory) {
        this.requests = requests;
        this.directory = directory;
        show();
    }

    private void show() {
        removeAll();
        var waiting = requests.waiting();
        if (waiting.isEmpty()) return;
        add(new H2(getTranslation("export.waiting")));
        var names = directory.people(waiting.stream().map(Request::by).collect(Collectors.toSet()));
        for (var request : waiting) {
            var who = names.get(request.by());
            add(card(request, who == null ? getTranslation("retention.log.gone") : who.displayName()));
        }
    }

    private Div card(Request request, String who) {
        var facts =
                new Paragraph(getTranslation("export.wants", who, request.people(), Moment.minute(request.askedAt())));
        facts.getElement().setAttribute("dir", "auto");
        var reason = new Paragraph(request.reason().orElse("–"));
        reason.getElement().setAttribute("dir", "auto");
        var look = new Anchor("/app/admin/audit" + (request.address().isEmpty() ? "" : "?" + request.address()));
        look.setText(getTranslation("export.look"));
        var ways = new Div(
                new Button(getTranslation("export.grant"), _ -> decide(request, true)),
                new PlainButton(getTranslation("export.refuse"), () -> decide(request, false)),
                look);
        ways.addClassName("row");
        var card = new Div();
        card.add(List.of(facts, reason, ways));
        card.addClassName("card");
        return card;
    }

    private void decide(Request request, boolean granted) {
        requests.decide(request.id(), granted);
        show();
        Toast.show(getTranslation(granted ? "export.granted" : "export.was-refused"));
    }
}
