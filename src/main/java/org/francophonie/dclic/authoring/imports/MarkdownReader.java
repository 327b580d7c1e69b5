package org.francophonie.dclic.authoring.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.francophonie.dclic.authoring.block.Block;
import org.francophonie.dclic.authoring.imports.ImportReport.Level;
import org.francophonie.dclic.platform.text.HtmlSanitiser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Reads a lesson in Markdown (CommonMark, GFM tables) into blocks. What stands beside Markdown: callouts
 * ({@code > [!ASTUCE]}), exercises and reflections (fences named {@code exercice} and {@code reflexion}), files alone in
 * their paragraph.
 */
final class MarkdownReader {
    private static final Pattern CALLOUT = Pattern.compile("\\[!([A-ZÀ-Ý]+)]");
    private static final Map<String, Block.Kind> CALLOUTS = Map.of(
            "NOTE", Block.Kind.NOTE,
            "ASTUCE", Block.Kind.TIP,
            "TIP", Block.Kind.TIP,
            "ATTENTION", Block.Kind.WARNING,
            "WARNING", Block.Kind.WARNING,
            "IMPORTANT", Block.Kind.WARNING,
            "CAUTION", Block.Kind.WARNING,
            "EXEMPLE", Block.Kind.EXAMPLE,
            "RETENIR", Block.Kind.REMEMBER);
    private static final Pattern SOUND = Pattern.compile(".*\\.(mp3|ogg|opus|m4a|wav)");
    private static final Pattern FILM = Pattern.compile(".*\\.(mp4|webm)");
    /** What lessons have no use for, or what could do something. */
    private static final String FOREIGN =
            "iframe, video, audio, object, embed, script, style, link, meta, base, form, input, button, textarea, select, svg";

    private static final Pattern INLINE_LINK = Pattern.compile("(?i)(<a\\s+(?:[^>]*\\s)?href=\")([^\"]*)(\"[^>]*>)");

    private static final Pattern WEB = Pattern.compile("(?i)(https?|mailto):.*");

    private final Parser parser = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .build();
    private final HtmlRenderer html =
            HtmlRenderer.builder().extensions(List.of(TablesExtension.create())).build();
    private final TextContentRenderer plain = TextContentRenderer.builder().build();

    private final HtmlSanitiser sanitiser;
    private final ImportReport report;
    /** Where a path in a lesson leads: the path of a file of the package. */
    private final java.util.function.BiFunction<String, String, Optional<String>> files;
    /** The address of another lesson, for links between lessons. */
    private final Function<String, Optional<String>> lessons;

    private String path = "";
    private int firstLine;
    private List<RawBlock> blocks = new ArrayList<>();
    private StringBuilder text = new StringBuilder();
    private Optional<String> title = Optional.empty();

    MarkdownReader(
            HtmlSanitiser sanitiser,
            ImportReport report,
            java.util.function.BiFunction<String, String, Optional<String>> files,
            Function<String, Optional<String>> lessons) {
        this.sanitiser = sanitiser;
        this.report = report;
        this.files = files;
        this.lessons = lessons;
    }

    /** @param titleInHead the title that the head of the file gives, if any */
    RawLesson read(
            String lessonPath,
            String markdown,
            int bodyLine,
            Optional<String> titleInHead,
            int minutes,
            String objective) {
        path = lessonPath;
        firstLine = bodyLine + 1;
        blocks = new ArrayList<>();
        text = new StringBuilder();
        title = titleInHead;
        var document = parser.parse(markdown);
        for (var node = document.getFirstChild(); node != null; ) {
            var next = node.getNext(); // reading a node may take it out of the tree
            block(node);
            node = next;
        }
        flush();
        return new RawLesson(lessonPath, title.orElse(nameOf(lessonPath)), minutes, objective, List.copyOf(blocks));
    }

    private static String nameOf(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        return name.replaceAll("(\\.fr)?\\.md$", "")
                .replaceAll("^[0-9]+[-_. ]*", "")
                .replace('-', ' ')
                .replace('_', ' ');
    }

    private void block(Node node) {
        switch (node) {
            case Heading heading -> heading(heading);
            case FencedCodeBlock fence -> fence(fence);
            case IndentedCodeBlock code ->
                add(new RawBlock.Ready(new Block.Code("", code.getLiteral().stripTrailing())));
            case BlockQuote quote -> quote(quote);
            case TableBlock table -> {
                var pictures = takePictures(table);
                add(new RawBlock.Ready(new Block.Table(clean(table))));
                blocks.addAll(pictures);
            }
            case HtmlBlock raw -> rawHtml(raw);
            case Paragraph paragraph -> paragraph(paragraph);
            case ThematicBreak _ -> flush();
            default -> text(node);
        }
    }

