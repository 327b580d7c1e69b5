package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A link by which the person keeps a file. */
public final class Download extends Anchor {
    private static final long serialVersionUID = 1;

    /** @param words in the person's language */
    public Download(String words, DownloadHandler file) {
        super(file, words);
        getElement().setAttribute("download", true);
    }

    /**
     * A text that may be long. It is written to a file first: whoever reads it slowly holds no connection of the database.
     *
     * @param type of the text, such as {@code text/csv}; it is written in UTF-8
     */
    public static Download written(String words, String name, String type, Consumer<Writer> text) {
        return new Download(words, DownloadHandler.fromInputStream(_ -> {
            var file = Files.createTempFile("dclic-export-", ".tmp");
            var whole = false;
            try (var writer = Files.newBufferedWriter(file)) {
                text.accept(writer);
                whole = true;
            } finally {
                if (!whole) Files.deleteIfExists(file);
            }
            long size = Files.size(file); // once it is opened it has no name any more
            var in = Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
            return new DownloadResponse(in, name, type + "; charset=utf-8", size);
        }));
    }

    /**
     * A short text, made when the link is followed.
     *
     * @param type of the text, such as {@code text/plain}; it is written in UTF-8
     */
    public static Download text(String words, String name, String type, Supplier<String> text) {
        return new Download(words, DownloadHandler.fromInputStream(_ -> {
            var bytes = text.get().getBytes(StandardCharsets.UTF_8);
            return new DownloadResponse(new ByteArrayInputStream(bytes), name, type + "; charset=utf-8", bytes.length);
        }));
    }
}
