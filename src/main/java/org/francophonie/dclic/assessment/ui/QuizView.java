package org.francophonie.dclic.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.francophonie.dclic.assessment.AttemptId;
import org.francophonie.dclic.assessment.domain.Attempt;
import org.francophonie.dclic.assessment.service.QuizService;
import org.francophonie.dclic.assessment.service.QuizSheet;
import org.francophonie.dclic.authoring.block.LessonRenderer;
import org.francophonie.dclic.authoring.exercise.Question;
import org.francophonie.dclic.authoring.exercise.QuestionForm;
import org.francophonie.dclic.learning.ui.MySpaceView;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.access.ViewRight;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.ui.ErrorLine;
import org.francophonie.dclic.platform.ui.MainLayout;
import org.francophonie.dclic.platform.ui.RichText;

/** A quiz: each answer is sent on its own and ticked when it has arrived; at the end the result, with the reasons. */
@Route(value = "evaluations/:attempt", layout = MainLayout.class)
@ViewRight(Right.TAKE_QUIZ)
public final class QuizView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1;
    private final transient QuizService quizzes;
    private final transient LessonRenderer renderer;
    private final Map<UUID, Paragraph> ticks = new HashMap<>();
    private final ErrorLine error = new ErrorLine();
    private transient AttemptId attempt = new AttemptId(new UUID(0, 0));
    private String title = "";
    private boolean warned;

    QuizView(QuizService quizzes, LessonRenderer renderer) {
        this.quizzes = quizzes;
        this.renderer = renderer;
        addClassName("quiz");
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
        ticks.clear();
        title = sheet.title();
        var course = new Paragraph(new RouterLink(
                sheet.courseTitle(),
                org.francophonie.dclic.learning.ui.CourseDoorView.class,
                new com.vaadin.flow.router.RouteParameters("code", sheet.courseCode())));
        add(course, new H1(sheet.title()));
        sheet.result().ifPresentOrElse(result -> result(sheet, result), () -> open(sheet));
    }

    private void open(QuizSheet sheet) {
        add(new Paragraph(getTranslation("quiz.lead", sheet.questions().size(), sheet.passMark())));
        for (int i = 0; i < sheet.questions().size(); i++)
            add(question(sheet.questions().get(i), i + 1, sheet));
        var hand = new Button(getTranslation("quiz.hand-in"), _ -> handIn());
        hand.addThemeVariants(ButtonVariant.PRIMARY);
        hand.addClassName("next");
        add(error, hand);
    }

    private Component question(Question question, int number, QuizSheet sheet) {
        var section = new Section(
                new H2(getTranslation("quiz.question", number, sheet.questions().size())));
        section.addClassName("exercise");
        var tick = new Paragraph();
        tick.addClassName("tick");
        tick.getElement().setAttribute("role", "status");
        ticks.put(question.version(), tick);
        var holder = new QuestionForm[1];
        holder[0] = new QuestionForm(question, renderer, () -> send(question, holder[0]));
        var before = sheet.answers().get(question.version());
        if (before != null) {
            holder[0].show(before);
            tick.setText(getTranslation("quiz.kept"));
        }
        section.add(holder[0], tick);
        return section;
    }

    private void send(Question question, QuestionForm form) {
        var tick = ticks.get(question.version());
        if (tick == null) return;
        form.response()
                .ifPresentOrElse(
                        response -> {
                            if (quizzes.answer(attempt, question.version(), UUID.randomUUID(), response))
                                tick.setText(getTranslation("quiz.kept"));
                            else show(quizzes.sheet(attempt)); // handed in meanwhile, on another device
                        },
                        () -> tick.setText(""));
    }

    private void handIn() {
        var sheet = quizzes.sheet(attempt);
        int missing = sheet.questions().size() - sheet.answers().size();
        if (missing > 0 && !warned && sheet.result().isEmpty()) {
            warned = true;
            error.say(getTranslation("quiz.missing", missing));
            return;
        }
        quizzes.handIn(attempt);
        show(quizzes.sheet(attempt));
        UI.getCurrent().getPage().executeJs("window.scrollTo(0, 0)");
    }

    private void result(QuizSheet sheet, Attempt.Result result) {
        var number = NumberFormat.getInstance(getLocale());
        number.setMaximumFractionDigits(1);
        var verdict = new H2(getTranslation(
                result.passed() ? "quiz.passed" : "quiz.failed",
                number.format(result.points()),
                number.format(result.outOf())));
        verdict.getElement().setAttribute("role", "status");
        add(
                verdict,
                new Paragraph(
                        getTranslation(result.passed() ? "quiz.passed.text" : "quiz.failed.text", sheet.passMark())));
        var links = new Div(new RouterLink(getTranslation("place.home"), MySpaceView.class));
        if (!result.passed())
            links.add(new RouterLink(
                    getTranslation("quiz.again"),
                    QuizDoorView.class,
                    new com.vaadin.flow.router.RouteParameters("code", sheet.courseCode())));
        links.addClassName("row");
        add(links);
        for (int i = 0; i < sheet.questions().size(); i++)
            add(corrected(sheet.questions().get(i), i + 1, sheet));
    }

    private Component corrected(Question question, int number, QuizSheet sheet) {
        var section = new Section(
                new H2(getTranslation("quiz.question", number, sheet.questions().size())));
        section.addClassName("exercise");
        var form = new QuestionForm(question, renderer, () -> {});
        var answer = sheet.answers().get(question.version());
        if (answer != null) form.show(answer);
        form.close();
        section.add(form);
        var mark = sheet.marks().get(question.version());
        if (mark == null) {
            section.add(new Paragraph(getTranslation("quiz.unanswered")));
            return section;
        }
        form.explain(mark);
        section.add(new Paragraph(QuestionForm.verdict(this, mark)));
        for (var html : mark.general()) section.add(new RichText(renderer.fragment(html)));
        if (!mark.isRight())
            section.add(new RichText(renderer.fragment(
                    "<p>" + getTranslation("quiz.right-answer") + " " + mark.rightAnswer() + "</p>")));
        return section;
    }

    @Override
    public String getPageTitle() {
        return title + " · D-CLIC";
    }
}
