package org.francophonie.dclic.platform.text;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.springframework.stereotype.Component;

/**
 * The one place that decides which HTML written by others is let through: text, lists, tables, code, links. No styles, no
 * scripts, no forms, no foreign pictures. It is applied when text comes in and again when it goes out.
 */
@Component
public class HtmlSanitiser {
    /** Levels of elements within elements. Checking deeper ones takes time that grows with the square of their number. */
    private static final int DEEPEST = 100;

    private static final Pattern LANGUAGE_CLASS = Pattern.compile("language-[A-Za-z0-9+#-]{1,30}");
    private static final Pattern LANG = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final Pattern DIR = Pattern.compile("ltr|rtl|auto");
    private static final Pattern ALIGN = Pattern.compile("left|right|center");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    private final PolicyFactory policy = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "strong",
                    "em",
                    "b",
                    "i",
                    "u",
                    "s",
                    "del",
                    "ins",
                    "sub",
                    "sup",
                    "small",
                    "kbd",
                    "samp",
                    "var",
                    "abbr",
                    "mark",
                    "q",
                    "cite",
                    "dfn",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "blockquote",
                    "pre",
                    "code",
                    "span",
                    "div",
                    "table",
                    "caption",
                    "thead",
                    "tbody",
                    "tfoot",
                    "tr",
                    "th",
                    "td",
                    "a",
                    "bdi")
            .allowAttributes("class")
            .matching(LANGUAGE_CLASS)
            .onElements("code")
            .allowAttributes("lang")
            .matching(LANG)
            .globally()
            .allowAttributes("dir")
            .matching(DIR)
            .globally()
            .allowAttributes("title")
            .onElements("abbr", "a")
            .allowAttributes("align")
            .matching(ALIGN)
            .onElements("th", "td")
            .allowAttributes("colspan", "rowspan")
            .matching(NUMBER)
            .onElements("th", "td")
            .allowAttributes("start")
            .matching(NUMBER)
            .onElements("ol")
            .allowAttributes("href")
            .onElements("a")
            .allowUrlProtocols("http", "https", "mailto")
            .requireRelsOnLinks("noopener")
            .allowWithoutAttributes("span", "a")
            .toFactory();

    /** HTML that is safe to show on our pages; of what is nested beyond all sense only the words are left. */
    public String clean(String html) {
        return isTooDeep(html) ? Entities.escape(text(html)) : policy.sanitize(html);
    }

    private static boolean isTooDeep(String html) {
        if (html.chars().filter(c -> c == '<').limit(DEEPEST + 1L).count() <= DEEPEST) return false;
        return NodeFilter.FilterResult.STOP
                == NodeTraversor.filter(
                        (node, depth) ->
                                depth > DEEPEST ? NodeFilter.FilterResult.STOP : NodeFilter.FilterResult.CONTINUE,
                        Jsoup.parseBodyFragment(html));
    }

    /** The text alone, for titles, search and alternatives. */
    public static String text(String html) {
        return Jsoup.parse(html).text();
    }

    /** Control characters and direction overrides have no place in one-line texts typed by people. */
    public static String line(String typed) {
        var line = typed.codePoints()
                .filter(c ->
                        !Character.isISOControl(c) && !(c >= 0x202A && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return line.codePoints().anyMatch(HtmlSanitiser::isSeen) ? line : "";
    }

    /** Fillers take a place and show nothing; marks that join or part letters show nothing alone. */
    private static boolean isSeen(int c) {
        return !Character.isSpaceChar(c)
                && Character.getType(c) != Character.FORMAT
                && c != 0x115F
                && c != 0x1160
                && c != 0x2800
                && c != 0x3164
                && c != 0xFFA0;
    }
}
