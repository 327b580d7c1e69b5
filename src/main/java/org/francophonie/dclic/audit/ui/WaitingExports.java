package org.francophonie.dclic.audit.ui;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.francophonie.dclic.audit.service.ExportRequests;
import org.francophonie.dclic.audit.service.ExportRequests.Request;
import org.francophonie.dclic.platform.i18n.Words;
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
        var mine = requests.mine();
        if (!mine.isEmpty()) add(new H2(getTranslation("export.mine")));
        mine.forEach(request -> add(own(request)));
        var waiting = requests.waiting();
        if (waiting.isEmpty()) return;
        add(new H2(getTranslation("export.waiting")));
        var names = directory.people(waiting.stream().map(Request::by).collect(Collectors.toSet()));
        for (var request : waiting) {
            var who = names.get(request.by());
            add(card(request, who == null ? getTranslation("retention.log.gone") : who.displayName()));
        }
    }

    private Paragraph own(Request request) {
        var answer = request.granted()
                .map(granted -> getTranslation(granted ? "export.mine.granted" : "export.mine.refused"))
                .orElseGet(() -> getTranslation("export.mine.waits"));
        return new Paragraph(
                new Text(getTranslation("export.mine.line", request.people(), Moment.minute(request.askedAt()), answer)
                        + " "),
                look(request, "export.again"));
    }

    private Anchor look(Request request, String words) {
        var look = new Anchor("/app/admin/audit" + (request.address().isEmpty() ? "" : "?" + request.address()));
        look.setText(getTranslation(words));
        return look;
    }

    /** What is looked for, field by field. */
    private String said(Request request) {
        var fields =
                AuditQuery.of(QueryParameters.fromString(request.address())).parameters();
        return fields.isEmpty()
                ? getTranslation("export.everything")
                : fields.entrySet().stream()
                        .map(field -> getTranslation("export.by." + field.getKey()) + " = " + value(field))
                        .collect(Collectors.joining(" ; "));
    }

    private String value(Map.Entry<String, String> field) {
        var key =
                switch (field.getKey()) {
                    case "nature" -> "audit.nature." + field.getValue();
                    case "issue" -> "audit.outcome." + field.getValue();
                    case "droit" -> "right." + field.getValue();
                    default -> "";
                };
        return Words.has(key) ? getTranslation(key) : field.getValue();
    }

    private Div card(Request request, String who) {
        var facts =
                new Paragraph(getTranslation("export.wants", who, request.people(), Moment.minute(request.askedAt())));
        facts.getElement().setAttribute("dir", "auto");
        var reason = new Paragraph(request.reason().orElse("–"));
        reason.getElement().setAttribute("dir", "auto");
        var asked = new Paragraph(getTranslation("export.about", said(request)));
        asked.getElement().setAttribute("dir", "auto");
        var ways = new Div(
                new Button(getTranslation("export.grant"), _ -> decide(request, true)),
                new PlainButton(getTranslation("export.refuse"), () -> decide(request, false)),
                look(request, "export.look"));
        ways.addClassName("row");
        var card = new Div();
        card.add(List.of(facts, asked, reason, ways));
        card.addClassName("card");
        return card;
    }

    private void decide(Request request, boolean granted) {
        var counts = requests.decide(request.id(), granted);
        show();
        Toast.show(getTranslation(!counts ? "export.too-late" : granted ? "export.granted" : "export.was-refused"));
    }
}
