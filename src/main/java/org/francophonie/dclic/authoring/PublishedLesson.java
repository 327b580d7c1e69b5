package org.francophonie.dclic.authoring;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.francophonie.dclic.authoring.block.Block;
import org.francophonie.dclic.platform.text.HtmlSanitiser;

/**
 * A lesson as learners read it.
 *
 * @param bytes what it weighs with its pictures, compressed as sent
 */
public record PublishedLesson(UUID id, String title, int minutes, String objective, long bytes, List<Block> blocks) {

    public LessonId lessonId() {
        return new LessonId(id);
    }

    /** The versions of the questions that its exercises ask. */
    public Set<UUID> questions() {
        return blocks.stream()
                .filter(Block.Exercise.class::isInstance)
                .map(block -> ((Block.Exercise) block).questionVersion())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All its words, without code: what search looks through. */
    public String text() {
        return title + " " + objective + " "
                + blocks.stream().map(PublishedLesson::text).collect(Collectors.joining(" "));
    }

    private static String text(Block block) {
        return switch (block) {
            case Block.Text text -> HtmlSanitiser.text(text.html());
            case Block.Heading heading -> heading.text();
            case Block.Image image -> image.alternative() + " " + image.caption();
            case Block.Audio audio -> audio.title() + " " + audio.transcript();
            case Block.Video video -> video.title() + " " + video.transcript();
            case Block.Download download -> download.label();
            case Block.Table table -> HtmlSanitiser.text(table.html());
            case Block.Callout callout -> HtmlSanitiser.text(callout.html());
            case Block.Reflection reflection -> HtmlSanitiser.text(reflection.promptHtml());
            case Block.Code _, Block.Exercise _ -> "";
        };
    }
}
