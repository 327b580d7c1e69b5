package org.francophonie.dclic.learning.ui;

import com.vaadin.flow.component.html.Article;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.francophonie.dclic.authoring.PublishedLesson;
import org.francophonie.dclic.authoring.block.Block;
import org.francophonie.dclic.authoring.block.LessonRenderer;
import org.francophonie.dclic.authoring.block.Look;
import org.francophonie.dclic.authoring.block.Piece;
import org.francophonie.dclic.authoring.exercise.ExerciseSource;
import org.francophonie.dclic.learning.service.CourseVisit;
import org.francophonie.dclic.learning.service.LearningService;
import org.francophonie.dclic.platform.drafts.DraftService;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.RichText;

/** The text of a lesson with its exercises and reflections in the flow. */
final class LessonText extends Article {
    private static final long serialVersionUID = 1;

    LessonText(
            PublishedLesson lesson,
            CourseVisit visit,
            LearningService learning,
            ExerciseSource exercises,
            DraftService drafts,
            LessonRenderer renderer,
            Words words) {
        var course = visit.publication().document();
        getElement().setAttribute("lang", course.description().language());
        var asked = lesson.blocks().stream()
                .filter(Block.Exercise.class::isInstance)
                .map(block -> ((Block.Exercise) block).questionVersion())
                .collect(Collectors.<UUID>toSet());
        var questions = exercises.questions(asked, visit.enrolment().value().getLeastSignificantBits());
        var before = asked.isEmpty() ? null : learning.lastAnswers(visit.enrolment(), Set.copyOf(asked));
        for (var piece :
                renderer.render(lesson.blocks(), new Look(getLocale(), course.code(), LightMode.isOn(), true))) {
            switch (piece) {
                case Piece.Markup markup -> add(new RichText(markup));
                case Piece.Think think -> add(new ReflectionPanel(think, drafts));
                case Piece.Ask ask -> {
                    var question = questions.get(ask.exercise().questionVersion());
                    if (question != null && before != null)
                        add(new ExercisePanel(
                                question,
                                renderer,
                                words,
                                java.util.Optional.ofNullable(before.get(question.version())),
                                answer -> learning.answer(
                                        visit.enrolment(),
                                        lesson.lessonId(),
                                        question.version(),
                                        answer.commandId(),
                                        answer.response())));
                }
            }
        }
    }
}
