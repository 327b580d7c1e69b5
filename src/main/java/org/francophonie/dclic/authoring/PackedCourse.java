package org.francophonie.dclic.authoring;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.francophonie.dclic.platform.files.FileStore;

/**
 * A course as a package, ready to be written; its files are fetched while it is.
 *
 * @param name of the archive
 * @param contents by path
 * @param at when it last changed: the same course is the same archive
 */
public record PackedCourse(String name, Map<String, Content> contents, Instant at) {

    /** What stands at a path. */
    public sealed interface Content {
        record Written(byte[] bytes) implements Content {}

        /** A file of the store that is packed already, as pictures and films are, gains nothing by being packed again. */
        record Stored(org.francophonie.dclic.platform.files.StoredFile file) implements Content {}
    }

    /** To a stream that stays open. */
    public void writeTo(OutputStream out, FileStore files) throws IOException {
        var zip = new ZipOutputStream(out);
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
        zip.finish();
    }

    private static int level(Content content) {
        return content instanceof Content.Stored stored
                        && !stored.file().mediaType().startsWith("text/")
                        && !stored.file().mediaType().equals("image/svg+xml")
                ? Deflater.NO_COMPRESSION
                : Deflater.DEFAULT_COMPRESSION;
    }
}
