package org.francophonie.dclic.authoring.exercise;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.francophonie.dclic.authoring.block.LessonRenderer;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.ui.RichText;
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
            html.append("<label class=\"choice\"><input type=\"")
                    .append(type)
                    .append("\" name=\"q")
                    .append(question.version())
                    .append("\" value=\"")
                    .append(escape(option.id()))
                    .append(chosen.contains(option.id()) ? "\" checked" : "\"")
                    .append(disabled())
                    .append("><div class=\"content\">")
                    .append(fragment(option.html()))
                    .append("</div></label>");
            feedback(html, option.id());
        }
    }

    private void feedback(StringBuilder html, String option) {
        mark.map(shown -> shown.perOption().get(option))
                .ifPresent(text -> html.append("<div class=\"feedback content\">")
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
        for (var left : question.lefts()) {
            html.append("<label class=\"pair\"><span class=\"content\">")
                    .append(fragment(left.html()))
                    .append("</span><select name=\"")
                    .append(escape(left.id()))
                    .append('"')
                    .append(disabled())
                    .append("><option value=\"\">")
                    .append(word("question.choose"))
                    .append("</option>");
            for (var right : question.options())
                html.append("<option value=\"")
                        .append(escape(right.id()))
                        .append(right.id().equals(matched.get(left.id())) ? "\" selected>" : "\">")
                        .append(escape(org.jsoup.Jsoup.parse(right.html()).text()))
                        .append("</option>");
            html.append("</select></label>");
        }
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
