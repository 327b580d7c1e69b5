package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.francophonie.dclic.identity.AfterJoining;
import org.francophonie.dclic.identity.domain.Birth;
import org.francophonie.dclic.identity.domain.PinRule;
import org.francophonie.dclic.identity.service.Joining;
import org.francophonie.dclic.identity.service.JoiningRefused;
import org.francophonie.dclic.identity.service.JoiningRefused.Field;
import org.francophonie.dclic.identity.service.PersonService;
import org.francophonie.dclic.identity.service.Puzzle;
import org.francophonie.dclic.identity.service.SessionDoor;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.ui.Check;
import org.francophonie.dclic.platform.ui.Choice;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.Onward;
import org.francophonie.dclic.platform.ui.Pick;
import org.francophonie.dclic.platform.ui.PlainButton;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Where somebody joins, in two short steps: who one is, and how one will sign in. */
@Route(value = "inscription", layout = MainLayout.class)
@AnonymousAllowed
public final class JoinView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final Set<Field> FIRST_STEP = Set.of(Field.NAME, Field.BIRTH_YEAR, Field.COUNTRY);

    /** How somebody will sign in. */
    enum Means {
        EMAIL,
        PIN,
        CODE
    }

    private static final String STEP = "etape";

    /** What was written in the first step: a reload does not lose it. Secrets are not kept. */
    private record Begun(String name, String birthYear, String country) implements Serializable {}

    private final transient PersonService people;
    private final transient SessionDoor door;
    private final transient ObjectProvider<AfterJoining> afterwards;
    private final UUID commandId;
    private final TextField name;
    private final TextField birthYear;
    private final Pick country;
    private final Choice<Means> means;
    private final TextField email;
    private final PasswordField password;
    private final TextField pin;
    private final Paragraph meansHelp = new Paragraph();
    private final TextField guardian;
    private final Div minor;
    private final Check remember;
    private final ErrorLine error = new ErrorLine();
    private final Button join;
    private final RouterLink known;
    private final Trap trap = new Trap();
    private final Div first;
    private final Div second;
    private Onward onward = Onward.HOME;
    private transient Puzzle puzzle;
    private String answer = "";
    private boolean waiting;

    JoinView(PersonService people, SessionDoor door, ObjectProvider<AfterJoining> afterwards) {
        this.people = people;
        this.door = door;
        this.afterwards = afterwards;
        commandId = people.newJoining();
        name = new TextField(getTranslation("field.name"));
        name.setHelperText(getTranslation("field.name.help"));
        name.setAutocomplete(Autocomplete.NAME);
        name.setMaxLength(120);
        birthYear = new TextField(getTranslation("field.birth-year"));
        birthYear.setHelperText(getTranslation("field.birth-year.help"));
        birthYear.setMaxLength(4);
        Fields.digits(birthYear);
        country = new Pick(
                getTranslation("field.country"),
                "country",
                Countries.lines(getLocale(), getTranslation("field.country.none")));
        means = new Choice<>(
                getTranslation("join.means"),
                Map.of(
                        Means.EMAIL, getTranslation("join.means.EMAIL"),
                        Means.PIN, getTranslation("join.means.PIN"),
                        Means.CODE, getTranslation("join.means.CODE")),
                Means.EMAIL,
                this::showMeans);
        email = Fields.email(getTranslation("field.email"));
        password = Fields.password(getTranslation("field.new-password"), "new-password");
        password.setHelperText(getTranslation("field.new-password.help"));
        pin = new TextField(getTranslation("field.new-pin")); // to be read over: nobody can send it again
        pin.setAutocomplete(Autocomplete.OFF);
        pin.setHelperText(getTranslation("field.new-pin.help"));
        pin.setMaxLength(PinRule.LENGTH);
        Fields.digits(pin);
        guardian = Fields.guardian(getTranslation("field.guardian"));
        guardian.setHelperText(getTranslation("field.guardian.help"));
        minor = new Div(new Paragraph(getTranslation("join.minor")), guardian);
        minor.addClassName("card");
        minor.setVisible(false);
        remember = new Check(getTranslation("sign-in.remember"));
        join = new Button(getTranslation("join.join"), _ -> join());
        join.addThemeVariants(ButtonVariant.PRIMARY);
        join.addClickShortcut(Key.ENTER);
        join.setDisableOnClick(true);
        known = new RouterLink(getTranslation("join.have-account"), SignInView.class);
        first = firstStep();
        second = secondStep();
        addClassName("narrow");
        add(new H1(getTranslation("join.title")), error, first, second, known, privacy());
        showMeans();
        show(first);
        puzzle = people.puzzle();
        getElement().addEventListener("dclic-solved", this::solved).addEventData("event.detail");
        ask();
    }

    /** The device works while the person writes. */
    private void ask() {
        answer = "";
        getElement().executeJs("window.dclicPuzzle(this, $0, $1)", puzzle.question(), puzzle.bits());
    }

    private void solved(DomEvent event) {
        answer = event.getEventData().path("event.detail").asString("");
        if (!waiting) return;
        waiting = false;
        join();
    }

    private Div firstStep() {
        var next = new Button(getTranslation("join.next"), _ -> next());
        next.addThemeVariants(ButtonVariant.PRIMARY);
        next.addClickShortcut(Key.ENTER);
        var step = new Div(step(1), new Paragraph(getTranslation("join.lead")), name, birthYear, country, next);
        step.addClassName("narrow");
        return step;
    }

    private Div secondStep() {
        var back = new PlainButton(
                getTranslation("join.back"), () -> UI.getCurrent().navigate(JoinView.class, onward.query()));
        var step = new Div(step(2), means, meansHelp, email, password, pin, minor, trap, remember, join, back);
        step.addClassName("narrow");
        return step;
    }

    private Paragraph step(int number) {
        var step = new Paragraph(getTranslation("join.step", number));
        step.addClassName("muted");
        return step;
    }

    private void show(Div step) {
        first.setVisible(step == first);
        second.setVisible(step == second);
    }

    private void showMeans() {
        var chosen = means.value();
        email.setVisible(chosen == Means.EMAIL);
        password.setVisible(chosen != Means.PIN);
        pin.setVisible(chosen == Means.PIN);
        meansHelp.setText(getTranslation("join.means." + chosen + ".help"));
    }

    private Anchor privacy() {
        var link = new Anchor("/confidentialite", getTranslation("page.confidentialite"));
        link.getElement().setAttribute("router-ignore", true);
        return link;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        onward = Onward.from(event.getLocation());
        known.setQueryParameters(onward.query());
        if (Actors.current().person().isPresent()) {
            onward.forward(event);
            return;
        }
        if (!people.isOpen()) {
            sayClosed();
            return;
        }
        var inSecond = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(STEP)
                .filter("2"::equals)
                .isPresent();
        var isNew = name.isEmpty() && birthYear.isEmpty();
        if (isNew && inSecond) refill();
        else if (isNew) VaadinSession.getCurrent().setAttribute(Begun.class, null); // perhaps somebody else's
        if (inSecond && problemsOfFirstStep().isEmpty()) {
            minor.setVisible(people.needsGuardian(joining()));
            show(second);
        } else show(first);
    }

    private void sayClosed() {
        removeAll();
        var closed = new Paragraph(getTranslation("join.closed"));
        closed.getElement().setAttribute("role", "status");
        add(new H1(getTranslation("join.title")), closed, known);
    }

    /** The second step was loaded anew. */
    private void refill() {
        var begun = VaadinSession.getCurrent().getAttribute(Begun.class);
        if (begun == null) return;
        name.setValue(begun.name());
        birthYear.setValue(begun.birthYear());
        country.choose(begun.country());
    }

    /** What is wrong with the first step is told before the second one is shown. */
    private void next() {
        if (!people.isOpen()) { // since the screen was opened
            sayClosed();
            return;
        }
        var problems = problemsOfFirstStep();
        mark(problems);
        if (!problems.isEmpty()) return;
        VaadinSession.getCurrent()
                .setAttribute(Begun.class, new Begun(name.getValue(), birthYear.getValue(), country.value()));
        // a place of its own: the browser's way back leads to the first step, and a reload comes here again
        UI.getCurrent().navigate(JoinView.class, onward.query().merging(STEP, "2"));
        second.getElement().executeJs("this.querySelector('input').focus()");
    }

    private Map<Field, String> problemsOfFirstStep() {
        return people.problems(joining()).entrySet().stream()
                .filter(entry -> FIRST_STEP.contains(entry.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Joining joining() {
        var chosen = means.value();
        return new Joining(
                commandId,
                name.getValue(),
                birthYear.getValue(),
                country.value(),
                chosen == Means.EMAIL ? Optional.of(email.getValue()) : Optional.empty(),
                Optional.of(guardian.getValue().strip()).filter(typed -> minor.isVisible() && !typed.isEmpty()),
                chosen == Means.PIN,
                chosen == Means.PIN ? pin.getValue() : password.getValue(),
                getLocale());
    }

    private void join() {
        if (Actors.current().person().isPresent()) { // in another tab, perhaps by somebody else: let it be seen
            UI.getCurrent().getPage().reload();
            return;
        }
        var problems = people.problems(joining());
        if (problems.isEmpty() && !trap.isEmpty()) problems = Map.of(Field.WHOLE, "join.wait"); // no person sees it
        if (!problems.isEmpty()) {
            refuse(problems);
            return;
        }
        if (!puzzle.isSolvedBy(answer)) {
            waiting = true;
            error.say(getTranslation("join.moment"));
            return;
        }
        try {
            var who = people.join(joining());
            door.enter(
                    who,
                    remember.isChecked(),
                    VaadinServletRequest.getCurrent().getHttpServletRequest(),
                    VaadinServletResponse.getCurrent().getHttpServletResponse());
            goOn();
        } catch (JoiningRefused refused) {
            puzzle = people.puzzle();
            ask();
            refuse(refused.problems());
        }
    }

    private void refuse(Map<Field, String> problems) {
        mark(problems);
        if (problems.keySet().stream().anyMatch(FIRST_STEP::contains)) show(first);
        join.setEnabled(true);
    }

    /** What other modules want to ask comes next; whoever will sign in by the code sees it first. */
    private void goOn() {
        var next = afterwards.stream()
                .flatMap(step -> step.step().stream())
                .findFirst()
                .map(step -> new Onward(onward.path().isEmpty() ? step : step + "?suite=" + onward.path()))
                .orElse(onward);
        var ui = getUI().orElseThrow();
        VaadinSession.getCurrent().setAttribute(Begun.class, null);
        if (means.value() == Means.EMAIL) next.go(ui);
        else CodeView.before(next).go(ui);
    }

    /** Each field says what is wrong with it; the first of them is where to go on. */
    private void mark(Map<Field, String> problems) {
        error.say(say(problems.get(Field.WHOLE)));
        mark(password, password, problems.get(Field.PASSWORD));
        mark(pin, pin, problems.get(Field.PASSWORD));
        mark(guardian, guardian, problems.get(Field.GUARDIAN));
        mark(email, email, problems.get(Field.EMAIL));
        country.say(say(problems.get(Field.COUNTRY)));
        if (problems.containsKey(Field.COUNTRY)) country.focus();
        mark(birthYear, birthYear, problems.get(Field.BIRTH_YEAR));
        mark(name, name, problems.get(Field.NAME));
    }

    private void mark(HasValidation field, Focusable<?> place, @Nullable String problem) {
        field.setErrorMessage(say(problem));
        field.setInvalid(problem != null);
        if (problem != null) place.focus();
    }

    private String say(@Nullable String problem) {
        return problem == null ? "" : getTranslation(problem, Birth.YOUNGEST);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("join.title") + " · D-CLIC";
    }
}
