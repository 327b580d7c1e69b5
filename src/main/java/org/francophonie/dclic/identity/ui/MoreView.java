package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.identity.Me;
import org.francophonie.dclic.identity.service.AddressService;
import org.francophonie.dclic.identity.service.ConsentService;
import org.francophonie.dclic.identity.service.MyDevices;
import org.francophonie.dclic.identity.service.MyDevices.MyDevice;
import org.francophonie.dclic.identity.service.PersonService;
import org.francophonie.dclic.identity.service.SessionDoor;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.ui.Icon;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.Place;
import org.francophonie.dclic.platform.ui.PlainButton;
import org.francophonie.dclic.platform.ui.PublicPage;
import org.francophonie.dclic.platform.ui.ScreenParts;
import org.francophonie.dclic.platform.ui.SparePlaces;
import org.francophonie.dclic.rights.ui.OwnScreensView;

/** What has no place of its own on a phone: who one is here, the language, help, the way out. */
@Route(value = "plus", layout = MainLayout.class)
@ViewRight(Right.READ_OWN_ACCOUNT)
@Place(value = "place.more", icon = Icon.PERSON, order = 9)
public final class MoreView extends Div implements HasDynamicTitle {
    private static final long serialVersionUID = 1;

    MoreView(
            PersonService people,
            Gate gate,
            AddressService addresses,
            ConsentService consents,
            MyDevices devices,
            SessionDoor door,
            Acting acting,
            ScreenParts parts,
            SessionButtons buttons) {
        addClassName("more");
        add(new H1(getTranslation("place.more")), new SparePlaces(parts));
        people.me()
                .ifPresent(
                        me -> add(who(me, people, gate.allows(Right.CHANGE_OWN_ACCOUNT)), new AddressPanel(addresses)));
        if (consents.mine().isPresent()) add(new ConsentPanel(consents));
        var languages = new Div(new H2(getTranslation("more.language")), buttons.languages());
        var help = new Div(new H2(getTranslation("more.help")), links());
        acting.choice().ifPresent(this::add);
        add(languages, help);
        var here = door.current(VaadinServletRequest.getCurrent().getHttpServletRequest());
        var list = devices.list();
        if (!list.isEmpty()) add(new Div(new H2(getTranslation("more.devices")), devices(list, devices, here)));
        add(new Paragraph(buttons.leave()));
    }

    private Component devices(List<MyDevice> known, MyDevices devices, Optional<UUID> here) {
        var list = new UnorderedList();
        list.addClassName("report");
        for (var device : known) {
            var item = new ListItem(new Span(line(device, here) + " "));
            if (here.filter(device.id()::equals).isEmpty())
                item.add(new PlainButton(getTranslation("more.device.forget"), () -> {
                    devices.forget(device.id());
                    item.removeAll();
                    item.add(new Span(getTranslation("more.device.forgotten", device.browser())));
                }));
            list.add(item);
        }
        return list;
    }

    private String line(MyDevice device, Optional<UUID> here) {
        var facts = new ArrayList<String>();
        facts.add(device.browser());
        if (here.filter(device.id()::equals).isPresent()) facts.add(getTranslation("more.device.here"));
        else
            facts.add(getTranslation(
                    device.isOpen() ? "more.device.open" : "more.device.closed", Moment.minute(device.usedAt())));
        if (device.isRemembered()) facts.add(getTranslation("more.device.remembered"));
        return String.join(" · ", facts);
    }

    private Component who(Me me, PersonService people, boolean mayChange) {
        var code = new Span(me.code());
        code.addClassName("code-line");
        var card = new Div(
                new NamePanel(people, me.displayName(), mayChange),
                new Paragraph(new Span(getTranslation("more.code") + " "), code),
                new Paragraph(new RouterLink(getTranslation("more.card"), CodeView.class)),
                new Paragraph(new RouterLink(getTranslation("change-secret.title"), SecretChangeView.class)),
                new Paragraph(new RouterLink(getTranslation("second.title"), SecondFactorView.class)),
                new Paragraph(new RouterLink(getTranslation("own-screens.title"), OwnScreensView.class)),
                new Paragraph(new RouterLink(getTranslation("my-data.title"), MyDataView.class)));
        card.addClassName("card");
        return card;
    }

    private Component links() {
        var links = new Div();
        links.addClassName("row");
        for (var page : List.of("aide", "confidentialite", "accessibilite", "a-propos"))
            links.add(new PublicPage(page, getTranslation("page." + page)));
        return links;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("place.more") + " · D-CLIC";
    }
}
