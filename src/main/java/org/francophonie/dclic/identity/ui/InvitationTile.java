package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import org.francophonie.dclic.identity.service.InvitationService;
import org.francophonie.dclic.identity.service.InvitationService.Invitation;
import org.francophonie.dclic.platform.ui.HomeTile;
import org.francophonie.dclic.platform.ui.PlainButton;
import org.springframework.core.annotation.Order;

/** A class asks somebody in: by whom, what its trainers will see, and yes or no. */
@org.springframework.stereotype.Component
@Order(2)
class InvitationTile implements HomeTile {
    private final InvitationService invitations;

    InvitationTile(InvitationService invitations) {
        this.invitations = invitations;
    }

    @Override
    public String code() {
        return "home.invitations";
    }

    @Override
    public boolean isUrgent() {
        return true;
    }

    @Override
    public Optional<Component> tile() {
        var mine = invitations.mine();
        if (mine.isEmpty()) return Optional.empty();
        var all = new Div();
        mine.forEach(one -> all.add(card(one)));
        return Optional.of(all);
    }

    private Component card(Invitation invitation) {
        var card = new Div();
        card.addClassName("card");
        var title = new H2(card.getTranslation("invitation.title", invitation.className()));
        title.getElement().setAttribute("dir", "auto");
        var accept = new Button(card.getTranslation("invitation.accept"), _ -> {
            invitations.accept(invitation.group());
            told(card, "invitation.accepted", invitation);
        });
        accept.setDisableOnClick(true);
        var decline = new PlainButton(card.getTranslation("invitation.decline"), () -> {
            invitations.decline(invitation.group());
            told(card, "invitation.declined", invitation);
        });
        var answers = new Div(accept, decline);
        answers.addClassName("row");
        card.add(title, new Paragraph(card.getTranslation("invitation.text", invitation.from())), answers);
        return card;
    }

    private static void told(Div card, String key, Invitation invitation) {
        card.removeAll();
        var told = new Paragraph(card.getTranslation(key, invitation.className()));
        told.getElement().setAttribute("role", "status");
        card.add(told);
    }
}
