package org.francophonie.dclic.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.text.ListFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.francophonie.dclic.assessment.AttemptId;
import org.francophonie.dclic.assessment.service.QuizService;
import org.francophonie.dclic.assessment.service.QuizSheet;
import org.francophonie.dclic.authoring.block.LessonRenderer;
import org.francophonie.dclic.learning.ui.CourseDoorView;
import org.francophonie.dclic.platform.access.Actors;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.Crumbs;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.MainLayout;

/**
 * A quiz: one question in sight, or all of them by choice. Each answer is sent on its own and ticked when it has arrived;
 * moving between questions needs no link. At the end the result, with the reasons.
 */
@Route(value = "evaluations/:attempt", layout = MainLayout.class)
@ViewRight(Right.TAKE_QUIZ)
public final class QuizView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private static final Duration DOUBLE_PRESS = Duration.ofMillis(1200);

    private final transient QuizService quizzes;
    private final transient LessonRenderer renderer;
    private final transient Words words;
    private final ErrorLine error = new ErrorLine();
    private final Div loose = new Div();
    private transient AttemptId attempt = new AttemptId(new UUID(0, 0));
    private String title = "";
    private List<List<Integer>> warnedOf = List.of();
    private long warnedAt;
    private Optional<TimeLeftLine> timer = Optional.empty();
    private final Button hand = new Button();

    QuizView(QuizService quizzes, LessonRenderer renderer, Words words) {
        this.words = words;
        this.quizzes = quizzes;
        this.renderer = renderer;
        addClassName("quiz");
        hand.addClickListener(_ -> handIn());
    }

    static RouteParameters parameters(AttemptId attempt) {
        return new RouteParameters("attempt", attempt.toString());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            attempt = new AttemptId(
                    UUID.fromString(event.getRouteParameters().get("attempt").orElse("")));
        } catch (IllegalArgumentException _) {
            throw new NotFound("attempt");
        }
        show(quizzes.sheet(attempt));
    }

    private void show(QuizSheet sheet) {
        removeAll();
        title = sheet.title();
        add(
                new Crumbs(new RouterLink(
                        sheet.courseTitle(), CourseDoorView.class, new RouteParameters("code", sheet.courseCode()))),
                new H1(sheet.title()));
        if (sheet.result().isPresent()) add(new QuizResultPanel(sheet, renderer, words));
        else open(sheet);
    }

    private void open(QuizSheet sheet) {
        var lead = new Paragraph(getTranslation(
                sheet.timeLeft().isPresent() ? "quiz.lead.timed" : "quiz.lead",
                sheet.questions().size(),
                sheet.passMark()));
        lead.addClassName("quiz-lead");
        var owner = Actors.current().requirePerson();
        var steps = new ArrayList<Component>();
        for (int i = 0; i < sheet.questions().size(); i++)
            steps.add(new QuizStepPanel(sheet, i, owner + ":quiz:" + attempt, renderer, words, this::send, this::flag));
        timer = sheet.timeLeft().map(left -> new TimeLeftLine(left, this::timeIsUp));
        timer.ifPresent(this::add);
        add(lead, new QuizNumbersRow(sheet.questions().size()));
        add(steps);
        add(handInStep(sheet.questions().size()));
        if (!sheet.toReview().isEmpty()) showLoose(sheet);
        getElement().executeJs("window.dclicQuiz(this, $0)", sheet.attempt().toString());
    }

    private Component handInStep(int questions) {
        var step = QuizStepPanel.step(QuizStepPanel.HAND_IN, getTranslation("quiz.review"));
        loose.addClassName("row");
        hand.setText(getTranslation("quiz.hand-in"));
        hand.addThemeVariants(ButtonVariant.PRIMARY);
        hand.addClassName("next");
        step.add(
                new Paragraph(getTranslation("quiz.review.text")),
                error,
                loose,
                hand,
                QuizStepPanel.moves(QuizStepPanel.go(QuizStepPanel.id(questions - 1), getTranslation("quiz.back"))));
        return step;
    }

    private void send(QuizStepPanel step) {
        step.response().ifPresent(response -> quizzes.answer(attempt, step.question(), UUID.randomUUID(), response)
                .ifPresentOrElse(
                        count -> step.kept(response, count),
                        () -> end(quizzes.timeIsUp(attempt)))); // handed in meanwhile, on another device, or too late
    }

    private void flag(QuizStepPanel step, boolean wanted) {
        quizzes.flag(attempt, step.question(), wanted);
        var sheet = quizzes.sheet(attempt);
        if (sheet.result().isPresent()) end(sheet);
        else showLoose(sheet);
    }

    /** The questions that one may still want to go back to. */
    private void showLoose(QuizSheet sheet) {
        loose.removeAll();
        var toReview = sheet.toReview();
        Stream.concat(sheet.missing().stream(), toReview.stream())
                .distinct()
                .sorted()
                .map(number -> QuizStepPanel.go(
                        QuizStepPanel.id(number - 1),
                        (toReview.contains(number) ? "⚑ " : "") + getTranslation("quiz.go-to", number)))
                .forEach(loose::add);
    }

    /** What the browser says of time is asked of the server. */
    private void timeIsUp() {
        var sheet = quizzes.timeIsUp(attempt);
        if (sheet.result().isPresent()) end(sheet);
        else sheet.timeLeft().ifPresent(left -> timer.ifPresent(line -> line.count(left)));
    }

    /** Wherever the reader was, the result is what comes next. */
    private void end(QuizSheet sheet) {
        show(sheet);
        UI.getCurrent()
                .getPage()
                .executeJs("window.scrollTo(0, 0); document.querySelector('.quiz h2').focus({ preventScroll: true })");
    }

    /**
     * Asks once when answers are missing or are to be looked at again; a second press hands in all the same, unless both were
     * one double press.
     */
    private void handIn() {
        var sheet = quizzes.sheet(attempt);
        var open = List.of(sheet.missing(), sheet.toReview());
        var isClear = open.stream().allMatch(List::isEmpty);
        if (!isClear && !open.equals(warnedOf) && sheet.result().isEmpty()) {
            warnedOf = open;
            warnedAt = System.nanoTime();
            hand.setText(getTranslation("quiz.hand-in.anyway"));
            error.say(Stream.of(named("quiz.missing", sheet.missing()), named("quiz.flagged", sheet.toReview()))
                    .filter(text -> !text.isEmpty())
                    .collect(Collectors.joining(" ")));
            showLoose(sheet);
            return;
        }
        if (!isClear && System.nanoTime() - warnedAt < DOUBLE_PRESS.toNanos()) return;
        quizzes.handIn(attempt);
        end(quizzes.sheet(attempt));
    }

    private String named(String key, List<Integer> numbers) {
        if (numbers.isEmpty()) return "";
        var list = ListFormat.getInstance(getLocale(), ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                .format(numbers.stream().map(String::valueOf).toList());
        return getTranslation(key + (numbers.size() == 1 ? ".one" : ".other"), list);
    }

    @Override
    public String getPageTitle() {
        return title + " · D-CLIC";
    }
}
