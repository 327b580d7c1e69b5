package org.francophonie.dclic.platform.files;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;

/** A small text file to which lines are only added, kept outside the database; it need not be there yet. */
public final class LineFile {
    private final Path path;

    public LineFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    public void add(String line) throws IOException {
        var folder = path.getParent();
        if (folder != null) Files.createDirectories(folder);
        Files.writeString(path, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Tells every line, the oldest first, without holding them all. */
    public void each(Consumer<String> told) throws IOException {
        if (!Files.exists(path)) return;
        try (var lines = Files.lines(path)) {
            lines.forEach(told);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What the last bytes say, line by line; the first line may be cut. */
    public List<String> end(int bytes) throws IOException {
        if (!Files.exists(path)) return List.of();
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - bytes));
            var end = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(end);
            return new String(end, StandardCharsets.UTF_8).lines().toList();
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
