package org.francophonie.dclic.platform.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret of 32 random bytes that is made once in the data folder, in base64, readable by nobody else on the machine. */
final class KeyFile {
    static final int BYTES = 32;

    private final Path file;

    KeyFile(Path dataFolder, String name) {
        file = dataFolder.resolve("keys").resolve(name);
    }

    Path path() {
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** The secret in base64, made when there is none yet. */
    String text() {
        try {
            if (!exists()) write();
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartRefused("the key file " + file + " cannot be read or written.", e);
        }
    }

    private void write() throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        write(file, Base64.getEncoder().encodeToString(bytes));
    }

    /** For the eyes of this user alone, before anything stands in it. */
    static void write(Path file, String secret) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        if (Files.getFileStore(file).supportsFileAttributeView("posix"))
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, secret);
    }
}
