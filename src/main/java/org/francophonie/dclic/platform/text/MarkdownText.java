package org.francophonie.dclic.platform.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * Writes harmless HTML as the Markdown (CommonMark, GFM tables) that reads as the same HTML again. What Markdown has no signs
 * for stays HTML, which Markdown lets through.
 */
public final class MarkdownText {
    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().extensions(TABLES).build();
    private static final MarkdownRenderer MARKDOWN =
            MarkdownRenderer.builder().extensions(TABLES).build();

    private static final Pattern PRE = Pattern.compile("<pre.*?</pre>", Pattern.DOTALL);

    private static final Set<String> BLOCKS = Set.of(
            "p", "ul", "ol", "blockquote", "pre", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "table", "div", "dl");

    private final UnaryOperator<String> links;

    private MarkdownText(UnaryOperator<String> links) {
        this.links = links;
    }

    /** @param links changes where links lead */
    public static String of(String html, UnaryOperator<String> links) {
        var body = exactly(html);
        body.select("a[href]").forEach(link -> link.attr("href", links.apply(link.attr("href"))));
        var markdown = markdown(new MarkdownText(links).document(body));
        var meant = body.children().stream().anyMatch(child -> BLOCKS.contains(child.tagName()))
                ? body.html()
                : "<p>" + body.html() + "</p>"; // an answer of a quiz, within its line
        return shape(html(markdown)).equals(shape(meant)) ? markdown : raw(meant);
    }

    /** As it reads, uncleaned. */
    public static String html(String markdown) {
        return HTML.render(PARSER.parse(markdown));
    }

    public static String of(String html) {
        return of(html, UnaryOperator.identity());
    }

    /** One line or more of Markdown for a tree that was put together by hand. */
    public static String markdown(org.commonmark.node.Node node) {
        return MARKDOWN.render(node).strip();
    }

    /** What two pieces of HTML have in common when they read the same. */
    private static String shape(String html) {
        var body = Jsoup.parseBodyFragment(html).body();
        body.select("a").removeAttr("rel");
        var shape = new StringBuilder();
        NodeTraversor.filter(
                new NodeFilter() {
                    @Override
                    public FilterResult head(Node node, int depth) {
                        switch (node) {
                            case TextNode text when isWithin(text, "pre") -> shape.append(text.getWholeText());
                            case TextNode text
                            when !text.isBlank() -> shape.append(text.text().replaceAll("\\s+", " "));
                            case Element element ->
                                shape.append('<')
                                        .append(name(element))
                                        .append(element.attributes())
                                        .append('>');
                            default -> {}
                        }
                        return FilterResult.CONTINUE;
                    }

                    @Override
                    public FilterResult tail(Node node, int depth) {
                        if (node instanceof Element element)
                            shape.append("</").append(name(element)).append('>');
                        return FilterResult.CONTINUE;
                    }
                },
                body);
        return shape.toString().replaceAll(" *(</?[a-z0-9]+[^>]*>) *", "$1").strip();
    }

    private static String name(Element element) {
        return switch (element.tagName()) {
            case "b" -> "strong";
            case "i" -> "em";
            default -> element.tagName();
        };
    }

    private static boolean isWithin(Node node, String tag) {
        for (var at = node.parent(); at != null; at = at.parent())
            if (at.nodeName().equals(tag)) return true;
        return false;
    }

    private static Element exactly(String html) {
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        return document.body();
    }

    /** An empty line would end it; where it is meant, it is written as what it is. */
    private static String raw(String html) {
        return PRE.matcher(html)
                .replaceAll(pre -> Matcher.quoteReplacement(pre.group().replace("\n", "&#10;")))
                .replaceAll("\\n\\s*\\n", "\n")
                .strip();
    }

    private Document document(Element body) {
        var document = new Document();
        blocks(body, document);
        return document;
    }

    private void blocks(Element from, org.commonmark.node.Node to) {
        var words = new Paragraph();
        for (var child : from.childNodes()) {
            if (child instanceof Element element && BLOCKS.contains(element.tagName())) {
                words = close(words, to);
                to.appendChild(block(element));
            } else inline(child, words);
        }
        close(words, to);
    }

    /** Words that stand between blocks are a paragraph of their own. */
    private static Paragraph close(Paragraph words, org.commonmark.node.Node to) {
        if (words.getFirstChild() == null) return words;
        var isEmpty = words.getFirstChild() == words.getLastChild()
                && words.getFirstChild() instanceof Text text
                && text.getLiteral().isBlank();
        if (isEmpty) words.getFirstChild().unlink();
        else to.appendChild(words);
        return isEmpty ? words : new Paragraph();
    }

