package org.francophonie.dclic.authoring.imports;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;
import org.francophonie.dclic.authoring.block.Block;
import org.francophonie.dclic.authoring.block.FileRef;
import org.francophonie.dclic.platform.files.FileStore;
import org.francophonie.dclic.platform.files.StoredFile;
import org.springframework.stereotype.Component;

/** Takes pictures in: drawings are cleaned, photographs get light WebP versions; what is not a picture is refused. */
@Component
class Pictures {
    /** A picture with more points is refused before it is unpacked. */
    private static final long MOST_POINTS = 40_000_000;

    private static final int LARGEST = 20 * 1024 * 1024;
    private static final int[] WIDTHS = {480, 960};
    private static final double MUST_SAVE = 0.9;

    private final FileStore store;
    private final DrawingCleaner drawings;

    Pictures(FileStore store, DrawingCleaner drawings) {
        this.store = store;
        this.drawings = drawings;
    }

    /** Nothing when the bytes are not a picture that browsers show. */
    Optional<Block.Image> take(String name, byte[] bytes, String alternative, String caption) throws IOException {
        if (bytes.length > LARGEST) return Optional.empty();
        return name.toLowerCase(java.util.Locale.ROOT).endsWith(".svg")
                ? drawing(name, bytes, alternative, caption)
                : photograph(name, bytes, alternative, caption);
    }

    private Optional<Block.Image> drawing(String name, byte[] bytes, String alternative, String caption)
            throws IOException {
        var cleaned = drawings.clean(bytes);
        if (cleaned.isEmpty()) return Optional.empty();
        var file = keep(cleaned.get().bytes(), name, "image/svg+xml");
        return Optional.of(new Block.Image(
                file, alternative, caption, cleaned.get().width(), cleaned.get().height(), List.of()));
    }

    private Optional<Block.Image> photograph(String name, byte[] bytes, String alternative, String caption)
            throws IOException {
        var format = format(bytes);
        if (format.isEmpty()) return Optional.empty();
        var original = keep(bytes, name, "image/" + format.get().name());
        var light = new ArrayList<Block.Rendition>();
        BufferedImage image;
        try {
            image = ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException | RuntimeException _) {
            return Optional.empty(); // the reader met what the header did not promise
        }
        if (image == null) return Optional.empty();
        for (int width : WIDTHS) {
            if (light.size() == 1 && image.getWidth() <= WIDTHS[0]) break;
            rendition(image, Math.min(width, image.getWidth()), name, bytes.length)
                    .ifPresent(light::add);
        }
        return Optional.of(new Block.Image(
                original, alternative, caption, image.getWidth(), image.getHeight(), List.copyOf(light)));
    }

    private record Format(String name) {}

    private static Optional<Format> format(byte[] bytes) throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) return Optional.empty();
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_POINTS) return Optional.empty();
                return switch (reader.getFormatName().toLowerCase(java.util.Locale.ROOT)) {
                    case "png" -> Optional.of(new Format("png"));
                    case "jpeg", "jpg" -> Optional.of(new Format("jpeg"));
                    case "gif" -> Optional.of(new Format("gif"));
                    case "webp" -> Optional.of(new Format("webp"));
                    default -> Optional.empty();
                };
            } finally {
                reader.dispose();
            }
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }

    /** Kept only when it really is lighter. */
    private Optional<Block.Rendition> rendition(BufferedImage image, int width, String name, int originalSize)
            throws IOException {
        var out = new ByteArrayOutputStream();
        Thumbnails.of(image).width(width).outputFormat("webp").toOutputStream(out);
        if (out.size() > originalSize * MUST_SAVE) return Optional.empty();
        var file =
                keep(out.toByteArray(), name.replaceAll("\\.[A-Za-z0-9]+$", "") + "-" + width + ".webp", "image/webp");
        return Optional.of(new Block.Rendition(file, width));
    }

    private FileRef keep(byte[] bytes, String name, String mediaType) throws IOException {
        StoredFile file = store.put(new ByteArrayInputStream(bytes), mediaType, LARGEST);
        return new FileRef(file.hash(), name.substring(name.lastIndexOf('/') + 1), file.size(), file.mediaType());
    }
}
