package org.francophonie.dclic.platform.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
            var text = Files.readString(file).strip();
            if (Base64.getDecoder().decode(text).length == BYTES) return text;
        } catch (IllegalArgumentException _) {
            // told below
        } catch (IOException e) {
            throw new StartRefused("the key file " + file + " cannot be read or written.", e);
        }
        throw new StartRefused("the key file " + file + " is damaged; put back the copy that you keep elsewhere.");
    }

    private void write() throws IOException {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        write(file, Base64.getEncoder().encodeToString(bytes));
    }

    /** For the eyes of this user alone from the beginning, and whole or not at all. */
    static void write(Path file, String secret) throws IOException {
        Files.createDirectories(file.getParent());
        var fresh = Files.createTempFile(file.getParent(), "fresh-", ".key"); // rw------- where the system knows it
        Files.writeString(fresh, secret);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
