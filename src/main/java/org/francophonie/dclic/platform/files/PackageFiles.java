package org.francophonie.dclic.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** The files of a package, from a ZIP or a folder, by their path with slashes; read within bounds. */
public interface PackageFiles extends AutoCloseable {
    /** In alphabetical order. */
    Set<String> paths();

    /** @throws PackageRefused when the file holds more than it may */
    InputStream open(String path) throws IOException;

    /** A text file in UTF-8 of at most 2 MB. */
    String text(String path) throws IOException;

    @Override
    void close();
}
