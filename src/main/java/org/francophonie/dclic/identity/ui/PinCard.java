package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.francophonie.dclic.identity.service.ClassService.Card;
import org.francophonie.dclic.platform.ui.RichText;

/** What a trainer prints for a learner: name, code, PIN, and squares that a camera reads. */
final class PinCard extends Div {
    private static final long serialVersionUID = 1;

    /** @param place where one signs in */
    PinCard(Card card, String place) {
        var name = new Paragraph(card.displayName());
        name.addClassName("strong");
        name.getElement().setAttribute("dir", "auto");
        var code = new Span(card.code());
        code.addClassName("code-line");
        var pin = new Span(card.pin());
        pin.addClassName("code-line");
        var where = new Paragraph(getTranslation("card.where", place));
        where.addClassName("muted");
        add(
                name,
                new Paragraph(code),
                new Paragraph(new Span(getTranslation("class.card.pin") + " "), pin),
                new RichText(QrCode.of(place + "?code=" + card.code(), getTranslation("card.qr"))),
                where);
        addClassNames("card", "id-card");
    }
}
