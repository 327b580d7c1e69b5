package org.francophonie.dclic.platform.start;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder that one running platform owns: it is locked while the platform runs. */
final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    static DataFolder lock(Path path) {
        var folder = path.toAbsolutePath().normalize();
        FileChannel channel;
        try {
            Files.createDirectories(folder);
            closeToOthers(folder);
            channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StartRefused(
                    "the data folder " + folder
                            + " cannot be written; give the user rights on it or choose another with --dclic.data-folder=PATH.",
                    e);
        }
        try {
            var lock = channel.tryLock();
            if (lock != null) return new DataFolder(folder, channel, lock);
        } catch (IOException | OverlappingFileLockException _) {
            // told below: someone else holds it
        }
        throw new StartRefused("another D-CLIC is using the data folder " + folder
                + "; stop it, or choose another folder with --dclic.data-folder=PATH.");
    }

    /** Other people of this machine have no business in it. */
    private static void closeToOthers(Path folder) throws IOException {
        var view = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (view != null && view.getOwner().getName().equals(System.getProperty("user.name")))
            view.setPermissions(PosixFilePermissions.fromString("rwx------"));
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException _) {
            // the process ends; the system releases the lock
        }
    }
}