    private org.commonmark.node.Node block(Element element) {
        if (!element.attributes().isEmpty() && !element.tagName().equals("ol")) return html(element);
        return switch (element.tagName()) {
            case "p" -> filled(new Paragraph(), element);
            case "blockquote" -> nested(new BlockQuote(), element);
            case "ul" -> list(new BulletList(), element);
            case "ol" -> {
                var list = new OrderedList();
                list.setMarkerStartNumber(
                        element.attr("start").isEmpty() ? 1 : Integer.parseInt(element.attr("start")));
                yield list(list, element);
            }
            case "pre" -> code(element);
            case "hr" -> new ThematicBreak();
            case "table" -> table(element).orElseGet(() -> html(element));
            case "h2", "h3", "h4", "h5", "h6" -> {
                var heading = new Heading();
                heading.setLevel(element.tagName().charAt(1) - '0');
                yield filled(heading, element);
            }
            default -> html(element);
        };
    }

    private static org.commonmark.node.Node html(Element element) {
        var html = new HtmlBlock();
        html.setLiteral(raw(element.outerHtml()));
        return html;
    }

    private org.commonmark.node.Node filled(org.commonmark.node.Node to, Element from) {
        from.childNodes().forEach(child -> inline(child, to));
        return to;
    }

    private org.commonmark.node.Node nested(org.commonmark.node.Node to, Element from) {
        blocks(from, to);
        return to;
    }

    private org.commonmark.node.Node list(ListBlock list, Element from) {
        list.setTight(from.select("> li > p").isEmpty());
        for (var item : from.children()) list.appendChild(nested(new ListItem(), item));
        return list;
    }

    private static org.commonmark.node.Node code(Element pre) {
        var fence = new FencedCodeBlock();
        var code = pre.selectFirst("code");
        fence.setInfo(code == null ? "" : code.className().replace("language-", ""));
        fence.setLiteral(pre.wholeText());
        return fence;
    }

    /** Nothing for a table that GFM has no signs for. */
    private Optional<org.commonmark.node.Node> table(Element table) {
        var head = table.select("> thead > tr");
        if (head.size() != 1
                || !table.select("[colspan], [rowspan], caption, tbody th, thead td, tfoot, p, ul, ol, br, pre")
                        .isEmpty()) return Optional.empty();
        var block = new TableBlock();
        var top = new TableHead();
        top.appendChild(row(head.get(0), true));
        block.appendChild(top);
        var body = new TableBody();
        table.select("> tbody > tr").forEach(row -> body.appendChild(row(row, false)));
        if (body.getFirstChild() != null) block.appendChild(body);
        return Optional.of(block);
    }

    private TableRow row(Element from, boolean isHead) {
        var row = new TableRow();
        for (var each : from.children()) {
            var cell = new TableCell();
            cell.setHeader(isHead);
            if (each.hasAttr("align"))
                cell.setAlignment(TableCell.Alignment.valueOf(each.attr("align").toUpperCase(Locale.ROOT)));
            row.appendChild(filled(cell, each));
        }
        return row;
    }

    private void inline(Node from, org.commonmark.node.Node to) {
        switch (from) {
            case TextNode text -> {
                var literal = text.getWholeText().replaceAll("[ \\t\\n\\r]+", " ");
                if (!literal.isEmpty()) to.appendChild(new Text(literal));
            }
            case Element element -> element(element, to);
            default -> {}
        }
    }

    private void element(Element element, org.commonmark.node.Node to) {
        switch (element.tagName()) {
            case "br" -> to.appendChild(new HardLineBreak());
            case "strong", "b" -> to.appendChild(filled(new StrongEmphasis("**"), element));
            case "em", "i" -> to.appendChild(filled(new Emphasis("*"), element));
            case "code" -> to.appendChild(new Code(element.wholeText()));
            case "a" -> {
                var title = element.attr("title");
                to.appendChild(filled(new Link(element.attr("href"), title.isEmpty() ? null : title), element));
            }
            default -> {
                to.appendChild(
                        tag("<" + element.tagName() + element.attributes().html() + ">"));
                filled(to, element);
                to.appendChild(tag("</" + element.tagName() + ">"));
            }
        }
    }

    private static HtmlInline tag(String literal) {
        var tag = new HtmlInline();
        tag.setLiteral(literal);
        return tag;
    }
}
