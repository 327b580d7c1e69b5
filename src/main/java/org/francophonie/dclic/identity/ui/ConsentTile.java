package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouterLink;
import java.util.Optional;
import org.francophonie.dclic.identity.service.ConsentService;
import org.francophonie.dclic.platform.ui.HomeTile;
import org.springframework.core.annotation.Order;

/** Reminds a minor that a guardian has still to agree. */
@org.springframework.stereotype.Component
@Order(1)
class ConsentTile implements HomeTile {
    private final ConsentService consents;

    ConsentTile(ConsentService consents) {
        this.consents = consents;
    }

    @Override
    public String code() {
        return "home.consent";
    }

    @Override
    public boolean isUrgent() {
        return true;
    }

    @Override
    public Optional<Component> tile() {
        return consents.mine().map(mine -> {
            var ui = UI.getCurrent();
            var key = mine.guardian().isPresent() ? "consent.tile.asked" : "consent.tile";
            var tile = new Div(
                    new Paragraph(ui.getTranslation(key)),
                    new RouterLink(ui.getTranslation(key + ".do"), MoreView.class));
            tile.addClassName("card");
            return tile;
        });
    }
}
