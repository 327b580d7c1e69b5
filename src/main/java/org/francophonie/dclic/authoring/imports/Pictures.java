package org.francophonie.dclic.authoring.imports;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
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
    /** In bytes. */
    static final int LARGEST = 20 * 1024 * 1024;

    /** A picture with more points is refused before it is unpacked. */
    private static final long MOST_POINTS = 50_000_000;

    /** Of a larger one, only every second, third… point is unpacked: enough for its light versions. */
    private static final long POINTS_UNPACKED = 8_000_000;

    private static final Map<String, String> FORMATS =
            Map.of("png", "png", "jpeg", "jpeg", "jpg", "jpeg", "gif", "gif", "webp", "webp");
    private static final int[] WIDTHS = {480, 960};
    private static final double MUST_SAVE = 0.9;

    private final FileStore store;
    private final DrawingCleaner drawings;
    private final ReentrantLock one = new ReentrantLock();

    Pictures(FileStore store, DrawingCleaner drawings) {
        this.store = store;
        this.drawings = drawings;
    }

    /**
     * A picture taken in, wherever it is shown.
     *
     * @param light lighter versions, narrowest first
     * @param changed whether something of it is not shown
     */
    record Picture(FileRef file, int width, int height, List<Block.Rendition> light, boolean changed) {
        Block.Image block(String alternative, String caption) {
            return new Block.Image(file, alternative, caption, width, height, light);
        }
    }

    /** Nothing when the bytes are not a picture that browsers show. */
    Optional<Picture> take(String name, byte[] bytes) throws IOException {
        if (bytes.length > LARGEST) return Optional.empty();
        return name.toLowerCase(Locale.ROOT).endsWith(".svg") ? drawing(name, bytes) : photograph(name, bytes);
    }

    private Optional<Picture> drawing(String name, byte[] bytes) throws IOException {
        var cleaned = drawings.clean(bytes);
        if (cleaned.isEmpty()) return Optional.empty();
        var file = keep(cleaned.get().bytes(), name, "image/svg+xml");
        return Optional.of(new Picture(
                file,
                cleaned.get().width(),
                cleaned.get().height(),
                List.of(),
                cleaned.get().changed()));
    }

    /** One at a time on a node: an unpacked picture is large. */
    private Optional<Picture> photograph(String name, byte[] bytes) throws IOException {
        one.lock();
        try {
            var unpacked = unpack(bytes);
            if (unpacked.isEmpty()) return Optional.empty();
            var photograph = unpacked.get();
            var original = keep(bytes, name, "image/" + photograph.format());
            var light = new ArrayList<Block.Rendition>();
            for (int width : WIDTHS) {
                if (light.size() == 1 && photograph.width() <= WIDTHS[0]) break;
                rendition(photograph.image(), Math.min(width, photograph.width()), name, bytes.length)
                        .ifPresent(light::add);
            }
            return Optional.of(
                    new Picture(original, photograph.width(), photograph.height(), List.copyOf(light), false));
        } finally {
            one.unlock();
        }
    }

    /** @param image of few enough points; {@code width} and {@code height} are the original's */
    private record Photograph(String format, int width, int height, BufferedImage image) {}

    private static Optional<Photograph> unpack(byte[] bytes) throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) return Optional.empty();
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                var format = FORMATS.get(reader.getFormatName().toLowerCase(Locale.ROOT));
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if (format == null || (long) width * height > MOST_POINTS) return Optional.empty();
                var few = reader.getDefaultReadParam();
                int step = (int) Math.ceil(Math.sqrt((double) width * height / POINTS_UNPACKED));
                if (step > 1) few.setSourceSubsampling(step, step, 0, 0);
                return Optional.of(new Photograph(format, width, height, reader.read(0, few)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException _) {
            return Optional.empty(); // the reader met what the header did not promise
        }
    }

    /** Kept only when it really is lighter. */
    private Optional<Block.Rendition> rendition(BufferedImage image, int width, String name, int originalSize)
            throws IOException {
        var out = new ByteArrayOutputStream();
        try {
            Thumbnails.of(image)
                    .width(Math.min(width, image.getWidth()))
                    .imageType(
                            image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB)
                    .outputFormat("webp")
                    .toOutputStream(out);
        } catch (IOException | RuntimeException _) {
            return Optional.empty(); // too tall for WebP, or of a kind that it does not know: the original serves alone
        }
        if (out.size() > originalSize * MUST_SAVE) return Optional.empty();
        var file =
                keep(out.toByteArray(), name.replaceAll("\\.[A-Za-z0-9]+$", "") + "-" + width + ".webp", "image/webp");
        return Optional.of(new Block.Rendition(file, width));
    }

    private FileRef keep(byte[] bytes, String name, String mediaType) throws IOException {
        StoredFile file = store.put(new ByteArrayInputStream(bytes), mediaType, LARGEST);
        return new FileRef(file.hash(), name.substring(name.lastIndexOf('/') + 1), file.size(), mediaType);
    }
}
