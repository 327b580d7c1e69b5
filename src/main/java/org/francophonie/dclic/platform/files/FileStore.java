package org.francophonie.dclic.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Keeps files by their content; the same bytes are kept once. Who may read a file is decided by whoever serves it. */
public interface FileStore {

    /**
     * Takes a file in.
     *
     * @param most the largest size accepted, in bytes
     * @throws FileTooLarge when the stream holds more; nothing is kept
     */
    StoredFile put(InputStream content, String mediaType, long most) throws IOException;

    Optional<StoredFile> find(String hash);

    /** The content from a byte on; never whole in memory. */
    InputStream open(StoredFile file, long from);
}
