package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
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
