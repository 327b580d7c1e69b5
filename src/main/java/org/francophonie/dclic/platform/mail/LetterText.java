package org.francophonie.dclic.platform.mail;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.francophonie.dclic.platform.i18n.Words;
import org.springframework.web.util.HtmlUtils;

/**
 * A letter in words. Its paragraphs are parted by empty lines; one that is an address of ours alone becomes a button where
 * the reader sees HTML.
 *
 * @param subject one line
 */
public record LetterText(String subject, String body) {
    private static final String PARAGRAPHS = "\n\n";
    private static final int LONGEST_SUBJECT = 150;

    public LetterText {
        subject = line(subject);
    }

    /** No letter begins a header of its own, and no name fills the list of letters. */
    private static String line(String text) {
        var line = text.codePoints()
                .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
                .limit(LONGEST_SUBJECT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return line.strip();
    }

    /** In HTML that every reader of mail shows, without a picture or anything from elsewhere. */
    String html(String language, URI base) {
        var paragraphs = Arrays.stream(body.split(PARAGRAPHS))
                .map(paragraph -> paragraph(paragraph.strip(), base))
                .collect(Collectors.joining("\n"));
        return "<!DOCTYPE html><html lang=\"" + language + "\" dir=\"" + Words.direction(language)
                + "\"><head><meta charset=\"utf-8\"><title>" + HtmlUtils.htmlEscape(subject) + "</title></head>"
                + "<body style=\"font: 16px/1.5 sans-serif; max-width: 36em; margin: 1em auto; padding: 0 1em\">\n"
                + paragraphs + "\n</body></html>";
    }

    private static String paragraph(String text, URI base) {
        var escaped = HtmlUtils.htmlEscape(text);
        if (!text.startsWith(base + "/") || text.chars().anyMatch(Character::isWhitespace))
            return "<p>" + escaped.replace("\n", "<br>") + "</p>";
        return "<p><a href=\"" + escaped + "\">" + escaped + "</a></p>";
    }
}
