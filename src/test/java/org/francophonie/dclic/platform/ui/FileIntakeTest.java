package org.francophonie.dclic.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.streams.UploadEvent;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.francophonie.dclic.Requirement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file that a person sends is either handed to whoever asked for it or leaves nothing behind. */
@Requirement("F-102")
class FileIntakeTest {
    private static final byte[] FILE = {1, 2, 3, 4, 5};

    private final List<Path> arrived = new ArrayList<>();
    private Set<Path> before;
    private UI screen;

    @BeforeEach
    void open() throws Exception {
        MockVaadin.setup();
        screen = UI.getCurrent();
        before = kept();
    }

    @AfterEach
    void close() throws Exception {
        for (var file : arrived) Files.deleteIfExists(file);
        MockVaadin.tearDown();
    }

    private static Set<Path> kept() throws Exception {
        try (var files =
                Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "dclic-import-*.tmp")) {
            var found = new TreeSet<Path>();
            files.forEach(found::add);
            return found;
        }
    }

    private Set<Path> added() throws Exception {
        var added = kept();
        added.removeAll(before);
        return added;
    }

    /** @param read done when the browser has sent everything */
    private UploadEvent sent(Runnable read) {
        var field = new Div();
        screen.add(field);
        var content = new ByteArrayInputStream(FILE) {
            @Override
            public synchronized int read(byte[] into, int from, int most) {
                int n = super.read(into, from, most);
                if (n < 0) read.run();
                return n;
            }
        };
        return new UploadEvent(
                VaadinRequest.getCurrent(),
                VaadinResponse.getCurrent(),
                VaadinSession.getCurrent(),
                "C:\\cours\\leçons.zip",
                FILE.length,
                "application/zip",
                field.getElement(),
                part(content));
    }

    private static Part part(InputStream content) {
        return (Part) Proxy.newProxyInstance(
                Part.class.getClassLoader(),
                new Class<?>[] {Part.class},
                (_, method, _) -> method.getName().equals("getInputStream") ? content : null);
    }

    private FileIntake intake(long most) {
        return new FileIntake(most, "Trop grand", "Un autre arrive", (file, name) -> {
            arrived.add(file);
            assertThat(name).isEqualTo("leçons.zip");
        });
    }

    @Test
    void it_is_handed_over_under_its_own_name() throws Exception {
        intake(5).handleUploadRequest(sent(() -> {}));
        MockVaadin.runUIQueue();

        assertThat(arrived).hasSize(1);
        assertThat(arrived.getFirst()).hasBinaryContent(FILE);
    }

    @Test
    void what_is_larger_than_allowed_is_refused() throws Exception {
        var event = sent(() -> {});
        intake(4).handleUploadRequest(event);

        assertThat(event.getRejectionMessage()).isEqualTo("Trop grand");
        assertThat(added()).isEmpty();
    }

    @Test
    void it_is_deleted_when_the_session_ends_while_it_arrives() throws Exception {
        intake(5).handleUploadRequest(sent(() -> VaadinSession.getCurrent().removeUI(screen)));

        assertThat(arrived).isEmpty();
        assertThat(added()).isEmpty();
    }

    @Test
    void it_is_deleted_when_the_session_ends_before_the_screen_is_told() throws Exception {
        intake(5).handleUploadRequest(sent(() -> {}));
        VaadinSession.getCurrent().removeUI(screen);
        MockVaadin.runUIQueue();

        assertThat(arrived).isEmpty();
        assertThat(added()).isEmpty();
    }
}
