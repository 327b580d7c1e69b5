package org.francophonie.dclic.authoring.block;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One piece of a lesson. Its type names stand in published documents for ever: a type may be added, never renamed; fields
 * that older documents lack are read as empty.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @Type(value = Block.Text.class, name = "text"),
    @Type(value = Block.Heading.class, name = "heading"),
    @Type(value = Block.Image.class, name = "image"),
    @Type(value = Block.Audio.class, name = "audio"),
    @Type(value = Block.Video.class, name = "video"),
    @Type(value = Block.Download.class, name = "file"),
    @Type(value = Block.Table.class, name = "table"),
    @Type(value = Block.Code.class, name = "code"),
    @Type(value = Block.Callout.class, name = "callout"),
    @Type(value = Block.Exercise.class, name = "exercise"),
    @Type(value = Block.Reflection.class, name = "reflection")
})
public sealed interface Block {

    /** The files that it shows or gives away, as their author gave them. */
    default Stream<FileRef> files() {
        return switch (this) {
            case Image image -> Stream.of(image.file());
            case Audio audio -> Stream.concat(Stream.of(audio.file()), audio.light().stream());
            case Video video ->
                Stream.of(Stream.of(video.file()), video.captions().stream(), video.light().stream())
                        .flatMap(files -> files);
            case Download download -> Stream.concat(Stream.of(download.file()), download.light().stream());
            default -> Stream.of();
        };
    }

    /** Paragraphs, lists and quotations, as sanitised HTML. */
    record Text(String html) implements Block {}

    /** @param level 2 to 4; the lesson's title is level 1 */
    record Heading(int level, String text) implements Block {}

    /**
     * @param alternative what the picture tells, for who does not see it; empty for mere decoration
     * @param light lighter versions, narrowest first
     */
    record Image(FileRef file, String alternative, String caption, int width, int height, List<Rendition> light)
            implements Block {

        /** What a small screen fetches. */
        public FileRef lightest() {
            return light.isEmpty() ? file : light.getFirst().file();
        }
    }

    /** A picture of a smaller width. */
    record Rendition(FileRef file, int width) {}

    /**
     * @param transcript the words spoken
     * @param light the same sound in fewer bytes
     */
    record Audio(FileRef file, String title, String transcript, Optional<FileRef> light) implements Block {}

    /**
     * @param captions a WebVTT file
     * @param light the same film in fewer bytes
     */
    record Video(FileRef file, String title, Optional<FileRef> captions, String transcript, Optional<FileRef> light)
            implements Block {}

    /**
     * A file to take away.
     *
     * @param light the same document in fewer bytes
     */
    record Download(FileRef file, String label, Optional<FileRef> light) implements Block {}

    /** A table, as sanitised HTML. */
    record Table(String html) implements Block {}

    /** @param language as after the fence, perhaps empty */
    record Code(String language, String text) implements Block {}

    /** A remark beside the text. */
    record Callout(Kind kind, String html) implements Block {}

    /** What a remark is for. */
    enum Kind {
        NOTE,
        TIP,
        WARNING,
        EXAMPLE,
        REMEMBER
    }

    /** A question answered in place. */
    record Exercise(UUID questionVersion) implements Block {}

    /** Something to think about, in the learner's own words, never marked. */
    record Reflection(UUID id, String promptHtml) implements Block {}
}
