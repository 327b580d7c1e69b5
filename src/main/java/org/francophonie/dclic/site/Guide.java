package org.francophonie.dclic.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.springframework.core.io.ClassPathResource;

/**
 * One manual, written by us in Markdown.
 *
 * @param title its first heading
 * @param parts its headings of the second level, to go to
 * @param html the text below the title
 */
public record Guide(String title, List<Part> parts, String html) {
    private static final String FILE = "guide-";
    private static final String END = ".md";
    private static final List<Extension> TABLES = List.of(TablesExtension.create());

    /** @param id of the heading within the page */
    public record Part(String id, String title) {}

    /** The file behind an address. */
    private static final Map<String, String> FILES = Map.of("auteur", "auteur-import");

    static Guide read(String name) {
        var file = new ClassPathResource("guides/" + FILE + FILES.getOrDefault(name, name) + END);
        try (var in = file.getInputStream()) {
            return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Guide of(String markdown) {
        var document = Parser.builder().extensions(TABLES).build().parse(markdown);
        var headings = new ArrayList<Heading>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                headings.add(heading);
            }

            @Override
            public void visit(Link link) {
                link.setDestination(address(link.getDestination()));
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                image.setDestination("/guides/" + image.getDestination());
            }
        });
        var title = headings.getFirst();
        title.unlink();
        var html = HtmlRenderer.builder()
                .extensions(TABLES)
                .escapeHtml(true)
                .attributeProviderFactory(_ -> Guide::attributes)
                .build()
                .render(document);
        var parts = headings.stream()
                .filter(heading -> heading.getLevel() == 2)
                .map(heading -> new Part(id(heading), text(heading)))
                .toList();
        return new Guide(text(title), parts, html);
    }

    /** Another manual is a page here; what is for developers is not here, and is a word without a link. */
    private static String address(String file) {
        if (!file.startsWith(FILE) || !file.endsWith(END)) return file.contains("://") ? file : "#contenu";
        var name = file.substring(FILE.length(), file.length() - END.length());
        return "/guides/" + (name.equals("auteur-import") ? "auteur" : name);
    }

    private static void attributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading heading && heading.getLevel() == 2) attributes.put("id", id(heading));
        if (node instanceof Image) attributes.put("loading", "lazy");
    }

    private static String id(Heading heading) {
        return Normalizer.normalize(text(heading).toLowerCase(Locale.ROOT), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    private static String text(Node node) {
        return TextContentRenderer.builder().build().render(node).strip();
    }
}
