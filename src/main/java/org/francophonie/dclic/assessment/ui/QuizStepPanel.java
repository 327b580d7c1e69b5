package org.francophonie.dclic.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.francophonie.dclic.assessment.service.QuizSheet;
import org.francophonie.dclic.authoring.block.LessonRenderer;
import org.francophonie.dclic.authoring.exercise.Question;
import org.francophonie.dclic.authoring.exercise.QuestionForm;
import org.francophonie.dclic.authoring.exercise.Response;
import org.francophonie.dclic.platform.i18n.Words;

/** One question of an open quiz, with the state of its answer and the ways on. */
final class QuizStepPanel extends Section {
    private static final long serialVersionUID = 1;
    static final String HAND_IN = "rendre";

    /** As it stood before the click. */
    private static final String PRESSED = "element.getAttribute('aria-pressed')";

    private final transient Question question;
    private final QuestionForm form;
    private final String key;
    private final Paragraph tick = new Paragraph();

    /** @param attempt names the try and its learner: the place where the browser keeps what is not sent yet */
    QuizStepPanel(
            QuizSheet sheet,
            int index,
            String attempt,
            LessonRenderer renderer,
            Words words,
            Consumer<QuizStepPanel> changed,
            BiConsumer<QuizStepPanel, Boolean> flagged) {
        question = sheet.questions().get(index);
        key = attempt + ":" + question.version();
        setId(id(index));
        addClassNames("exercise", "step");
        if (index == 0) addClassName("current");
        tick.addClassName("tick");
        tick.getElement().setAttribute("role", "status");
        var waiting = new Paragraph(getTranslation("draft.waiting"));
        waiting.addClassName("waiting");
        var before = Optional.ofNullable(sheet.answers().get(question.version()));
        form = new QuestionForm(
                question, renderer, words, before.map(QuizSheet.Answered::response), () -> changed.accept(this));
        if (before.isPresent()) tick.setText(getTranslation("quiz.kept"));
        form.getElement()
                .executeJs(
                        "window.dclicAnswer(this, $0, $1)",
                        key,
                        before.map(QuizSheet.Answered::count).orElse(0L).toString());
        var ways = new ArrayList<Component>();
        if (index > 0) ways.add(go(id(index - 1), getTranslation("quiz.back")));
        var last = index == sheet.questions().size() - 1;
        ways.add(go(last ? HAND_IN : id(index + 1), getTranslation(last ? "quiz.to-review" : "quiz.on")));
        add(
                new H2(getTranslation(
                        "quiz.question", index + 1, sheet.questions().size())),
                flag(sheet.flagged().contains(question.version()), flagged),
                form,
                tick,
                waiting,
                moves(ways.toArray(Component[]::new)));
    }

    /** The browser shows the change at once, and the server remembers it. */
    private NativeButton flag(boolean isFlagged, BiConsumer<QuizStepPanel, Boolean> flagged) {
        var button = new NativeButton(getTranslation("quiz.flag"));
        button.addClassName("flag");
        button.getElement().setAttribute("data-flag", true).setAttribute("aria-pressed", Boolean.toString(isFlagged));
        button.getElement()
                .addEventListener(
                        "click",
                        event -> flagged.accept(
                                this,
                                !"true".equals(event.getEventData().get(PRESSED).asString())))
                .addEventData(PRESSED);
        return button;
    }

    UUID question() {
        return question.version();
    }

    Optional<Response> response() {
        return form.response();
    }

    /** The server holds the answer. */
    void kept(Response response, long count) {
        tick.setText(getTranslation("quiz.kept"));
        form.getElement()
                .executeJs(
                        "window.dclicAnswered(this, $0, $1, $2)",
                        key,
                        QuestionForm.line(question, response),
                        Long.toString(count));
    }

    static String id(int index) {
        return "question-" + (index + 1);
    }

    static Section step(String id, String title) {
        var step = new Section(new H2(title));
        step.setId(id);
        step.addClassNames("exercise", "step");
        return step;
    }

    static Div moves(Component... ways) {
        var moves = new Div(ways);
        moves.addClassNames("row", "moves");
        return moves;
    }

    /** Moves to another question in the browser, without a word to the server. */
    static NativeButton go(String step, String words) {
        var button = new NativeButton(words);
        button.addClassName("button");
        button.getElement().setAttribute("data-go", step);
        return button;
    }
}
