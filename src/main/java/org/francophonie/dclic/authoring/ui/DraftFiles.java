package org.francophonie.dclic.authoring.ui;

import com.vaadin.flow.server.RequestHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.francophonie.dclic.authoring.service.CourseDesk;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.files.FileStore;
import org.francophonie.dclic.platform.files.StoredFile;
import org.springframework.stereotype.Component;

/**
 * The pictures and files of courses that are not published, for whoever may see the draft. The session is not locked while
 * they stream; no cache keeps them.
 */
@Component
class DraftFiles implements VaadinServiceInitListener, RequestHandler {
    private static final long serialVersionUID = 1;
    private static final String PLACE = "/brouillon/";
    private static final Pattern ADDRESS = Pattern.compile(PLACE + "([A-Z0-9-]{3,40})/([0-9a-f]{64})/[^/]+");
    private static final Pattern SHOWN = Pattern.compile("(image|audio|video)/.*|text/vtt");

    private final transient CourseDesk desk;
    private final transient FileStore files;

    DraftFiles(CourseDesk desk, FileStore files) {
        this.desk = desk;
        this.files = files;
    }

    /** Under which the files of a draft are fetched. */
    static String of(String code) {
        return "/app" + PLACE + code;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addRequestHandler(this);
    }

    @Override
    public boolean handleRequest(VaadinSession session, VaadinRequest request, VaadinResponse response)
            throws IOException {
        var path = request.getPathInfo();
        if (path == null || !path.startsWith(PLACE)) return false;
        var file = find(path);
        if (file.isEmpty()) response.sendError(HttpServletResponse.SC_NOT_FOUND, "");
        else send(file.get(), response);
        return true;
    }

    private Optional<StoredFile> find(String path) {
        var address = ADDRESS.matcher(path);
        if (!address.matches()) return Optional.empty();
        try {
            return desk.file(desk.find(address.group(1)), address.group(2));
        } catch (NotFound | AccessRefused _) {
            return Optional.empty();
        }
    }

    private void send(StoredFile file, VaadinResponse response) throws IOException {
        var shown = SHOWN.matcher(file.mediaType()).matches();
        response.setContentType(file.mediaType());
        response.setHeader("Content-Length", Long.toString(file.size()));
        response.setHeader("Content-Disposition", shown ? "inline" : "attachment");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'");
        response.setHeader("Cache-Control", "private, no-store");
        try (var in = files.open(file, 0);
                var out = response.getOutputStream()) {
            in.transferTo(out);
        }
    }
}
