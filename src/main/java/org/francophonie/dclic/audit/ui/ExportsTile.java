package org.francophonie.dclic.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouterLink;
import java.util.Optional;
import org.francophonie.dclic.audit.service.ExportRequests;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.HomeTile;
import org.springframework.core.annotation.Order;

/** Somebody waits for a second administrator. */
@org.springframework.stereotype.Component
@Order(3)
class ExportsTile implements HomeTile {
    private final ExportRequests requests;
    private final Gate gate;
    private final Words words;

    ExportsTile(ExportRequests requests, Gate gate, Words words) {
        this.requests = requests;
        this.gate = gate;
        this.words = words;
    }

    @Override
    public String code() {
        return "home.exports";
    }

    @Override
    public Optional<Right> right() {
        return Optional.of(Right.EXPORT_AUDIT);
    }

    @Override
    public Optional<Component> tile() {
        if (!gate.allows(Right.EXPORT_AUDIT)) return Optional.empty();
        int waiting = requests.waiting().size();
        long answered = requests.mine().stream()
                .filter(request -> request.granted().isPresent())
                .count();
        if (waiting == 0 && answered == 0) return Optional.empty();
        var ui = UI.getCurrent();
        var tile = new Div(new H2(ui.getTranslation(code())));
        if (waiting > 0) tile.add(line(ui, "home.exports.waiting", waiting));
        if (answered > 0) tile.add(line(ui, "home.exports.answered", answered));
        tile.addClassName("card");
        return Optional.of(tile);
    }

    private Paragraph line(UI ui, String key, long number) {
        return new Paragraph(new RouterLink(words.count(ui.getLocale(), key, number), AuditView.class));
    }
}
