package org.francophonie.dclic.learning.ui;

import com.vaadin.flow.component.html.Article;
import java.util.Optional;
import org.francophonie.dclic.authoring.block.LessonRenderer;
import org.francophonie.dclic.authoring.block.Look;
import org.francophonie.dclic.authoring.block.Piece;
import org.francophonie.dclic.authoring.exercise.ExercisePanel;
import org.francophonie.dclic.authoring.exercise.ExerciseSource;
import org.francophonie.dclic.learning.service.LearningService;
import org.francophonie.dclic.learning.service.OpenLesson;
import org.francophonie.dclic.platform.drafts.DraftService;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.LightMode;
import org.francophonie.dclic.platform.ui.RichText;

/** The text of a lesson with its exercises and reflections in the flow. */
final class LessonText extends Article {
    private static final long serialVersionUID = 1;

    LessonText(
            OpenLesson open,
            LearningService learning,
            ExerciseSource exercises,
            DraftService drafts,
            LessonRenderer renderer,
            Words words) {
        var visit = open.visit();
        var lesson = open.lesson();
        var publication = visit.publication();
        var course = publication.document();
        getElement()
                .setAttribute("lang", course.description().language())
                .setAttribute("dir", Words.direction(course.description().language()));
        var questions = exercises.questions(
                lesson.questions(), visit.enrolment().value().getLeastSignificantBits());
        var look = new Look(getLocale(), Look.published(course.code()), LightMode.isOn(), true);
        for (var piece : renderer.published(publication.id().value(), lesson.id(), lesson.blocks(), look)) {
            switch (piece) {
                case Piece.Markup markup -> add(new RichText(markup));
                case Piece.Think think -> add(new ReflectionPanel(think, drafts));
                case Piece.Ask ask -> {
                    var question = questions.get(ask.exercise().questionVersion());
                    if (question == null) break;
                    var before = Optional.ofNullable(open.answers().get(question.version()));
                    add(new ExercisePanel(
                            question,
                            renderer,
                            words,
                            before,
                            before.flatMap(given -> exercises.mark(question.version(), given)),
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
