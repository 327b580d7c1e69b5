package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import org.francophonie.dclic.identity.service.ErasureService;
import org.francophonie.dclic.identity.service.PeopleRefused;
import org.francophonie.dclic.identity.service.PeopleService.Details;
import org.francophonie.dclic.identity.service.SuspensionService;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.ui.Confirm;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.Toast;
import org.francophonie.dclic.rights.RightsRefused;
import org.francophonie.dclic.rights.ui.HeldProfiles;

/** An account is suspended, opened again, or erased for ever. */
final class StandingPanel extends Div {
    private static final long serialVersionUID = 1;

    private final transient SuspensionService suspensions;
    private final transient ErasureService erasures;
    private final transient Details person;
    private final boolean withOthers;
    private final transient Runnable changed;
    private final ErrorLine error = new ErrorLine();

    /**
     * @param withOthers whether other accounts have become one with it, and would be erased with it
     * @param changed told when the page has to be shown anew
     */
    StandingPanel(
            SuspensionService suspensions,
            ErasureService erasures,
            Gate gate,
            Details person,
            boolean withOthers,
            Runnable changed) {
        this.withOthers = withOthers;
        this.suspensions = suspensions;
        this.erasures = erasures;
        this.person = person;
        this.changed = changed;
        var may = gate.allows(Right.SUSPEND_PERSON, person.id());
        if (may) add(new H2(getTranslation("people.standing")));
        add(error);
        if (may) add(person.active() ? suspending() : readmitting());
        if (gate.allows(Right.ERASE_PERSON, person.id())) add(new H2(getTranslation("people.erase.title")), erasing());
    }

    private Component readmitting() {
        return new Div(
                new Paragraph(getTranslation("people.suspended.help")),
                new Button(
                        getTranslation("people.readmit"),
                        _ -> attempt("people.readmitted", () -> suspensions.readmit(person.id()))));
    }

    private Component suspending() {
        var why = new TextField(getTranslation("people.reason"));
        why.setHelperText(getTranslation("people.reason.help"));
        why.setMaxLength(300);
        var form = new Div(
                why,
                new Button(
                        getTranslation("people.suspend"),
                        _ -> attempt("people.shut", () -> suspensions.suspend(person.id(), why.getValue()))));
        form.addClassName("narrow-start");
        return form;
    }

    private Component erasing() {
        return new Div(
                asking("people.anonymise", () -> erasures.anonymise(person.id())),
                asking("people.erase", () -> erasures.erase(person.id())));
    }

    private Component asking(String key, Runnable act) {
        return Confirm.behind(
                getTranslation(key),
                () -> getTranslation(key + ".sure", person.displayName())
                        + (withOthers ? " " + getTranslation("people.erase.both") : ""),
                () -> attempt(key + ".done", () -> {
                    act.run();
                    getUI().ifPresent(ui -> ui.navigate(PeopleView.class));
                    Toast.show(getTranslation(key + ".done"));
                }),
                changed);
    }

    private void attempt(String told, Runnable act) {
        error.say("");
        try {
            act.run();
        } catch (PeopleRefused refused) {
            error.say(getTranslation(refused.problems().values().iterator().next()));
            return;
        } catch (RightsRefused refused) {
            error.say(HeldProfiles.refusal(refused));
            return;
        }
        if (isAttached()) {
            changed.run();
            Toast.show(getTranslation(told));
        }
    }
}
