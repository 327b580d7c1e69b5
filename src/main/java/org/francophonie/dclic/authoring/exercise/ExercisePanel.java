package org.francophonie.dclic.authoring.exercise;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.francophonie.dclic.authoring.block.LessonRenderer;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.RichText;

/** An exercise within a lesson: answer, see why, try again as often as one likes. */
public final class ExercisePanel extends Section {
    private static final long serialVersionUID = 1;

    /** Told the browser, which hides it as soon as the answer changes, even without a link. */
    private static final String JUDGED = "judged";

    private final QuestionForm form;
    private final Div result = new Div();
    private final transient LessonRenderer renderer;
    private final transient Function<Answer, Mark> mark;
    private UUID commandId = UUID.randomUUID();

    /** An answer with the id of its sending. */
    public record Answer(UUID commandId, Response response) {}

    /** @param known what the answer given before is worth */
    public ExercisePanel(
            Question question,
            LessonRenderer renderer,
            Words words,
            Optional<Response> before,
            Optional<Mark> known,
            Function<Answer, Mark> mark) {
        this.renderer = renderer;
        this.mark = mark;
        addClassName("exercise");
        var title = new Paragraph(getTranslation("lesson.exercise"));
        title.addClassName("exercise-title");
        form = new QuestionForm(question, renderer, words, before, this::changed);
        result.getElement().setAttribute("role", "status");
        var waiting = new Paragraph(getTranslation("exercise.waiting"));
        waiting.addClassName("waiting");
        add(title, form, new Button(getTranslation("exercise.check"), _ -> check()), result, waiting);
        known.ifPresent(this::show);
    }

    private void changed() {
        commandId = UUID.randomUUID();
        result.removeAll();
        result.removeClassName(JUDGED);
    }

    private void check() {
        getElement().executeJs("this.removeAttribute('data-unsent')"); // the browser sets it, see frontend/dclic.js
        result.removeAll();
        result.removeClassName(JUDGED);
        var response = form.response();
        if (response.isEmpty()) {
            result.add(new Paragraph(getTranslation("exercise.empty")));
            return;
        }
        show(mark.apply(new Answer(commandId, response.get())));
    }

    /** Why it is right is told at once; whoever is not there yet may try again first. */
    private void show(Mark marked) {
        form.explain(marked);
        result.addClassName(JUDGED);
        result.add(new Paragraph(form.verdict(marked)));
        if (marked.isRight()) explain(marked).forEach(result::add);
        else {
            var solution = new Div(new RichText(renderer.fragment(marked.rightAnswer())));
            solution.addClassName("right-answer");
            explain(marked).forEach(solution::add);
            result.add(new NativeDetails(getTranslation("lesson.solution"), solution));
        }
    }

    private List<RichText> explain(Mark marked) {
        return marked.general().stream()
                .map(renderer::fragment)
                .map(RichText::new)
                .toList();
    }
}
