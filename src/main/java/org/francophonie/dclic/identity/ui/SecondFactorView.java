package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.francophonie.dclic.identity.service.PasskeyService;
import org.francophonie.dclic.identity.service.Proven;
import org.francophonie.dclic.identity.service.SecondFactorService;
import org.francophonie.dclic.identity.service.SecondFactorService.Proposal;
import org.francophonie.dclic.identity.service.SecondFactorService.SetUp;
import org.francophonie.dclic.identity.service.SecondFactorService.State;
import org.francophonie.dclic.identity.service.SessionDoor;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.ui.Check;
import org.francophonie.dclic.platform.ui.Confirm;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.Download;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.NavigationGate;
import org.francophonie.dclic.platform.ui.Onward;
import org.francophonie.dclic.platform.ui.PlainButton;
import org.francophonie.dclic.platform.ui.RichText;
import org.francophonie.dclic.platform.ui.Toast;

/** The second factor of whoever is signed in: set up, asked for after the secret, looked after. */
@Route(value = NavigationGate.SECOND_FACTOR, layout = MainLayout.class)
@AnonymousAllowed // whoever has proved too little holds nothing yet
public final class SecondFactorView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final String SETUP_CODE = "second-factor-setup-code";

    private final transient SecondFactorService factors;
    private final transient PasskeyService passkeys;
    private final transient SessionDoor door;
    private final transient SessionButtons buttons;
    private Onward onward = Onward.HOME;

    SecondFactorView(SecondFactorService factors, PasskeyService passkeys, SessionDoor door, SessionButtons buttons) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.door = door;
        this.buttons = buttons;
        addClassName("narrow");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        onward = Onward.from(event.getLocation());
        if (Actors.current().isVisitor()) event.forwardTo(NavigationGate.SIGN_IN, onward.query());
        else show();
    }

    private void show() {
        var state = factors.mine();
        removeAll();
        if (!state.isOwed()) add(new Crumbs(new RouterLink(getTranslation("place.more"), MoreView.class)));
        add(new H1(getTranslation("second.title")));
        if (state.needsSetupCode() && setupCode().isEmpty()) identifying(state);
        else if (state.since().isEmpty()) settingUp(state);
        else if (state.isOwed()) asking(state);
        else looking(state);
        if (state.isOwed()) add(buttons.leave());
    }

    /** The code of the phone, or one of the list. */
    private void asking(State state) {
        var hasKeys = !passkeys.mine().isEmpty();
        if (hasKeys)
            add(new PasskeyButton(
                    PasskeyButton.Act.SIGN,
                    getTranslation("passkey.ask"),
                    getTranslation("passkey.use"),
                    passkeys::askKnown,
                    (question, answer) -> enter(passkeys.prove(question, answer))));
        var own = state.hasApplication() ? "second." : "second.list.";
        add(new Paragraph(getTranslation(own + "ask")));
        var form = new CodeForm(
                own + "code", own + "code.help", "second.go", typed -> enter(factors.prove(typed, here())));
        if (!state.hasApplication()) form.saysWhenWrong("second.list.wrong");
        add(hasKeys ? form : form.first());
        add(new NativeDetails(getTranslation("second.lost"), new Paragraph(getTranslation("second.lost.help"))));
    }

    private void enter(Proven proven) {
        door.prove(proven, request());
        onward.go(UI.getCurrent());
    }

    /** Somebody may know the password: whoever sets up the first one reads the box of the account, or was seen by somebody. */
    private void identifying(State state) {
        add(new Paragraph(getTranslation("second.why.staff")));
        var known = new Paragraph();
        known.getElement().setAttribute("role", "status");
        var form = new CodeForm("second.setup.code", "second.setup.code.help", "second.go", typed -> {
            factors.checkSetupCode(typed);
            VaadinSession.getCurrent().setAttribute(SETUP_CODE, typed);
            show();
        });
        form.saysWhenWrong("second.setup.wrong");
        state.letterTo()
                .ifPresentOrElse(
                        address -> add(
                                new Paragraph(getTranslation("second.setup.letter", address)),
                                new Button(getTranslation("second.setup.send"), _ -> {
                                    var shown = factors.sendSetupCode();
                                    known.setText(shown.map(code -> getTranslation("second.setup.shown", code))
                                            .orElseGet(() -> getTranslation("second.setup.sent", address)));
                                    form.first();
                                }),
                                known),
                        () -> add(new Paragraph(getTranslation("second.setup.no-address"))));
        add(form);
        if (state.letterTo().isPresent())
            add(new NativeDetails(
                    getTranslation("second.setup.nothing"),
                    new Paragraph(getTranslation("second.setup.nothing.help"))));
    }

    private static Optional<String> setupCode() {
        return Optional.ofNullable((String) VaadinSession.getCurrent().getAttribute(SETUP_CODE));
    }

    private void settingUp(State state) {
        var proposal = proposal();
        if (state.since().isEmpty())
            add(
                    new Paragraph(getTranslation(state.isRequired() ? "second.why.staff" : "second.why")),
                    making("passkey.first", "passkey.make"),
                    new H2(getTranslation("second.by-application")));
        var app = new ListItem(getTranslation("second.app"));
        var scan = new ListItem(
                new Paragraph(getTranslation("second.scan")),
                new RichText(QrCode.of(proposal.address(), getTranslation("second.qr"))),
                here(proposal),
                typing(proposal));
        var steps = new OrderedList(app, scan, new ListItem(getTranslation("second.first")));
        steps.addClassName("steps");
        var form = new CodeForm(
                "second.code",
                "second.code.app",
                "second.set",
                typed -> made(() -> Optional.of(factors.set(proposal, typed, setupCode(), here()))));
        form.digits();
        add(steps, form);
    }

    /** With the first one come the codes of the list. */
    private void made(Supplier<Optional<SetUp>> make) {
        Optional<SetUp> done;
        try {
            done = make.get();
        } catch (AccessRefused refused) { // the code of the letter is too old meanwhile, or was used in another tab
            if (setupCode().isEmpty()) throw refused;
            VaadinSession.getCurrent().setAttribute(SETUP_CODE, null);
            show();
            Toast.keep(getTranslation("second.setup.wrong"));
            return;
        }
        VaadinSession.getCurrent().setAttribute(Proposal.class, null);
        VaadinSession.getCurrent().setAttribute(SETUP_CODE, null);
        done.ifPresent(first -> door.prove(first.proven(), request()));
        var codes = done.map(SetUp::codes).orElse(List.of());
        if (!codes.isEmpty()) {
            keep(codes);
            return;
        }
        show();
        Toast.show(getTranslation("second.added"));
    }

    /** The same until the page is left: whoever reloads it has scanned it already. */
    private Proposal proposal() {
        var session = VaadinSession.getCurrent();
        var known = session.getAttribute(Proposal.class);
        if (known != null) return known;
        var fresh = factors.propose();
        session.setAttribute(Proposal.class, fresh);
        return fresh;
    }

    /** Its scheme is none that pages know; a phone with such an application does. */
    private Anchor here(Proposal proposal) {
        var link = new Anchor();
        link.setText(getTranslation("second.here"));
        link.setUnsafeHref(proposal.address());
        return link;
    }

    private Component typing(Proposal proposal) {
        var letters = new Paragraph(String.join(" ", proposal.letters().split("(?<=\\G.{4})")));
        letters.addClassName("key-line");
        letters.getElement().setAttribute("dir", "ltr");
        return new NativeDetails(getTranslation("second.type"), letters);
    }

    /** The list is shown once. */
    private void keep(List<String> codes) {
        removeAll();
        var title = new H1(getTranslation("second.codes"));
        title.getElement().setAttribute("tabindex", "-1").executeJs("this.focus()");
        var list = new UnorderedList();
        list.addClassName("codes");
        codes.forEach(code -> list.add(new ListItem(code)));
        var print = new NativeButton(
                getTranslation("second.print"), _ -> UI.getCurrent().getPage().executeJs("window.print()"));
        print.addClassName("button");
        var file = Download.text(
                getTranslation("second.codes.file"),
                "d-clic-codes.txt",
                "text/plain",
                () -> String.join("\r\n", codes) + "\r\n");
        file.addClassName("button");
        var tools = new Div(print, file);
        tools.addClassNames("row", "no-print");
        var kept = new Check(getTranslation("second.codes.kept"));
        kept.addClassName("no-print");
        var error = new ErrorLine();
        var go = new Button(getTranslation("second.go"), _ -> {
            if (kept.isChecked()) onward.go(UI.getCurrent());
            else error.say(getTranslation("second.codes.keep"));
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.addClassName("no-print");
        add(title, new Paragraph(getTranslation("second.codes.help")), list, tools, kept, error, go);
    }

    private void looking(State state) {
        var since = Moment.day(state.since().orElseThrow());
        var other = state.hasApplication() ? "second.other" : "second.application";
        add(
                new Paragraph(getTranslation(state.hasApplication() ? "second.since" : "second.since.passkey", since)),
                new Paragraph(getTranslation("second.left", state.codesLeft())),
                new PlainButton(getTranslation("second.renew"), () -> keep(factors.renewCodes(here()))),
                keys(),
                new H2(getTranslation(other)),
                new PlainButton(getTranslation(other + ".set"), () -> {
                    removeAll();
                    add(new H1(getTranslation(other)));
                    settingUp(state);
                    add(new PlainButton(getTranslation("confirm.no"), this::show));
                }));
        if (state.hasApplication() && !passkeys.mine().isEmpty())
            add(Confirm.behind(
                    getTranslation("second.application.remove"),
                    () -> getTranslation("second.application.remove.sure"),
                    () -> {
                        factors.removeApplication(here());
                        Toast.show(getTranslation("second.application.removed"));
                        show();
                    },
                    this::show));
        if (!state.isRequired()) add(new H2(getTranslation("second.remove")), removing());
    }

    private Component keys() {
        var list = new PasskeyList(
                passkeys.mine(),
                passkeys.mayRemove(),
                key -> {
                    passkeys.remove(key.id(), here());
                    show();
                    Toast.show(getTranslation("passkey.removed"));
                },
                this::show);
        return new Div(list, making("passkey.empty", "passkey.more"));
    }

    /** What may stand in the way is asked before the device makes a key; only where the browser knows such keys. */
    private Component making(String why, String words) {
        var place = new Div();
        place.getElement().executeJs("this.hidden = !window.PublicKeyCredential");
        var begin = new NativeButton(getTranslation(words));
        begin.addClassName("button");
        begin.addClickListener(_ -> {
            if (!passkeys.mayAdd()) {
                Toast.keep(getTranslation("passkey.most"));
                return;
            }
            place.removeAll();
            place.add(new PasskeyButton(
                    PasskeyButton.Act.MAKE,
                    getTranslation("passkey.more.why"),
                    getTranslation("passkey.go"),
                    passkeys::askNew,
                    (question, answer) -> made(() -> passkeys.add(question, answer, setupCode(), here()))));
        });
        place.add(new Paragraph(getTranslation(why)), begin);
        return place;
    }

    private Component removing() {
        return Confirm.behind(
                getTranslation("second.remove"),
                () -> getTranslation("second.remove.sure"),
                () -> {
                    door.prove(factors.remove(here()), request());
                    Toast.show(getTranslation("second.removed"));
                    show();
                },
                this::show);
    }

    private Optional<UUID> here() {
        return door.current(request());
    }

    private static HttpServletRequest request() {
        return VaadinServletRequest.getCurrent().getHttpServletRequest();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("second.title") + " · D-CLIC";
    }
}
