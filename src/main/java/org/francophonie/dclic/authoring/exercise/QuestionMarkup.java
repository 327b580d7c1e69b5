package org.francophonie.dclic.authoring.exercise;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.francophonie.dclic.authoring.block.LessonRenderer;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.text.HtmlSanitiser;
import org.francophonie.dclic.platform.ui.RichText;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/**
 * The inside of a question's fieldset as one piece of HTML: a tenth of what it would weigh as components, on the wire and in
 * the session. Texts of authors go through the renderer, everything else is escaped.
 *
 * @param given the answer as it stands
 * @param mark what it is worth, when that may be shown
 * @param isClosed nothing can be changed any more
 */
record QuestionMarkup(
        Question question,
        Optional<Response> given,
        Optional<Mark> mark,
        boolean isClosed,
        LessonRenderer renderer,
        Words words,
        Locale language)
        implements RichText.Trusted {

    /** Characters that a list shows on the narrowest screen. */
    private static final int LONG = 26;

    @Override
    public String markup() {
        var html = new StringBuilder("<legend class=\"content\">" + fragment(question.html()) + "</legend>");
        switch (question.kind()) {
            case SINGLE -> choices(html, "radio");
            case MULTIPLE -> {
                html.append("<p class=\"muted\">")
                        .append(word("question.several"))
                        .append("</p>");
                choices(html, "checkbox");
            }
            case SHORT -> line(html, "question.words", "text");
            case NUMERIC -> line(html, "question.number", "decimal");
            case MATCHING -> pairs(html);
        }
        return html.toString();
    }

    private void choices(StringBuilder html, String type) {
        Set<String> chosen = given.orElse(null) instanceof Response.Chosen(var options) ? options : Set.of();
        for (var option : question.options()) {
            html.append("<label class=\"choice")
                    .append(kind(option.id()))
                    .append("\"><input type=\"")
                    .append(type)
                    .append("\" name=\"q")
                    .append(question.version())
                    .append("\" value=\"")
                    .append(escape(option.id()))
                    .append(chosen.contains(option.id()) ? "\" checked" : "\"")
                    .append(disabled())
                    .append("><div class=\"content\">")
                    .append(fragment(option.html()))
                    .append("</div>")
                    .append(sign(option.id()))
                    .append("</label>");
            feedback(html, option.id());
        }
    }

    private Optional<Boolean> isRight(String part) {
        return mark.map(shown -> shown.right().get(part));
    }

    private String kind(String part) {
        return isRight(part).map(right -> right ? " right" : " wrong").orElse("");
    }

    /** A shape for the eye, a word for the ear. */
    private String sign(String part) {
        return isRight(part)
                .map(right -> "<span class=\"sign\" role=\"img\" aria-label=\""
                        + word(right ? "question.sign.right" : "question.sign.wrong")
                        + (right ? "\">✓</span>" : "\">✗</span>"))
                .orElse("");
    }

    private void feedback(StringBuilder html, String option) {
        mark.map(shown -> shown.perOption().get(option)).ifPresent(text -> html.append("<div class=\"feedback content")
                .append(kind(option))
                .append("\">")
                .append(fragment(text))
                .append("</div>"));
    }

    private void line(StringBuilder html, String label, String mode) {
        var text = given.orElse(null) instanceof Response.Written(var written) ? written : "";
        html.append("<label class=\"written\">")
                .append(word(label))
                .append("<input type=\"text\" autocomplete=\"off\" maxlength=\"300\" inputmode=\"")
                .append(mode)
                .append("\" value=\"")
                .append(escape(text))
                .append('"')
                .append(disabled())
                .append("></label>");
    }

    private void pairs(StringBuilder html) {
        Map<String, String> matched = given.orElse(null) instanceof Response.Matched(var pairs) ? pairs : Map.of();
        var whole = question.options().stream().anyMatch(option -> plain(option).length() > LONG);
        for (var left : question.lefts()) {
            html.append("<label class=\"pair")
                    .append(kind(left.id()))
                    .append("\"><span class=\"content\">")
                    .append(fragment(left.html()))
                    .append("</span>");
            if (isClosed) chosen(html, left, matched);
            else select(html, left, matched, whole);
            html.append(sign(left.id())).append("</label>");
        }
    }

    /** What can no longer be changed is read, not chosen. */
    private void chosen(StringBuilder html, Question.Option left, Map<String, String> matched) {
        html.append("<span class=\"matched content\">→ ")
                .append(right(matched.get(left.id()))
                        .map(Question.Option::html)
                        .map(this::fragment)
                        .orElse("…"))
                .append("</span>");
    }

    /** @param whole the words chosen stand below in full: a narrow screen cuts those in the list */
    private void select(StringBuilder html, Question.Option left, Map<String, String> matched, boolean whole) {
        html.append("<select name=\"")
                .append(escape(left.id()))
                .append("\"><option value=\"\">")
                .append(word("question.choose"))
                .append("</option>");
        for (var right : question.options())
            html.append("<option value=\"")
                    .append(escape(right.id()))
                    .append(right.id().equals(matched.get(left.id())) ? "\" selected>" : "\">")
                    .append(escape(plain(right)))
                    .append("</option>");
        html.append("</select>");
        if (whole)
            html.append("<span class=\"whole\" aria-hidden=\"true\">")
                    .append(right(matched.get(left.id()))
                            .map(option -> escape(plain(option)))
                            .orElse(""))
                    .append("</span>");
    }

    private Optional<Question.Option> right(@Nullable String id) {
        return question.options().stream()
                .filter(option -> option.id().equals(id))
                .findFirst();
    }

    private static String plain(Question.Option option) {
        return HtmlSanitiser.text(option.html());
    }

    private String disabled() {
        return isClosed ? " disabled" : "";
    }

    private String fragment(String html) {
        return renderer.fragment(html).markup();
    }

    private String word(String key) {
        return escape(words.get(language, key));
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
