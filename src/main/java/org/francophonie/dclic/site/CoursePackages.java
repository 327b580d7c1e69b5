package org.francophonie.dclic.site;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.francophonie.dclic.authoring.CourseExports;
import org.francophonie.dclic.authoring.PackedCourse;
import org.francophonie.dclic.authoring.Publications;
import org.francophonie.dclic.platform.files.FileStore;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.ServletWebRequest;

/** Whole courses to take along and to use again, where their licence says so; put together while they are sent. */
@Controller
class CoursePackages {
    private final Publications publications;
    private final CourseExports exports;
    private final FileStore files;

    CoursePackages(Publications publications, CourseExports exports, FileStore files) {
        this.publications = publications;
        this.exports = exports;
        this.files = files;
    }

    @GetMapping("/media/{code}/formation.zip")
    void course(@PathVariable String code, HttpMethod method, ServletWebRequest request, HttpServletResponse response)
            throws IOException {
        var version = publications.currentByCode(code).orElseThrow(PageNotFound::new);
        if (exports.weight(version.document()).isEmpty()) throw new PageNotFound();
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(Duration.ofHours(1)).cachePublic().getHeaderValue());
        if (request.checkNotModified(version.publishedAt().toEpochMilli())) return;
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(PackedCourse.name(version.document()))
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Robots-Tag", "noindex");
        if (method == HttpMethod.GET) exports.pack(version).writeTo(response.getOutputStream(), files);
    }
}
