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
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.francophonie.dclic.authoring.PackedCourse;
import org.francophonie.dclic.authoring.service.CourseDesk;
import org.francophonie.dclic.authoring.service.CourseExportService;
import org.francophonie.dclic.platform.access.AccessRefused;
import org.francophonie.dclic.platform.errors.NotFound;
import org.francophonie.dclic.platform.files.FileStore;
import org.francophonie.dclic.platform.files.StoredFile;
import org.springframework.stereotype.Component;

/**
 * The pictures and files of courses that are not published, and the courses as packages, for whoever may see the draft. The session is not locked while
 * they stream; no cache keeps them.
 */
@Component
class DraftFiles implements VaadinServiceInitListener, RequestHandler {
    private static final long serialVersionUID = 1;
    private static final String PLACE = "/brouillon/";
    private static final Pattern ADDRESS = Pattern.compile(PLACE + "([A-Z0-9-]{3,40})/([0-9a-f]{64})/[^/]+");
    private static final Pattern PACKAGE = Pattern.compile(PLACE + "([A-Z0-9-]{3,40})/formation\\.zip");
    private static final Pattern SHOWN = Pattern.compile("(image|audio|video)/.*|text/vtt");

    private final transient CourseDesk desk;
    private final transient CourseExportService exports;
    private final transient FileStore files;

    DraftFiles(CourseDesk desk, CourseExportService exports, FileStore files) {
        this.desk = desk;
        this.exports = exports;
        this.files = files;
    }

    /** Under which the files of a draft are fetched. */
    static String of(String code) {
        return "/app" + PLACE + code;
    }

    /** The whole working copy, as a package. */
    static String packageOf(String code) {
        return of(code) + "/formation.zip";
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
        var packed = find(PACKAGE, path, address -> Optional.of(exports.whole(desk.find(address.group(1)))));
        var file = find(ADDRESS, path, address -> desk.file(desk.find(address.group(1)), address.group(2)));
        if (packed.isPresent()) send(packed.get(), response);
        else if (file.isPresent()) send(file.get(), response);
        else response.sendError(HttpServletResponse.SC_NOT_FOUND, "");
        return true;
    }

    /** What is not there and what is refused look the same. */
    private static <T> Optional<T> find(Pattern pattern, String path, Function<Matcher, Optional<T>> what) {
        var address = pattern.matcher(path);
        if (!address.matches()) return Optional.empty();
        try {
            return what.apply(address);
        } catch (NotFound | AccessRefused _) {
            return Optional.empty();
        }
    }

    private void send(PackedCourse packed, VaadinResponse response) throws IOException {
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + packed.name() + "\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "private, no-store");
        try (var out = response.getOutputStream()) {
            packed.writeTo(out, files);
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
