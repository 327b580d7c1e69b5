package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.francophonie.dclic.identity.domain.NewLearner;
import org.francophonie.dclic.identity.service.ClassRefused;
import org.francophonie.dclic.identity.service.ClassService;
import org.francophonie.dclic.identity.service.ClassService.ClassLine;
import org.francophonie.dclic.identity.service.ClassService.Learner;
import org.francophonie.dclic.identity.service.ClassroomService;
import org.francophonie.dclic.identity.service.ConsentService;
import org.francophonie.dclic.identity.service.InvitationService;
import org.francophonie.dclic.identity.service.SessionDoor;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.drafts.DraftService;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ids.GroupId;
import org.francophonie.dclic.platform.start.Platform;
import org.francophonie.dclic.platform.ui.Check;
import org.francophonie.dclic.platform.ui.Confirm;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.DraftArea;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.PlainButton;

/** One class: its learners, those to be added, the devices that it shares, and the way to the roll-call. */
@Route(value = "classes/:id", layout = MainLayout.class)
@ViewRight(Right.READ_CLASS)
public final class ClassView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;

    /** A hundred names and years. */
    private static final int LONGEST_LIST = 8000;

    private final transient ClassService classes;
    private final transient ClassroomService classroom;
    private final transient InvitationService invitations;
    private final transient ConsentService consents;
    private final transient DraftService drafts;
    private final transient SessionDoor door;
    private final transient Platform platform;
    private final transient Words words;
    private transient ClassLine shown = ClassLine.NONE;
    private final Div told = new Div();
    private final Div asking = new Div();

    ClassView(
            ClassService classes,
            ClassroomService classroom,
            InvitationService invitations,
            ConsentService consents,
            DraftService drafts,
            SessionDoor door,
            Platform platform,
            Words words) {
        this.classes = classes;
        this.classroom = classroom;
        this.invitations = invitations;
        this.consents = consents;
        this.drafts = drafts;
        this.door = door;
        this.platform = platform;
        this.words = words;
        told.addClassNames("tick", "no-print");
        told.getElement().setAttribute("role", "status");
    }

    static RouteParameters parameters(GroupId group) {
        return new RouteParameters("id", group.toString());
    }

    /** The class that an address names, when the person may see it. */
    static ClassLine named(BeforeEnterEvent event, ClassService classes) {
        try {
            return event.getRouteParameters()
                    .get("id")
                    .map(UUID::fromString)
                    .flatMap(id -> classes.find(new GroupId(id)))
                    .orElseThrow(() -> new NotFound("class"));
        } catch (IllegalArgumentException _) {
            throw new NotFound("class");
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        shown = named(event, classes);
        show();
    }

    private void show() {
        removeAll();
        tell("");
        shown = classes.find(shown.id()).orElseThrow(() -> new NotFound("class"));
        var title = new H1(shown.name());
        title.getElement().setAttribute("dir", "auto");
        var call = new RouterLink(getTranslation("call.title"), RollCallView.class, parameters(shown.id()));
        call.addClassName("button");
        var learners = classes.learners(shown.id());
        add(new Crumbs(new RouterLink(getTranslation("place.classes"), ClassesView.class)), title);
        if (!learners.isEmpty()) add(new Paragraph(call));
        add(
                told,
                new H2(words.count(getLocale(), "classes.learners", learners.size())),
                people(learners),
                invited(),
                adding(),
                devices());
    }

    private void tell(String text) {
        told.setText(text);
    }

    private Component people(List<Learner> learners) {
        if (learners.isEmpty()) return new Paragraph(getTranslation("class.empty"));
        var list = new UnorderedList();
        list.addClassName("people");
        learners.stream().map(this::row).forEach(list::add);
        var all = new Div(list);
        var ours = learners.stream().filter(Learner::ours).map(Learner::id).toList();
        if (ours.size() > 1)
            all.add(new PlainButton(
                    getTranslation("class.pin.all"),
                    () -> sure(all, "class.pin.all", "", () -> showCards(classes.renewPins(shown.id(), ours)))));
        return all;
    }

    /** Who has an account and has not answered yet, by code: nothing else is known of them here. */
    private Component invited() {
        var codes = invitations.waiting(shown.id());
        if (codes.isEmpty()) return new Div();
        var list = new UnorderedList();
        list.addClassName("people");
        for (var code : codes) {
            var shownCode = new Span(code);
            shownCode.addClassName("code-line");
            list.add(
                    new ListItem(shownCode, new Span(" "), new PlainButton(getTranslation("class.invited.back"), () -> {
                        invitations.takeBack(shown.id(), code);
                        show();
                        tell(getTranslation("class.invited.taken", code));
                    })));
        }
        return new Div(new H2(getTranslation("class.invited.title")), list);
    }

    private ListItem row(Learner learner) {
        var name = new Span(learner.displayName());
        name.addClassName("strong");
        name.getElement().setAttribute("dir", "auto");
        var code = new Span(learner.code());
        code.addClassName("code-line");
        var ways = new Div();
        ways.addClassName("row");
        var item = new ListItem(
                name,
                new Span(" · "),
                code,
                new Span(" · " + getTranslation("class.born", String.valueOf(learner.birthYear()))));
        if (learner.waits()) {
            item.add(new Span(" · " + getTranslation("class.waits")));
            ways.add(new PlainButton(
                    getTranslation("class.agreed"),
                    () -> sure(item, "class.agreed", learner.displayName(), () -> {
                        consents.vouch(learner.id());
                        show();
                        tell(getTranslation("class.agreed.done", learner.displayName()));
                    })));
        }
        if (learner.ours())
            ways.add(new PlainButton(
                    getTranslation("class.pin"),
                    () -> sure(
                            item,
                            "class.pin",
                            learner.displayName(),
                            () -> showCards(classes.renewPins(shown.id(), List.of(learner.id()))))));
        ways.add(new PlainButton(
                getTranslation("class.remove"),
                () -> sure(item, "class.remove", learner.displayName(), () -> {
                    classes.remove(shown.id(), learner.id());
                    show();
                    tell(getTranslation("class.removed", learner.displayName()));
                })));
        item.add(ways);
        return item;
    }

    /** Asks once more below what is meant; one question at a time. */
    private void sure(HasComponents place, String key, String name, Runnable act) {
        asking.removeFromParent();
        asking.removeAll();
        asking.add(
                new Confirm(getTranslation(key + ".sure", name), getTranslation(key), act, asking::removeFromParent));
        place.add(asking);
    }

    private Component adding() {
        var list = new DraftArea(
                getTranslation("class.add.list"), "class", shown.id().toString(), LONGEST_LIST, drafts);
        list.saysWhenKept("class.add.kept");
        var help = new Paragraph(getTranslation("class.add.help"));
        help.addClassName("muted");
        var guardians = new Check(getTranslation("class.guardians"));
        guardians.setVisible(false);
        var error = new ErrorLine();
        var wrong = new UnorderedList();
        wrong.addClassNames("report", "warn");
        var add = new Button(getTranslation("class.add"));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.setDisableOnClick(true);
        add.addClickListener(_ -> {
            wrong.removeAll();
            error.say("");
            add(list, guardians, error, wrong);
            add.setEnabled(true);
        });
        var form = new Div(new H2(getTranslation("class.add")), list, help, error, wrong, guardians, add);
        form.addClassName("adding");
        return form;
    }

    private void add(DraftArea list, Check guardians, ErrorLine error, UnorderedList wrong) {
        var read = classes.understand(list.text());
        if (!read.wrong().isEmpty()) {
            error.say(getTranslation("class.add.wrong"));
            read.wrong().stream().map(this::line).forEach(wrong::add);
            return;
        }
        if (read.learners().isEmpty()) {
            error.say(getTranslation("class.add.empty"));
            return;
        }
        if (!guardians.isVisible() && classes.needsGuardians(shown.id(), read.learners())) {
            guardians.setVisible(true);
            error.say(getTranslation("class.guardians.ask"));
            return;
        }
        try {
            var added = classes.add(
                    shown.id(), read.learners(), guardians.isVisible() && guardians.isChecked(), getLocale());
            list.clear();
            if (added.cards().isEmpty()) show();
            else showCards(added.cards());
            if (!added.invited().isEmpty()) tell(getTranslation("class.invited", String.join(", ", added.invited())));
        } catch (ClassRefused refused) {
            error.say(getTranslation(refused.key(), ClassService.LARGEST));
        }
    }

    private ListItem line(NewLearner.Wrong wrong) {
        return new ListItem(getTranslation("class.line." + wrong.problem(), wrong.line(), wrong.text()));
    }

    /** PINs are shown once: they are nowhere in the clear. */
    private void showCards(List<ClassService.Card> cards) {
        removeAll();
        tell("");
        var place = platform.url("/app/connexion");
        var sheet = new Div();
        sheet.addClassName("cards");
        cards.stream().map(card -> new PinCard(card, place)).forEach(sheet::add);
        var print = new PlainButton(getTranslation("class.cards.print"), () -> getUI().ifPresent(
                        ui -> ui.getPage().executeJs("window.print()")));
        var done = new Button(getTranslation("class.cards.done"), _ -> show());
        done.addThemeVariants(ButtonVariant.PRIMARY);
        var notice = new Paragraph(getTranslation("class.cards.once"));
        notice.addClassNames("notice", "no-print");
        notice.getElement().setAttribute("role", "status");
        var tools = new Div(print, done);
        tools.addClassNames("row", "no-print");
        var title = new H1(getTranslation("class.cards"));
        title.addClassName("no-print");
        add(title, notice, told, sheet, tools);
        title.getElement().setAttribute("tabindex", "-1").executeJs("this.focus(); window.scrollTo(0, 0)");
    }

    private Component devices() {
        var part = new Div(new H2(getTranslation("class.device")), new Paragraph(getTranslation("class.device.help")));
        var device = here();
        if (device.isEmpty()) return part;
        var has = classroom.has(shown.id(), device.get());
        part.add(new Paragraph(getTranslation(has ? "class.device.yes" : "class.device.no")));
        part.add(
                has
                        ? new PlainButton(getTranslation("class.device.take"), () -> {
                            classroom.takeDeviceBack(shown.id(), device.get());
                            show();
                            tell(getTranslation("class.device.taken"));
                        })
                        : new PlainButton(getTranslation("class.device.give"), () -> {
                            classroom.giveDevice(shown.id(), device.get());
                            show();
                            tell(getTranslation("class.device.given"));
                        }));
        int number = classroom.devices(shown.id());
        if (number > (has ? 1 : 0))
            part.add(
                    new Paragraph(words.count(getLocale(), "class.device.number", number)),
                    new PlainButton(getTranslation("class.device.all"), () -> {
                        classroom.takeAllDevicesBack(shown.id());
                        show();
                        tell(getTranslation("class.device.taken"));
                    }));
        return part;
    }

    private Optional<UUID> here() {
        return door.device(VaadinServletRequest.getCurrent().getHttpServletRequest());
    }

    @Override
    public String getPageTitle() {
        return shown.name() + " · D-CLIC";
    }
}
