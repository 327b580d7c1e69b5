package org.francophonie.dclic.assessment.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;

/** The numbers of all questions: where one is and which are answered, told by shape and word; the browser keeps it true. */
final class QuizNumbersRow extends Div {
    private static final long serialVersionUID = 1;

    QuizNumbersRow(int questions) {
        addClassName("numbers");
        var row = new Nav();
        row.getElement().setAttribute("aria-label", getTranslation("quiz.numbers"));
        for (int i = 0; i < questions; i++) {
            var button = QuizStepPanel.go(QuizStepPanel.id(i), Integer.toString(i + 1));
            var todo = getTranslation("quiz.number.todo", i + 1);
            button.getElement()
                    .setAttribute("aria-label", todo)
                    .setAttribute("data-todo", todo)
                    .setAttribute("data-done", getTranslation("quiz.number.done", i + 1))
                    .setAttribute("data-again", getTranslation("quiz.number.again"));
            row.add(button);
        }
        row.add(QuizStepPanel.go(QuizStepPanel.HAND_IN, getTranslation("quiz.review.short")));
        var all = new NativeButton(getTranslation("quiz.all"));
        all.addClassNames("plain", "all");
        all.getElement().setAttribute("data-all", all.getText()).setAttribute("data-one", getTranslation("quiz.one"));
        add(row, all);
    }
}
