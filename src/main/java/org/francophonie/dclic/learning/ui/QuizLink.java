package org.francophonie.dclic.learning.ui;

import com.vaadin.flow.router.RouterLink;

/** The way to the quiz of a course. The quiz is a place of the module above: its address is all that is known of it here. */
final class QuizLink extends RouterLink {
    private static final long serialVersionUID = 1;

    QuizLink(String code, String words) {
        setText(words);
        getElement().setAttribute("href", place(code));
    }

    static String place(String code) {
        return "evaluations/nouvelle/" + code;
    }
}
