package org.francophonie.dclic.platform.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.francophonie.dclic.platform.files.PackageRefused.Reason;

/**
 * The one reader of archives. Nothing is written to disk: files are read through it, counted as they stream. Refused are
 * climbing, absolute and disguised names, too many or too large files and bombs; sizes that an archive declares are never
 * believed.
 */
public final class SafeUnzip {
    /** At most this many files. */
    public static final int MOST_FILES = 5_000;

    /** All files together, in bytes. */
    public static final long MOST_BYTES = 500L * 1024 * 1024;

    /** One file, in bytes. */
    public static final long MOST_BYTES_A_FILE = 200L * 1024 * 1024;

    /** Times its compressed size that a file may grow, beyond the first megabyte. */
    public static final int MOST_RATIO = 100;

    private static final int LONGEST_NAME = 400;
    private static final int DEEPEST = 20;
    /** All texts together, in bytes: they are held in memory while a package is read. */
    public static final long MOST_TEXT = 20L * 1024 * 1024;

    private static final long LARGEST_TEXT = 2L * 1024 * 1024;
    private static final long RATIO_FROM = 1024L * 1024;

    private SafeUnzip() {}

    public static PackageFiles zip(Path archive) {
        try {
            return new Zip(archive);
        } catch (ZipException | IllegalArgumentException e) {
            var text = String.valueOf(e.getMessage());
            throw new PackageRefused(
                    text.contains("zip END header not found") ? Reason.NOT_A_ZIP : Reason.UNREADABLE, "");
        } catch (IOException _) {
            throw new PackageRefused(Reason.UNREADABLE, "");
        }
    }

    public static PackageFiles folder(Path folder) throws IOException {
        return new Folder(folder);
    }

    private static String safeName(String name) {
        if (name.length() > LONGEST_NAME) throw new PackageRefused(Reason.NAME_TOO_LONG, name.substring(0, 80));
        var parts = name.split("/", -1);
        var bad = name.isEmpty()
                || name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || parts.length > DEEPEST
                || name.chars().anyMatch(Character::isISOControl);
        for (var part : parts) bad |= part.equals("..") || part.equals(".") || part.isEmpty();
        if (bad) throw new PackageRefused(Reason.DANGEROUS_NAME, name.replaceAll("\\p{Cntrl}", "?"));
        return name;
    }

    /** What all files of a package together have given so far. */
    private static final class Tally {
        private long total;
        private long text;

        void add(long n) {
            total += n;
            if (total > MOST_BYTES) throw new PackageRefused(Reason.TOO_LARGE, "");
        }

        void addText(long n) {
            text += n;
            if (text > MOST_TEXT) throw new PackageRefused(Reason.TOO_MUCH_TEXT, "");
        }
    }

    private static final class Counted extends FilterInputStream {
        private final String name;
        private final long compressed;
        private final Tally tally;
        private long size;

        Counted(InputStream in, String name, long compressed, Tally tally) {
            super(in);
            this.name = name;
            this.compressed = compressed;
            this.tally = tally;
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            if (c >= 0) count(1);
            return c;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = super.read(into, offset, length);
            if (n > 0) count(n);
            return n;
        }

        private void count(long n) {
            size += n;
            tally.add(n);
            if (size > MOST_BYTES_A_FILE) throw new PackageRefused(Reason.FILE_TOO_LARGE, name);
            if (size > RATIO_FROM && size > compressed * MOST_RATIO)
                throw new PackageRefused(Reason.SUSPECT_RATIO, name);
        }
    }

    /** NUL has no place in a text, and PostgreSQL keeps none. */
    private static String readText(InputStream in, String path, Tally tally) throws IOException {
        try (in) {
            var bytes = in.readNBytes((int) LARGEST_TEXT + 1);
            if (bytes.length > LARGEST_TEXT) throw new PackageRefused(Reason.FILE_TOO_LARGE, path);
            tally.addText(bytes.length);
            var text = new String(bytes, StandardCharsets.UTF_8).replace("\0", "");
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
    }

    private static final class Zip implements PackageFiles {
        private final ZipFile zip;
        private final TreeMap<String, ZipEntry> entries = new TreeMap<>();
        private final Tally tally = new Tally();

        Zip(Path archive) throws IOException {
            zip = new ZipFile(archive.toFile(), StandardCharsets.UTF_8);
            try {
                if (zip.size() > MOST_FILES) throw new PackageRefused(Reason.TOO_MANY_FILES, "");
                zip.stream().forEach(this::take);
                if (entries.isEmpty()) throw new PackageRefused(Reason.EMPTY, "");
            } catch (RuntimeException e) {
                zip.close();
                throw e;
            }
        }

        private void take(ZipEntry entry) {
            var name = entry.getName();
            if (entry.isDirectory()) {
                safeName(name.substring(0, Math.max(0, name.length() - 1)));
                return;
            }
            if (entries.put(safeName(name), entry) != null) throw new PackageRefused(Reason.TWICE_THE_SAME_NAME, name);
        }

        @Override
        public Set<String> paths() {
            return entries.keySet();
        }

        @Override
        public InputStream open(String path) throws IOException {
            var entry = entries.get(path);
            if (entry == null) throw new java.io.FileNotFoundException(path);
            try {
                return new Counted(zip.getInputStream(entry), path, entry.getCompressedSize(), tally);
            } catch (ZipException e) {
                var text = String.valueOf(e.getMessage());
                throw new PackageRefused(text.contains("encrypted") ? Reason.ENCRYPTED : Reason.UNREADABLE, path);
            }
        }

        @Override
        public String text(String path) throws IOException {
            try {
                return readText(open(path), path, tally);
            } catch (ZipException _) {
                throw new PackageRefused(Reason.UNREADABLE, path);
            }
        }

        @Override
        public void close() {
            try {
                zip.close();
            } catch (IOException _) {
                // only read from
            }
        }
    }

    private static final class Folder implements PackageFiles {
        private final Path root;
        private final TreeSet<String> paths = new TreeSet<>();
        private final Tally tally = new Tally();

        Folder(Path root) throws IOException {
            this.root = root.toRealPath();
            try (var tree = Files.walk(this.root, DEEPEST)) {
                var files = tree.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                        .iterator();
                while (files.hasNext()) {
                    var name = this.root.relativize(files.next()).toString().replace('\\', '/');
                    if (paths.size() >= MOST_FILES) throw new PackageRefused(Reason.TOO_MANY_FILES, "");
                    paths.add(safeName(name));
                }
            }
            if (paths.isEmpty()) throw new PackageRefused(Reason.EMPTY, "");
        }

        @Override
        public Set<String> paths() {
            return paths;
        }

        @Override
        public InputStream open(String path) throws IOException {
            if (!paths.contains(path)) throw new java.io.FileNotFoundException(path);
            return new Counted(
                    Files.newInputStream(root.resolve(path), LinkOption.NOFOLLOW_LINKS),
                    path,
                    Long.MAX_VALUE / MOST_RATIO,
                    tally);
        }

        @Override
        public String text(String path) throws IOException {
            return readText(open(path), path, tally);
        }

        @Override
        public void close() {
            // nothing is held open
        }
    }
}
