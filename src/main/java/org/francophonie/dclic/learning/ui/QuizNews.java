package org.francophonie.dclic.learning.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import java.text.NumberFormat;
import java.util.Optional;
import org.francophonie.dclic.learning.LastTries;
import org.francophonie.dclic.learning.MyCourse;
import org.francophonie.dclic.platform.access.Gate;
import org.francophonie.dclic.platform.access.Right;
import org.francophonie.dclic.platform.ui.Moment;
import org.springframework.beans.factory.ObjectProvider;

/** Says, as long as the quiz is left, what the last try came to and what it takes. */
@org.springframework.stereotype.Component
class QuizNews {
    private final ObjectProvider<LastTries> tries;
    private final Gate gate;

    QuizNews(ObjectProvider<LastTries> tries, Gate gate) {
        this.tries = tries;
        this.gate = gate;
    }

    /** Nothing before the first try that was handed in. */
    Optional<Component> line(MyCourse course, Component speaker) {
        if (course.completedAt().isPresent() || !gate.allows(Right.TAKE_QUIZ)) return Optional.empty();
        var running = tries.stream()
                .flatMap(known -> known.runsUntil(course.course()).stream())
                .findFirst();
        if (running.isPresent())
            return Optional.of(new Paragraph(
                    new Text(speaker.getTranslation("my.quiz-runs", Moment.minute(running.get())) + " "),
                    new QuizLink(course.code(), speaker.getTranslation("my.quiz-runs.go"))));
        var number = NumberFormat.getInstance(UI.getCurrent().getLocale());
        number.setMaximumFractionDigits(1);
        return tries.stream()
                .flatMap(known -> known.failed(course.course()).stream())
                .findFirst()
                .map(last -> new Paragraph(speaker.getTranslation(
                        "my.last-try",
                        number.format(last.points()),
                        number.format(last.outOf()),
                        Moment.day(last.at()),
                        last.passMark())));
    }
}
