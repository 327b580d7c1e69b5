package org.francophonie.dclic.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.francophonie.dclic.platform.text.Typography;
import org.springframework.core.io.ClassPathResource;

/**
 * One manual, written by us in Markdown.
 *
 * @param title its first heading
 * @param parts its headings of the second level, to go to
 * @param html the text below the title
 * @param language in which it is written
 */
public record Guide(String title, List<Part> parts, String html, String language) {
    private static final List<Extension> TABLES = List.of(TablesExtension.create());

    /** @param id of the heading within the page */
    public record Part(String id, String title) {}

    /** The files of {@code docs/} behind the addresses. */
    private static final Map<String, String> FILES = Map.of(
            "apprenant", "guide-apprenant.md",
            "formateur", "guide-formateur.md",
            "auteur", "guide-auteur-import.md",
            "administrateur", "guide-administrateur.md",
            "droits", "rights.md",
            "format", "import.md");

    /** For whoever prepares files with other tools, anywhere. */
    private static final String IN_ENGLISH = "format";

    /** Nothing when there is none of that name. */
    static Optional<Guide> read(String name) {
        return Optional.ofNullable(FILES.get(name)).map(file -> of(text(file), name.equals(IN_ENGLISH) ? "en" : "fr"));
    }

    private static String text(String file) {
        try (var in = new ClassPathResource("guides/" + file).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Guide of(String markdown, String language) {
        var document = Parser.builder().extensions(TABLES).build().parse(markdown);
        var headings = new ArrayList<Heading>();
        var elsewhere = new ArrayList<Link>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                headings.add(heading);
            }

            @Override
            public void visit(Text words) {
                if (language.equals("fr")) words.setLiteral(Typography.french(words.getLiteral()));
            }

            @Override
            public void visit(Link link) {
                address(link.getDestination()).ifPresentOrElse(link::setDestination, () -> elsewhere.add(link));
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                image.setDestination("/guides/" + image.getDestination());
            }
        });
        elsewhere.forEach(Guide::leaveWords);
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
        return new Guide(text(title), parts, html, language);
    }

    /** Another manual is a page here; what is for developers is not. */
    private static Optional<String> address(String file) {
        if (file.contains("://")) return Optional.of(file);
        return FILES.entrySet().stream()
                .filter(known -> known.getValue().equals(file))
                .map(known -> "/guides/" + known.getKey())
                .findFirst();
    }

    private static void leaveWords(Link link) {
        for (var child = link.getFirstChild(); child != null; child = link.getFirstChild()) link.insertBefore(child);
        link.unlink();
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
