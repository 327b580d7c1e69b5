package org.francophonie.dclic.authoring.exports;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.francophonie.dclic.authoring.PackedCourse.Content;
import org.francophonie.dclic.authoring.block.Companion;
import org.francophonie.dclic.authoring.block.FileRef;
import org.francophonie.dclic.authoring.domain.Slug;
import org.francophonie.dclic.platform.files.StoredFile;

/** What a package holds while it is put together: one path for each file, however often lessons use it. */
final class PackageFolder {
    private final Map<String, Content> contents = new LinkedHashMap<>();
    private final Map<String, String> paths = new HashMap<>();

    void write(String path, String text) {
        contents.put(path, new Content.Written(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The path of a file, which is put there when it is not yet. */
    String path(String folder, FileRef file) {
        return paths.computeIfAbsent(
                folder + "/" + file.hash(), _ -> put(free(folder + "/" + plain(file.name())), file));
    }

    void beside(String path, Companion companion, FileRef file) {
        put(companion.of(path), file);
    }

    void beside(String path, Companion companion, String text) {
        write(companion.of(path), text);
    }

    private String put(String path, FileRef file) {
        contents.put(path, new Content.Stored(new StoredFile(file.hash(), file.size(), file.mediaType())));
        return path;
    }

    /** Two files may have come with one name. */
    private String free(String wanted) {
        var path = wanted;
        int dot = wanted.lastIndexOf('.');
        for (int i = 2; isTaken(path); i++) path = wanted.substring(0, dot) + "-" + i + wanted.substring(dot);
        return path;
    }

    /** A film and a drawing of one name would share what is said beside them. */
    private boolean isTaken(String path) {
        var stem = path.substring(0, path.lastIndexOf('.') + 1);
        return contents.keySet().stream()
                .anyMatch(other -> other.startsWith(stem) || other.equals(Companion.LIGHT.of(path)));
    }

    /** A name that every system takes; it always has an ending. */
    private static String plain(String name) {
        int dot = name.lastIndexOf('.');
        var stem = Slug.plain(dot > 0 ? name.substring(0, dot) : name);
        var ending = dot > 0 ? name.substring(dot + 1).replaceAll("[^A-Za-z0-9]", "") : "";
        return (stem.isEmpty() ? "fichier" : stem) + "." + (ending.isEmpty() ? "bin" : ending);
    }

    Map<String, Content> contents() {
        return contents;
    }
}
