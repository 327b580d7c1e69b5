package org.francophonie.dclic.identity.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.Supplier;
import org.francophonie.dclic.identity.service.PasskeyService.Question;
import org.francophonie.dclic.identity.service.SignInRefused;
import org.francophonie.dclic.platform.ui.ErrorLine;

/**
 * A button that puts a question to the device: the browser shows what it needs for that, in its own windows. With the words
 * above it, it shows itself only where the browser knows of such keys.
 */
final class PasskeyButton extends Div {
    private static final long serialVersionUID = 1;
    private static final String ANSWER = "event.detail";

    /** What a device may do with a question. */
    enum Act {
        MAKE,
        SIGN
    }

    /** What is done with the answer of the device. */
    @FunctionalInterface
    interface Answered {
        void accept(Question question, String answer);
    }

    private final transient Supplier<Question> questions;
    private final transient Answered answered;
    private final Act act;
    private final NativeButton button;
    private final ErrorLine error = new ErrorLine();
    private transient Question question;

    /**
     * @param why what it is for, in the person's language
     * @param questions a fresh one each time one has been answered
     */
    PasskeyButton(Act act, String why, String words, Supplier<Question> questions, Answered answered) {
        this.act = act;
        this.questions = questions;
        this.answered = answered;
        question = questions.get();
        button = new NativeButton(words);
        button.addClassNames("button", "main");
        button.getElement()
                .addEventListener(
                        "dclic-passkey",
                        event -> take(event.getEventData().get(ANSWER).asString()))
                .addEventData(ANSWER);
        button.getElement()
                .addEventListener(
                        "dclic-no-passkey",
                        event -> tell(event.getEventData().get(ANSWER).asString()))
                .addEventData(ANSWER);
        getElement().setAttribute("hidden", true);
        add(new Paragraph(why), error, button);
        ask();
    }

    private void ask() {
        button.getElement().executeJs("window.dclicPasskey(this, $0, $1)", question.options(), act == Act.MAKE);
    }

    private void take(String answer) {
        var asked = question;
        question = questions.get();
        ask();
        error.say("");
        try {
            answered.accept(asked, answer);
        } catch (SignInRefused refused) {
            error.say(
                    refused.reason() == SignInRefused.Reason.WRONG
                            ? getTranslation("passkey.wrong")
                            : Wait.refusal(this, refused));
        }
    }

    /** @param why as the browser names it */
    private void tell(String why) {
        error.say(getTranslation(
                switch (why) {
                    case "InvalidStateError" -> "passkey.known";
                    case "SecurityError" -> "passkey.elsewhere";
                    default -> act == Act.MAKE ? "passkey.none.make" : "passkey.none";
                }));
    }
}
