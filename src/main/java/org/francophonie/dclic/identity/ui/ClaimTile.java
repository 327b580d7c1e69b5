package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import java.util.Optional;
import org.francophonie.dclic.identity.service.AddressService;
import org.francophonie.dclic.platform.ui.HomeTile;
import org.springframework.core.annotation.Order;

/** Reminds of an address that was given and is still to be proved. */
@org.springframework.stereotype.Component
@Order(3)
class ClaimTile implements HomeTile {
    private final AddressService addresses;

    ClaimTile(AddressService addresses) {
        this.addresses = addresses;
    }

    @Override
    public String code() {
        return "home.claim";
    }

    @Override
    public Optional<Component> tile() {
        return addresses.mine().claimed().map(ClaimTile::tile);
    }

    private static Component tile(String address) {
        var ui = UI.getCurrent();
        var shown = new Span(address);
        shown.addClassName("strong");
        shown.getElement().setAttribute("dir", "auto");
        var tile = new Div(
                new Paragraph(ui.getTranslation("address.tile")),
                new Paragraph(shown),
                new RouterLink(ui.getTranslation("address.tile.do"), MoreView.class));
        tile.addClassName("card");
        return tile;
    }
}
