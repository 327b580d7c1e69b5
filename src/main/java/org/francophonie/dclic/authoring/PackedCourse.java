package org.francophonie.dclic.authoring;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.francophonie.dclic.platform.files.FileStore;
import org.springframework.util.StreamUtils;

/**
 * A course as a package, ready to be written; its files are fetched while it is.
 *
 * @param name of the archive
 * @param contents by path
 * @param at when it last changed: the same course is the same archive
 */
public record PackedCourse(String name, Map<String, Content> contents, Instant at) {

    private static final Pattern PACKED =
            Pattern.compile("image/(png|jpeg|webp|gif)|audio/(mpeg|ogg|mp4)|video/.*|application/zip");

    /** What stands at a path. */
    public sealed interface Content {
        record Written(byte[] bytes) implements Content {}

        /** A file of the store that is packed already, as pictures and films are, gains nothing by being packed again. */
        record Stored(org.francophonie.dclic.platform.files.StoredFile file) implements Content {}
    }

    /** As whoever fetches a course finds it among her files. */
    public static String name(PublishedCourse course) {
        return course.slug() + ".zip";
    }

    /** To a stream that stays open. */
    public void writeTo(OutputStream out, FileStore files) throws IOException {
        try (var zip = new ZipOutputStream(StreamUtils.nonClosing(out))) {
            for (var content : contents.entrySet()) {
                var entry = new ZipEntry(content.getKey());
                entry.setTime(at.toEpochMilli());
                zip.setLevel(level(content.getValue()));
                zip.putNextEntry(entry);
                switch (content.getValue()) {
                    case Content.Written written -> zip.write(written.bytes());
                    case Content.Stored stored -> {
                        try (var in = files.open(stored.file(), 0)) {
                            in.transferTo(zip);
                        } catch (UncheckedIOException e) {
                            throw e.getCause();
                        }
                    }
                }
                zip.closeEntry();
            }
        }
    }

    /** Bytes that it holds in memory. */
    public long written() {
        return contents.values().stream()
                .mapToLong(content -> content instanceof Content.Written(byte[] bytes) ? bytes.length : 0)
                .sum();
    }

    private static int level(Content content) {
        return content instanceof Content.Stored stored
                        && PACKED.matcher(stored.file().mediaType()).matches()
                ? Deflater.NO_COMPRESSION
                : Deflater.DEFAULT_COMPRESSION;
    }
}
