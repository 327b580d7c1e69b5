package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.francophonie.dclic.identity.Me;
import org.francophonie.dclic.identity.service.PersonService;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.start.Platform;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Onward;
import org.francophonie.dclic.platform.ui.RichText;

/** The code by which somebody signs in and is enrolled: to read, to copy, and as a card to print. */
@Route(value = "ma-carte", layout = MainLayout.class)
@ViewRight(Right.READ_OWN_ACCOUNT)
public final class CodeView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient PersonService people;
    private final transient Platform platform;
    private Onward onward = Onward.HOME;

    CodeView(PersonService people, Platform platform) {
        this.people = people;
        this.platform = platform;
        addClassName("narrow");
    }

    /** The card first, then the way on. */
    static Onward before(Onward next) {
        return new Onward(
                next.path().isEmpty()
                        ? "ma-carte"
                        : "ma-carte?suite=" + URLEncoder.encode(next.path(), StandardCharsets.UTF_8));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        onward = Onward.from(event.getLocation());
        removeAll();
        people.me().ifPresent(this::show);
    }

    private void show(Me me) {
        var copied = new Paragraph();
        copied.addClassNames("tick", "no-print");
        copied.getElement().setAttribute("role", "status");
        var copy = new NativeButton(getTranslation("card.copy"), _ -> {
            UI.getCurrent().getPage().executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", me.code());
            copied.setText(getTranslation("card.copied"));
        });
        copy.addClassName("button");
        var print = new NativeButton(
                getTranslation("card.print"), _ -> UI.getCurrent().getPage().executeJs("window.print()"));
        print.addClassName("button");
        var tools = new Div(copy, print);
        tools.addClassNames("row", "no-print");
        var go = new Button(getTranslation("card.go"), _ -> onward.go(UI.getCurrent()));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.addClassName("no-print");
        var lead = new Paragraph(getTranslation(people.hasPin() ? "card.lead.pin" : "card.lead"));
        lead.addClassName("no-print");
        add(
                new Crumbs(new RouterLink(getTranslation("place.more"), MoreView.class)),
                new H1(getTranslation("card.title")),
                lead,
                card(me),
                tools,
                copied,
                go);
        if (!onward.equals(Onward.HOME)) add(tour());
    }

    /** Somebody who has just joined may want to be shown around first. */
    private Component tour() {
        var tour = new Anchor("/app/bienvenue?" + onward.query().getQueryString(), getTranslation("tour.offer"));
        tour.addClassName("no-print");
        return tour;
    }

    private Component card(Me me) {
        var name = new Paragraph(me.displayName());
        name.addClassName("strong");
        name.getElement().setAttribute("dir", "auto");
        var code = new Span(me.code());
        code.addClassName("code-line");
        var place = platform.url("/app/connexion");
        var square = new Paragraph(getTranslation("card.square"));
        square.addClassNames("muted", "no-print");
        var where = new Paragraph(getTranslation("card.where", place));
        where.addClassName("muted");
        var card = new Div(
                name,
                new Paragraph(code),
                new RichText(QrCode.of(place + "?code=" + me.code(), getTranslation("card.qr"))),
                square,
                where);
        card.addClassNames("card", "id-card");
        return card;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("card.title") + " · D-CLIC";
    }
}
