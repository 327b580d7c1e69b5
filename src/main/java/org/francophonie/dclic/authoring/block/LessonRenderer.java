package org.francophonie.dclic.authoring.block;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.francophonie.dclic.platform.cache.Kept;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.text.HtmlSanitiser;
import org.francophonie.dclic.platform.text.Size;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The one place where blocks become HTML: the same lesson for the application, the public site and paper. */
@Component
public class LessonRenderer {
    /** Of markup that is kept: some forty megabytes at worst. */
    private static final long MOST_CHARACTERS = 16_000_000;

    private final HtmlSanitiser sanitiser;
    private final Words words;

    /** Lessons never change once published, and their markup is the heaviest thing on a screen: all screens share it. */
    private final Kept<Wanted, List<Piece>> lessons = new Kept<>(MOST_CHARACTERS, LessonRenderer::length);

    private final Kept<String, Piece.Markup> fragments =
            new Kept<>(MOST_CHARACTERS / 4, markup -> 2L * markup.markup().length());

    private record Wanted(UUID publication, UUID lesson, Look look) {}

    LessonRenderer(HtmlSanitiser sanitiser, Words words) {
        this.sanitiser = sanitiser;
        this.words = words;
    }

    private static long length(List<Piece> pieces) {
        return pieces.stream()
                .mapToLong(piece -> switch (piece) {
                    case Piece.Markup markup -> markup.markup().length();
                    case Piece.Think think -> think.prompt().markup().length();
                    case Piece.Ask _ -> 0;
                })
                .sum();
    }

    /** A lesson of a published version, made ready once for all who read it so. */
    public List<Piece> published(UUID publication, UUID lesson, List<Block> blocks, Look look) {
        return lessons.get(new Wanted(publication, lesson, look), () -> List.copyOf(render(blocks, look)));
    }

    public List<Piece> render(List<Block> blocks, Look look) {
        var pieces = new ArrayList<Piece>();
        var html = new StringBuilder();
        for (var block : blocks) {
            switch (block) {
                case Block.Exercise exercise -> {
                    close(html, pieces);
                    pieces.add(new Piece.Ask(exercise));
                }
                case Block.Reflection reflection -> {
                    close(html, pieces);
                    pieces.add(new Piece.Think(reflection, new Piece.Markup(sanitiser.clean(reflection.promptHtml()))));
                }
                default -> html.append(html(block, look));
            }
        }
        close(html, pieces);
        return pieces;
    }

    /** Markup written by others, on its own: the text of a question. */
    public Piece.Markup fragment(String html) {
        return fragments.get(html, () -> new Piece.Markup(clean(html)));
    }

    /** Code that is too wide scrolls, by keyboard too. */
    private String clean(String html) {
        return sanitiser.clean(html).replace("<pre>", "<pre tabindex=\"0\">");
    }

    private static void close(StringBuilder html, List<Piece> pieces) {
        if (html.isEmpty()) return;
        pieces.add(new Piece.Markup(html.toString()));
        html.setLength(0);
    }

    private String html(Block block, Look look) {
        return switch (block) {
            case Block.Text text -> clean(text.html());
            case Block.Heading heading -> tag("h" + Math.clamp(heading.level(), 2, 4), escape(heading.text()));
            case Block.Image image -> image(image, look);
            case Block.Audio audio -> audio(audio, look);
            case Block.Video video -> video(video, look);
            case Block.Download download -> download(download, look);
            case Block.Table table ->
                "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + word(look, "block.table") + "\">"
                        + sanitiser.clean(table.html()) + "</div>";
            case Block.Code code -> code(code, look);
            case Block.Callout callout -> callout(callout, look);
            case Block.Exercise _, Block.Reflection _ -> "";
        };
    }

    private String image(Block.Image image, Look look) {
        var shown = image.lightest();
        var weight = Size.weight(words, look.language(), shown.size());
        var alternative = escape(image.alternative());
        var tag = new StringBuilder("<img loading=\"lazy\" decoding=\"async\" src=\"" + url(shown, look) + "\" alt=\""
                + alternative + "\"");
        if (image.light().size() > 1)
            tag.append(" srcset=\"")
                    .append(image.light().stream()
                            .map(light -> url(light.file(), look) + " " + light.width() + "w")
                            .collect(Collectors.joining(", ")))
                    .append("\" sizes=\"(min-width: 44rem) 42rem, 95vw\"");
        tag.append(" width=\"")
                .append(image.width())
                .append("\" height=\"")
                .append(image.height())
                .append("\">");
        var caption = escape(image.caption());
        if (look.isLight()) {
            var summary = word(look, "block.show-picture", weight) + (alternative.isEmpty() ? "" : " " + alternative);
            return "<figure><details><summary>" + summary + "</summary>" + tag + "</details>" + captionTag(caption, "")
                    + "</figure>";
        }
        return "<figure>" + tag + captionTag(caption, weight) + "</figure>";
    }

