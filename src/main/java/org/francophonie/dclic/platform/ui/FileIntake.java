package org.francophonie.dclic.platform.ui;

import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.francophonie.dclic.platform.errors.Incident;

/**
 * Takes one file in, without the session's lock and never more than is allowed, whatever size the browser announced. What
 * arrived in part is deleted.
 */
public final class FileIntake implements UploadHandler {
    private static final long serialVersionUID = 1;

    private final long most;
    private final String tooLarge;
    private final String busy;
    private final AtomicBoolean receiving = new AtomicBoolean();
    private final transient BiConsumer<Path, String> arrived;

    /**
     * @param tooLarge what is said of a file that holds more bytes
     * @param busy what is said while another one is arriving
     * @param arrived told, with the session's lock, of the file and its name; the file is the listener's from then on
     */
    public FileIntake(long most, String tooLarge, String busy, BiConsumer<Path, String> arrived) {
        this.most = most;
        this.tooLarge = tooLarge;
        this.busy = busy;
        this.arrived = arrived;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        if (event.getFileSize() > most) {
            event.reject(tooLarge);
            return;
        }
        // One at a time: the browser sends one, and whoever forges more does not fill the disk.
        if (!receiving.compareAndSet(false, true)) {
            event.reject(busy);
            return;
        }
        try {
            receive(event);
        } finally {
            receiving.set(false);
        }
    }

    private void receive(UploadEvent event) throws IOException {
        var file = Files.createTempFile("dclic-import-", ".tmp");
        var taken = false;
        try (var in = event.getInputStream()) {
            if (copy(in, file)) {
                var name = name(event.getFileName());
                // The screen may be gone before it is told, with its session.
                event.getUI()
                        .accessLater(() -> hand(file, name), () -> delete(file))
                        .run();
                taken = true;
            } else event.reject(tooLarge);
        } finally {
            if (!taken) Files.deleteIfExists(file);
        }
    }

    /** Nobody has it when the listener does not take it. */
    private void hand(Path file, String name) {
        var taken = false;
        try {
            arrived.accept(file, name);
            taken = true;
        } finally {
            if (!taken) delete(file);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            Incident.record(e);
        }
    }

    private boolean copy(InputStream in, Path file) throws IOException {
        long size = 0;
        try (var out = Files.newOutputStream(file)) {
            var buffer = new byte[16 * 1024];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                size += n;
                if (size > most) return false;
                out.write(buffer, 0, n);
            }
        }
        return true;
    }

    /** The last part of what the browser calls it. */
    private static String name(String told) {
        var name = told.substring(Math.max(told.lastIndexOf('/'), told.lastIndexOf('\\')) + 1);
        return name.length() <= 120 ? name : name.substring(0, 120);
    }
}
