package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.francophonie.dclic.identity.service.AddressService;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.ui.MainLayout;

/** Where the link of a letter leads: the address is proved by a press, not by the opening alone, which machines do too. */
@Route(value = "confirmer/:lien", layout = MainLayout.class)
@AnonymousAllowed
public final class ConfirmAddressView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient AddressService addresses;
    private String link = "";

    ConfirmAddressView(AddressService addresses) {
        this.addresses = addresses;
        addClassName("narrow");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        link = event.getRouteParameters().get("lien").orElse("");
        removeAll();
        add(new H1(getTranslation("confirm-address.title")));
        addresses.look(link).ifPresentOrElse(this::ask, () -> add(say("confirm-address.over"), onward()));
    }

    private void ask(String address) {
        var shown = new Paragraph(address);
        shown.addClassName("strong");
        shown.getElement().setAttribute("dir", "auto");
        var confirm = new Button(getTranslation("confirm-address.confirm"), _ -> confirm());
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.setDisableOnClick(true);
        add(say("confirm-address.lead"), shown, confirm);
    }

    private void confirm() {
        var done = addresses.confirm(link);
        removeAll();
        add(
                new H1(getTranslation(done ? "confirm-address.done.title" : "confirm-address.title")),
                say(done ? "confirm-address.done" : "confirm-address.over"),
                onward());
    }

    private Paragraph say(String key) {
        var text = new Paragraph(getTranslation(key));
        text.getElement().setAttribute("role", "status");
        return text;
    }

    private RouterLink onward() {
        var link = new RouterLink(
                getTranslation(Actors.current().isVisitor() ? "sign-in.title" : "place.more"),
                Actors.current().isVisitor() ? SignInView.class : MoreView.class);
        link.addClassNames("button", "main");
        return link;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("confirm-address.title") + " · D-CLIC";
    }
}