    private static String captionTag(String caption, String weight) {
        var text = caption
                + (weight.isEmpty()
                        ? ""
                        : (caption.isEmpty() ? "" : " ") + "<span class=\"weight\">" + weight + "</span>");
        return text.isEmpty() ? "" : tag("figcaption", text);
    }

    /** The light version plays, the whole one is a link. */
    private String audio(Block.Audio audio, Look look) {
        var played = audio.light().orElse(audio.file());
        return mediumHead(audio.title(), played, look)
                + "<audio controls preload=\"none\" src=\"" + url(played, look) + "\"></audio>"
                + audio.light().map(_ -> whole(audio.file(), look)).orElse("")
                + transcript(audio.transcript(), look) + "</figure>";
    }

    private String mediumHead(String title, FileRef played, Look look) {
        return "<figure><figcaption>" + escape(title) + " <span class=\"weight\">"
                + Size.weight(words, look.language(), played.size()) + "</span></figcaption>";
    }

    private String whole(FileRef file, Look look) {
        return "<p class=\"file no-print\"><a href=\"" + url(file, look)
                + "\" target=\"_blank\" rel=\"noopener\" router-ignore>"
                + word(look, "block.whole", Size.weight(words, look.language(), file.size())) + "</a></p>";
    }

    private String video(Block.Video video, Look look) {
        var captions = video.captions()
                .map(file -> "<track kind=\"captions\" default srclang=\""
                        + look.language().getLanguage() + "\" label=\"" + word(look, "block.captions") + "\" src=\""
                        + url(file, look) + "\">")
                .orElse("");
        var played = video.light().orElse(video.file());
        return mediumHead(video.title(), played, look)
                + "<video controls preload=\"none\" src=\"" + url(played, look) + "\">" + captions + "</video>"
                + video.light().map(_ -> whole(video.file(), look)).orElse("")
                + transcript(video.transcript(), look) + "</figure>";
    }

    private String transcript(String text, Look look) {
        if (text.isBlank()) return "";
        var paragraphs = text.strip()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> tag("p", escape(line)));
        return "<details><summary>" + word(look, "block.transcript") + "</summary>"
                + paragraphs.collect(Collectors.joining()) + "</details>";
    }

    /** What browsers read themselves may be opened as well as kept. */
    private String download(Block.Download download, Look look) {
        var file = download.file();
        var open = file.mediaType().equals("application/pdf")
                ? " <a href=\"" + url(file, look) + "\" target=\"_blank\" rel=\"noopener\" router-ignore>"
                        + word(look, "block.open") + "</a>"
                : "";
        return "<p class=\"file\"><a href=\"" + url(file, look) + "\" download router-ignore>"
                + escape(download.label())
                + "</a> <span class=\"weight\">" + escape(extension(file.name())) + " · "
                + Size.weight(words, look.language(), file.size()) + "</span>"
                + download.light().map(light -> light(light, look)).orElse("") + open + "</p>";
    }

    private String light(FileRef file, Look look) {
        return " <a href=\"" + url(file, look) + "\" download router-ignore>"
                + word(look, "block.light", Size.weight(words, look.language(), file.size())) + "</a>";
    }

    private static String extension(String name) {
        return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT) : "";
    }

    private String code(Block.Code code, Look look) {
        var copy = look.hasScript()
                ? "<button type=\"button\" class=\"copy\" data-copy data-copied=\"" + word(look, "block.copied") + "\">"
                        + word(look, "block.copy") + "</button>"
                : "";
        var language = code.language().isEmpty() ? "" : " class=\"language-" + escape(code.language()) + "\"";
        return "<div class=\"code\">" + copy + "<pre tabindex=\"0\"><code" + language + ">" + escape(code.text())
                + "</code></pre></div>";
    }

    private String callout(Block.Callout callout, Look look) {
        var style = Set.of(Block.Kind.WARNING, Block.Kind.REMEMBER).contains(callout.kind())
                ? " " + callout.kind().name().toLowerCase(Locale.ROOT)
                : "";
        return "<aside class=\"callout" + style + "\"><p class=\"callout-title\">"
                + word(look, "callout." + callout.kind()) + "</p>" + clean(callout.html()) + "</aside>";
    }

    /** Without the characters that servers refuse in an address however they are written; the hash finds the file. */
    private static String url(FileRef file, Look look) {
        var name = file.name().replaceAll("[%;/\\\\]", "-");
        return look.files() + "/" + file.hash() + "/"
                + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String word(Look look, String key, Object... arguments) {
        return escape(words.get(look.language(), key, arguments));
    }

    private static String tag(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