    /** The first heading of level 1 is the lesson's title; below it nothing is higher than level 2. */
    private void heading(Heading heading) {
        var pictures = takePictures(heading);
        var words = plain.render(heading).strip();
        if (heading.getLevel() == 1 && title.isEmpty() && !words.isEmpty()) {
            title = Optional.of(words);
            return;
        }
        if (title.filter(words::equals).isPresent() && blocks.isEmpty() && text.isEmpty()) return;
        if (!words.isEmpty()) add(new RawBlock.Ready(new Block.Heading(Math.clamp(heading.getLevel(), 2, 4), words)));
        blocks.addAll(pictures);
    }

    private void fence(FencedCodeBlock fence) {
        var info = fence.getInfo() == null ? "" : fence.getInfo().strip().toLowerCase(Locale.ROOT);
        var literal = fence.getLiteral().stripTrailing();
        switch (info) {
            case "exercice" -> add(new RawBlock.Ask(literal, line(fence) + 1));
            case "reflexion", "réflexion" -> add(new RawBlock.Reflect(clean(parser.parse(literal), fence)));
            default -> add(new RawBlock.Ready(new Block.Code(language(info), literal)));
        }
    }

    private static String language(String info) {
        var word = info.split("[\\s{,]", 2)[0];
        return word.matches("[a-z0-9+#-]{1,20}") ? word : "";
    }

    private void quote(BlockQuote quote) {
        var kind = quote.getFirstChild() instanceof Paragraph first ? calloutKind(first) : Optional.<Block.Kind>empty();
        if (kind.isEmpty()) {
            text(quote);
            return;
        }
        var pictures = takePictures(quote);
        var inside = new StringBuilder();
        for (var node = quote.getFirstChild(); node != null; node = node.getNext()) inside.append(html.render(node));
        add(new RawBlock.Ready(new Block.Callout(kind.get(), sanitiser.clean(inside.toString()))));
        blocks.addAll(pictures);
    }

    /** Takes the mark out of the first line. */
    private Optional<Block.Kind> calloutKind(Paragraph first) {
        if (!(first.getFirstChild() instanceof Text mark)) return Optional.empty();
        var matcher = CALLOUT.matcher(mark.getLiteral().strip());
        if (!matcher.matches() || !CALLOUTS.containsKey(matcher.group(1))) return Optional.empty();
        if (mark.getNext() instanceof SoftLineBreak newLine) newLine.unlink();
        mark.unlink();
        if (first.getFirstChild() == null) first.unlink();
        return Optional.of(CALLOUTS.get(matcher.group(1)));
    }

    private void paragraph(Paragraph paragraph) {
        if (paragraph.getFirstChild() == paragraph.getLastChild()) {
            if (paragraph.getFirstChild() instanceof Image image && medium(image)) return;
            if (paragraph.getFirstChild() instanceof Link link && attachment(link)) return;
        }
        text(paragraph);
    }

    private void text(Node node) {
        int line = line(node);
        var pictures = takePictures(node, line);
        relink(node);
        var rendered = html.render(node);
        var clean = sanitiser.clean(rendered);
        if (lost(rendered, clean)) report.add(Level.CHANGED, path, line, "html-cleaned");
        if (!HtmlSanitiser.text(clean).isBlank()) text.append(clean);
        if (!pictures.isEmpty()) {
            flush();
            blocks.addAll(pictures);
        }
    }

    private String clean(Node node) {
        return clean(node, node);
    }

    /** @param place where it stands in the lesson */
    private String clean(Node node, Node place) {
        relink(node, line(place));
        return sanitiser.clean(html.render(node));
    }

    private static boolean lost(String before, String after) {
        return !HtmlSanitiser.text(before).equals(HtmlSanitiser.text(after))
                || !Jsoup.parseBodyFragment(before).select(FOREIGN).isEmpty();
    }

    private void rawHtml(HtmlBlock raw) {
        var parsed = Jsoup.parseBodyFragment(raw.getLiteral());
        for (var image : parsed.select("img[src]")) {
            var picture = new Image(image.attr("src"), image.attr("title"));
            picture.appendChild(new Text(image.attr("alt")));
            medium(picture, line(raw));
            image.remove();
        }
        parsed.select(FOREIGN).stream()
                .map(Element::tagName)
                .distinct()
                .forEach(name -> report.add(Level.LEFT_OUT, path, line(raw), "html-left-out", name));
        for (var link : parsed.select("a[href]")) {
            var to = link.attr("href");
            if (WEB.matcher(to).matches()) continue;
            var lesson = to.startsWith("#") ? Optional.<String>empty() : lesson(to, line(raw));
            lesson.ifPresentOrElse(number -> link.attr("href", number), link::unwrap);
        }
        var clean = sanitiser.clean(parsed.body().html());
        if (HtmlSanitiser.text(clean).isBlank()) return;
        if (isTable(parsed.body())) add(new RawBlock.Ready(new Block.Table(clean)));
        else text.append(clean);
    }

