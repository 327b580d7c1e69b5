package org.francophonie.dclic.authoring.exports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.francophonie.dclic.authoring.block.Block;
import org.francophonie.dclic.authoring.block.Companion;
import org.francophonie.dclic.authoring.block.FileRef;
import org.francophonie.dclic.platform.text.MarkdownText;
import org.jspecify.annotations.Nullable;

/** Writes the blocks of a lesson as the Markdown that the importer reads as the same blocks (docs/import.md). */
final class LessonWriter {
    private static final String PICTURES = "images";
    private static final String FILES = "fichiers";

    private final PackageFolder folder;
    private final List<String> lessons;
    private final Map<UUID, String> questions;

    /**
     * @param lessons paths of all lessons, in order
     * @param questions in GIFT, by version
     */
    LessonWriter(PackageFolder folder, List<String> lessons, Map<UUID, String> questions) {
        this.folder = folder;
        this.lessons = lessons;
        this.questions = questions;
    }

    String write(List<Block> blocks) {
        var out = new StringBuilder();
        Block before = null;
        for (var block : blocks) {
            if (block instanceof Block.Text && before instanceof Block.Text) out.append("---\n\n");
            var written = block(block);
            if (!written.isEmpty()) out.append(written).append("\n\n");
            before = block;
        }
        return out.toString();
    }

    private String block(Block block) {
        return switch (block) {
            case Block.Text text -> markdown(text.html());
            case Block.Table table -> markdown(table.html());
            case Block.Heading heading -> {
                var node = new Heading();
                node.setLevel(heading.level());
                node.appendChild(new Text(heading.text()));
                yield MarkdownText.markdown(node);
            }
            case Block.Image image ->
                picture(folder.path(PICTURES, image.file()), image.alternative(), image.caption());
            case Block.Audio audio -> medium(audio.file(), audio.title(), audio.transcript(), audio.light());
            case Block.Video video -> {
                var path = folder.path(FILES, video.file());
                video.captions().ifPresent(captions -> folder.beside(path, Companion.CAPTIONS, captions));
                yield medium(video.file(), video.title(), video.transcript(), video.light());
            }
            case Block.Download download -> {
                var path = folder.path(FILES, download.file());
                download.light().ifPresent(light -> folder.beside(path, Companion.LIGHT, light));
                var link = new Link(path, null);
                link.appendChild(new Text(download.label()));
                yield MarkdownText.markdown(paragraph(link));
            }
            case Block.Code code -> fence(code.language(), code.text());
            case Block.Callout callout ->
                ("[!" + mark(callout.kind()) + (callout.html().startsWith("<p>") ? "]\n" : "]\n\n")
                                + markdown(callout.html()))
                        .lines()
                        .map(line -> ("> " + line).stripTrailing())
                        .collect(Collectors.joining("\n"));
            case Block.Exercise exercise ->
                questions.containsKey(exercise.questionVersion())
                        ? fence("exercice", questions.get(exercise.questionVersion()))
                        : "";
            case Block.Reflection reflection -> fence("reflexion", markdown(reflection.promptHtml()));
        };
    }

    private String medium(FileRef file, String title, String transcript, Optional<FileRef> light) {
        var path = folder.path(FILES, file);
        if (!transcript.isBlank()) folder.beside(path, Companion.TRANSCRIPT, transcript);
        light.ifPresent(found -> folder.beside(path, Companion.LIGHT, found));
        return picture(path, title, "");
    }

    private static String picture(String path, String alternative, String caption) {
        @Nullable String title = caption.isEmpty() ? null : caption;
        var image = new Image(path, title);
        if (!alternative.isEmpty()) image.appendChild(new Text(alternative));
        return MarkdownText.markdown(paragraph(image));
    }

    private static Node paragraph(Node inside) {
        var paragraph = new Paragraph();
        paragraph.appendChild(inside);
        return paragraph;
    }

    private static String fence(String info, String text) {
        var fence = new FencedCodeBlock();
        fence.setInfo(info);
        fence.setLiteral(text + "\n");
        return MarkdownText.markdown(fence);
    }

    /** As {@code MarkdownReader} knows them. */
    private static String mark(Block.Kind kind) {
        return switch (kind) {
            case NOTE -> "NOTE";
            case TIP -> "ASTUCE";
            case WARNING -> "ATTENTION";
            case EXAMPLE -> "EXEMPLE";
            case REMEMBER -> "RETENIR";
        };
    }

    /** Lessons link to each other by number; in a package, by file. */
    private String markdown(String html) {
        return MarkdownText.of(
                html,
                to -> to.matches("[0-9]{1,3}") && Integer.parseInt(to) >= 1 && Integer.parseInt(to) <= lessons.size()
                        ? lessons.get(Integer.parseInt(to) - 1)
                        : to);
    }
}
