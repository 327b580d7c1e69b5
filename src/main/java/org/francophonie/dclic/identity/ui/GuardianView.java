package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Locale;
import java.util.stream.Stream;
import org.francophonie.dclic.identity.service.ConsentService;
import org.francophonie.dclic.identity.service.ConsentService.Child;
import org.francophonie.dclic.platform.ui.Check;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.PlainButton;

/** Where the letter leads a guardian: who has joined, what is kept and why, and yes or no. No account is needed for it. */
@Route(value = "accord/:lien", layout = MainLayout.class)
@AnonymousAllowed
public final class GuardianView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    private final transient ConsentService consents;
    private String link = "";

    GuardianView(ConsentService consents) {
        this.consents = consents;
        addClassName("narrow");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        link = event.getRouteParameters().get("lien").orElse("");
        removeAll();
        add(new H1(getTranslation("guardian.title")));
        consents.look(link).ifPresentOrElse(this::ask, () -> consents.lookAtGiven(link)
                .ifPresentOrElse(this::offerWithdrawal, () -> say("guardian.over")));
    }

    /** The guardian agreed some time ago, and may think otherwise now. */
    private void offerWithdrawal(Child child) {
        var withdraw = new Button(getTranslation("guardian.withdraw"), _ -> {
            var done = consents.withdraw(link);
            told(done ? "guardian.withdrawn" : "guardian.over");
        });
        withdraw.setDisableOnClick(true);
        add(
                new Paragraph(getTranslation("guardian.given")),
                card(child),
                kept(),
                new Paragraph(getTranslation("guardian.withdraw.means")),
                withdraw);
    }

    private void ask(Child child) {
        var responsible = new Check(getTranslation("guardian.responsible"));
        var error = new ErrorLine();
        var agree = new Button(getTranslation("guardian.agree"), _ -> {
            if (responsible.isChecked()) decide(true);
            else error.say(getTranslation("guardian.check-first"));
        });
        agree.addThemeVariants(ButtonVariant.PRIMARY);
        var refuse = new PlainButton(getTranslation("guardian.refuse"), () -> askAgain(child));
        add(new Paragraph(getTranslation("guardian.lead")), card(child), kept(), responsible, error, agree, refuse);
    }

    private Div card(Child child) {
        var name = new Paragraph(child.displayName());
        name.addClassName("strong");
        name.getElement().setAttribute("dir", "auto");
        var code = new Span(child.code());
        code.addClassName("code-line");
        var card = new Div(name, new Paragraph(code));
        child.birthYear()
                .ifPresent(year -> card.add(new Paragraph(getTranslation("guardian.born", String.valueOf(year)))));
        child.country()
                .ifPresent(
                        country -> card.add(new Paragraph(Locale.of("", country).getDisplayCountry(getLocale()))));
        card.addClassName("card");
        return card;
    }

    private Div kept() {
        var list = new UnorderedList();
        Stream.of("who", "learning", "you", "never")
                .map(key -> new ListItem(getTranslation("guardian.kept." + key)))
                .forEach(list::add);
        var privacy = new Anchor("/confidentialite", getTranslation("page.confidentialite"));
        privacy.getElement().setAttribute("router-ignore", true);
        return new Div(new H2(getTranslation("guardian.kept")), list, privacy);
    }

    /** A refusal closes the account: that is said first. */
    private void askAgain(Child child) {
        removeAll();
        var refuse = new Button(getTranslation("guardian.refuse.sure"), _ -> decide(false));
        var back = new PlainButton(getTranslation("guardian.back"), () -> {
            removeAll();
            add(new H1(getTranslation("guardian.title")));
            ask(child);
        });
        add(
                new H1(getTranslation("guardian.title")),
                card(child),
                new Paragraph(getTranslation("guardian.refuse.means")),
                refuse,
                back);
        refuse.focus();
    }

    private void decide(boolean given) {
        var done = consents.decide(link, given, getLocale());
        if (done) told(given ? "guardian.agreed" : "guardian.refused");
        else told("guardian.over");
    }

    private void told(String key) {
        removeAll();
        add(new H1(getTranslation("guardian.title")));
        say(key);
    }

    private void say(String key) {
        var text = new Paragraph(getTranslation(key));
        text.getElement().setAttribute("role", "status");
        add(text);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("guardian.title") + " · D-CLIC";
    }
}
