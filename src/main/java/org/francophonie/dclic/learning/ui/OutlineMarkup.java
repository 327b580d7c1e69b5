package org.francophonie.dclic.learning.ui;

import java.util.Locale;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.RichText;
import org.springframework.web.util.HtmlUtils;

/**
 * The steps of a course as links, the same text for all its learners: only their states differ, and the browser sets those
 * (dclicOutline in frontend/dclic.js). As components they would be a third of what a session holds.
 */
record OutlineMarkup(PublishedCourse course, Words words, Locale language) implements RichText.Trusted {
    @Override
    public String markup() {
        var html = new StringBuilder("<ol>");
        for (int i = 1; i <= course.lessons().size(); i++)
            step(
                    html,
                    "cours/" + course.code() + "/" + i,
                    course.lessons().get(i - 1).title());
        course.quiz().ifPresent(quiz -> step(html, QuizLink.place(course.code()), quiz.title()));
        return html.append("</ol>").toString();
    }

    private void step(StringBuilder html, String address, String title) {
        html.append("<li><span class=\"state\" role=\"img\" aria-label=\"")
                .append(word("state.todo"))
                .append("\" data-todo=\"")
                .append(word("state.todo"))
                .append("\" data-done=\"")
                .append(word("state.done"))
                .append("\">○</span><a router-link href=\"")
                .append(escape(address))
                .append("\">")
                .append(escape(title))
                .append("</a></li>");
    }

    private String word(String key) {
        return escape(words.get(language, key));
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
