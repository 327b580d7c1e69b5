package org.francophonie.dclic.site;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.francophonie.dclic.authoring.CourseExports;
import org.francophonie.dclic.platform.files.FileStore;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/** Whole courses to take along and to use again, where their licence says so. They stream as files do. */
@Controller
class CoursePackages {
    private final CourseExports exports;
    private final FileStore files;

    CoursePackages(CourseExports exports, FileStore files) {
        this.exports = exports;
        this.files = files;
    }

    @GetMapping("/media/{code}/formation.zip")
    void course(@PathVariable String code, HttpMethod method, ServletWebRequest request, HttpServletResponse response)
            throws IOException {
        var packed = exports.published(code).orElseThrow(PageNotFound::new);
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(Duration.ofHours(1)).cachePublic().getHeaderValue());
        if (request.checkNotModified(packed.at().toEpochMilli())) return;
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(packed.name()).build().toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Robots-Tag", "noindex");
        if (method == HttpMethod.GET) packed.writeTo(response.getOutputStream(), files);
    }
}
