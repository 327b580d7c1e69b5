package org.francophonie.dclic.site;

import java.time.Duration;
import org.francophonie.dclic.authoring.FetchCount;
import org.francophonie.dclic.authoring.Publications;
import org.francophonie.dclic.platform.files.FileStore;
import org.francophonie.dclic.platform.files.StoredFile;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * Files of published courses: asked for with the course that holds them, streamed, in part when a part is asked for. What
 * could run in a browser is only ever saved; nothing served from here may do anything (sandbox).
 */
@Controller
class Media {
    private final Publications publications;
    private final FileStore store;
    private final FetchCount fetches;

    Media(Publications publications, FileStore store, FetchCount fetches) {
        this.publications = publications;
        this.store = store;
        this.fetches = fetches;
    }

    @GetMapping("/media/{code}/{hash}/{name}")
    ResponseEntity<?> file(
            HttpMethod method,
            @PathVariable String code,
            @PathVariable String hash,
            @PathVariable String name,
            @RequestHeader HttpHeaders asked) {
        var course = publications.currentByCode(code).orElseThrow(PageNotFound::new);
        var file = publications.file(course.course(), hash).orElseThrow(PageNotFound::new);
        var tag = (isWritten(file) ? "W/" : "") + "\"" + hash + "\"";
        if (asked.getIfNoneMatch().stream().anyMatch(known -> known.endsWith("\"" + hash + "\"")))
            return headers(ResponseEntity.status(HttpStatus.NOT_MODIFIED), file, name, tag)
                    .build();
        var ranges = isWritten(file) ? java.util.List.<HttpRange>of() : ranges(asked);
        if (isCounted(method, file, ranges)) fetches.count(course.course(), hash);
        return ranges.isEmpty()
                ? headers(ResponseEntity.ok(), file, name, tag)
                        .contentLength(file.size())
                        .body(new InputStreamResource(store.open(file, 0)))
                : part(file, ranges.getFirst(), name, tag);
    }

    /** Drawings and subtitles travel packed, so that their bytes are not always the same: they come whole, under a weak tag. */
    private static boolean isWritten(StoredFile file) {
        return file.mediaType().startsWith("text/") || file.mediaType().equals("image/svg+xml");
    }

    /** A film that is watched in parts is watched once. */
    private static boolean isCounted(HttpMethod method, StoredFile file, java.util.List<HttpRange> ranges) {
        return method == HttpMethod.GET
                && !file.mediaType().startsWith("image/")
                && (ranges.isEmpty() || ranges.getFirst().getRangeStart(file.size()) == 0);
    }

    private static java.util.List<HttpRange> ranges(HttpHeaders asked) {
        try {
            var ranges = asked.getRange();
            return ranges.size() == 1 ? ranges : java.util.List.of();
        } catch (IllegalArgumentException _) {
            return java.util.List.of(); // an unreadable range is no range (RFC 9110 §14.2)
        }
    }

    private ResponseEntity<?> part(StoredFile file, HttpRange range, String name, String tag) {
        long from = range.getRangeStart(file.size());
        long to = range.getRangeEnd(file.size());
        if (from >= file.size() || from > to)
            return ResponseEntity.status(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE)
                    .header(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size())
                    .build();
        long length = to - from + 1;
        var stream = new BoundedStream(store.open(file, from), length);
        return headers(ResponseEntity.status(HttpStatus.PARTIAL_CONTENT), file, name, tag)
                .header(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + to + "/" + file.size())
                .contentLength(length)
                .body(new InputStreamResource(stream));
    }

    private static ResponseEntity.BodyBuilder headers(
            ResponseEntity.BodyBuilder response, StoredFile file, String name, String tag) {
        var type = MediaType.parseMediaType(file.mediaType());
        var isPdf = type.equals(MediaType.APPLICATION_PDF);
        var inline = isPdf
                || type.getType().equals("image")
                || type.getType().equals("audio")
                || type.getType().equals("video")
                || type.toString().equals("text/vtt");
        var disposition = (inline ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(name, java.nio.charset.StandardCharsets.UTF_8)
                .build();
        // A browser's own reader of PDF does not start within a sandbox; it runs apart from the page's origin.
        if (!isPdf)
            response.header("Content-Security-Policy", "sandbox; default-src 'none'; style-src 'unsafe-inline'");
        return response.contentType(type)
                .eTag(tag)
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .header(HttpHeaders.ACCEPT_RANGES, isWritten(file) ? "none" : "bytes")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff");
    }
}