    private static boolean isTable(Element body) {
        return body.childrenSize() == 1
                && body.child(0).nameIs("table")
                && body.ownText().isBlank();
    }

    /** Links to other lessons become links between lessons; links to files that are not there become plain words. */
    private void relink(Node node) {
        relink(node, line(node));
    }

    private void relink(Node node, int line) {
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(HtmlInline tag) {
                var link = INLINE_LINK.matcher(tag.getLiteral());
                if (!link.matches() || WEB.matcher(link.group(2)).matches()) return;
                tag.setLiteral(lesson(link.group(2), line)
                        .map(to -> link.group(1) + to + link.group(3))
                        .orElse("<a>"));
            }

            @Override
            public void visit(Link link) {
                visitChildren(link);
                var to = link.getDestination();
                if (WEB.matcher(to).matches() || to.startsWith("#")) {
                    if (to.startsWith("#")) unwrap(link);
                    return;
                }
                lesson(to, line).ifPresentOrElse(link::setDestination, () -> unwrap(link));
            }
        });
    }

    /** The number of the lesson to which a link leads; one that leads nowhere is told. */
    private Optional<String> lesson(String to, int line) {
        var lesson = files.apply(path, to).flatMap(lessons);
        if (lesson.isEmpty()) report.add(Level.CHANGED, path, line, "link-removed", to);
        return lesson;
    }

    private static void unwrap(Node node) {
        for (var child = node.getFirstChild(); child != null; ) {
            var next = child.getNext();
            node.insertBefore(child);
            child = next;
        }
        node.unlink();
    }

    private List<RawBlock> takePictures(Node node) {
        return takePictures(node, line(node));
    }

    /** Pictures within text stand after it, as blocks of their own. */
    private List<RawBlock> takePictures(Node node, int line) {
        var images = new ArrayList<Image>();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                images.add(image);
            }
        });
        var pictures = new ArrayList<RawBlock>();
        for (var image : images) {
            picture(image, line).ifPresent(pictures::add);
            image.unlink();
        }
        return pictures;
    }

    private boolean medium(Image image) {
        return medium(image, line(image));
    }

    private boolean medium(Image image, int line) {
        picture(image, line).ifPresent(this::add);
        return true;
    }

    private Optional<RawBlock> picture(Image image, int line) {
        var to = image.getDestination();
        if (WEB.matcher(to).matches()) {
            report.add(Level.LEFT_OUT, path, line, "picture-elsewhere", to);
            return Optional.empty();
        }
        var file = files.apply(path, to);
        if (file.isEmpty()) {
            report.add(Level.LEFT_OUT, path, line, "file-missing", to);
            return Optional.empty();
        }
        var name = file.get().toLowerCase(Locale.ROOT);
        var alternative = plain.render(words(image)).strip();
        if (SOUND.matcher(name).matches()) return Optional.of(new RawBlock.Sound(file.get(), alternative, line));
        if (FILM.matcher(name).matches()) return Optional.of(new RawBlock.Film(file.get(), alternative, line));
        var caption = image.getTitle() == null ? "" : image.getTitle().strip();
        if (alternative.isEmpty()) report.add(Level.CHANGED, path, line, "no-alternative", to);
        return Optional.of(new RawBlock.Picture(file.get(), alternative, caption, line));
    }

    /** What stands within it, without where it leads. */
    private static Node words(Node node) {
        var words = new Paragraph();
        for (var child = node.getFirstChild(); child != null; ) {
            var next = child.getNext();
            words.appendChild(child);
            child = next;
        }
        return words;
    }

    private boolean attachment(Link link) {
        var to = link.getDestination();
        if (WEB.matcher(to).matches() || to.startsWith("#")) return false;
        var file = files.apply(path, to);
        if (file.isEmpty() || lessons.apply(file.get()).isPresent()) return false;
        add(new RawBlock.Attachment(file.get(), plain.render(words(link)).strip(), line(link)));
        return true;
    }

    private void add(RawBlock block) {
        flush();
        blocks.add(block);
    }

    private void flush() {
        if (text.isEmpty()) return;
        blocks.add(new RawBlock.Ready(new Block.Text(text.toString().strip())));
        text = new StringBuilder();
    }

    private int line(Node node) {
        for (var at = node; at != null; at = at.getParent())
            if (!at.getSourceSpans().isEmpty())
                return at.getSourceSpans().getFirst().getLineIndex() + firstLine;
        return firstLine;
    }
}
