package org.francophonie.dclic.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Optional;
import org.francophonie.dclic.assessment.domain.Attempt;
import org.francophonie.dclic.assessment.service.QuizSheet;
import org.francophonie.dclic.authoring.block.LessonRenderer;
import org.francophonie.dclic.authoring.exercise.Mark;
import org.francophonie.dclic.authoring.exercise.Question;
import org.francophonie.dclic.authoring.exercise.QuestionForm;
import org.francophonie.dclic.learning.ui.CourseDoorView;
import org.francophonie.dclic.learning.ui.MySpaceView;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.Moment;
import org.francophonie.dclic.platform.ui.RichText;

/** A quiz handed in: result, receipt, and for each question what was answered and why it is right or not. */
final class QuizResultPanel extends Div {
    private static final long serialVersionUID = 1;
    private static final int RECEIPT_LENGTH = 8;

    private final transient LessonRenderer renderer;
    private final transient Words words;

    QuizResultPanel(QuizSheet sheet, LessonRenderer renderer, Words words) {
        this.words = words;
        this.renderer = renderer;
        sheet.result().ifPresent(result -> head(sheet, result));
        for (int i = 0; i < sheet.questions().size(); i++)
            add(corrected(sheet.questions().get(i), i + 1, sheet));
    }

    private void head(QuizSheet sheet, Attempt.Result result) {
        var number = NumberFormat.getInstance(getLocale());
        number.setMaximumFractionDigits(1);
        var verdict = new H2(getTranslation(
                result.passed() ? "quiz.passed" : "quiz.failed",
                number.format(result.points()),
                number.format(result.outOf())));
        verdict.addClassName(result.passed() ? "passed" : "failed");
        verdict.getElement().setAttribute("tabindex", "-1");
        var timedOut = new Paragraph(result.timedOut() ? getTranslation("quiz.timed-out") : "");
        timedOut.setVisible(result.timedOut());
        var receipt = new Paragraph(
                getTranslation("quiz.receipt", Moment.minute(result.at()), sheet.number(), receipt(sheet)));
        receipt.addClassName("muted");
        var links = new Div(new RouterLink(getTranslation("place.home"), MySpaceView.class));
        var again = new RouterLink(
                getTranslation("quiz.again"), QuizDoorView.class, new RouteParameters("code", sheet.courseCode()));
        again.setQueryParameters(QueryParameters.of(QuizDoorView.AGAIN, ""));
        again.addClassName("button");
        if (!result.passed()) again.addClassName("main");
        links.addComponentAsFirst(again);
        links.add(new RouterLink(
                getTranslation("course.again"), CourseDoorView.class, new RouteParameters("code", sheet.courseCode())));
        links.addClassName("row");
        add(
                verdict,
                timedOut,
                new Paragraph(
                        getTranslation(result.passed() ? "quiz.passed.text" : "quiz.failed.text", sheet.passMark())),
                receipt,
                links);
    }

    /** The end of the try's id: enough to find it again together with its learner. */
    private static String receipt(QuizSheet sheet) {
        var id = sheet.attempt().toString();
        return id.substring(id.length() - RECEIPT_LENGTH).toUpperCase(Locale.ROOT);
    }

    private Component corrected(Question question, int number, QuizSheet sheet) {
        var section = new Section(
                new H2(getTranslation("quiz.question", number, sheet.questions().size())));
        section.addClassName("exercise");
        var answer = Optional.ofNullable(sheet.answers().get(question.version()));
        var form = new QuestionForm(question, renderer, words, answer.map(QuizSheet.Answered::response), () -> {});
        section.add(form);
        var mark = sheet.marks().get(question.version());
        if (mark == null) return section;
        form.close(mark);
        section.add(new Paragraph(answer.isEmpty() ? new Span(getTranslation("quiz.unanswered")) : form.verdict(mark)));
        for (var html : mark.general()) section.add(new RichText(renderer.fragment(html)));
        if (!mark.isRight()) section.add(new Paragraph(getTranslation("quiz.right-answer")), rightAnswer(mark));
        return section;
    }

    private Component rightAnswer(Mark mark) {
        var answer = new Div(new RichText(renderer.fragment(mark.rightAnswer())));
        answer.addClassName("right-answer");
        return answer;
    }
}
