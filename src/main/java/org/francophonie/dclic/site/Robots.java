package org.francophonie.dclic.site;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.francophonie.dclic.catalogue.Catalogue;
import org.francophonie.dclic.platform.i18n.Words;
import org.francophonie.dclic.platform.start.Platform;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What search engines ask first. */
@RestController
class Robots {
    private final Platform platform;
    private final Catalogue catalogue;

    Robots(Platform platform, Catalogue catalogue) {
        this.platform = platform;
        this.catalogue = catalogue;
    }

    /** Only production is to be found. */
    @GetMapping(value = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    String robots() {
        if (platform.environment() != Platform.Environment.PRODUCTION) return "User-agent: *\nDisallow: /\n";
        return "User-agent: *\nDisallow: /app\nAllow: /\n\nSitemap: " + platform.url("/sitemap.xml") + "\n";
    }

    @GetMapping(value = "/sitemap.xml", produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<String> sitemap() {
        var courses = catalogue.all(0).stream()
                .flatMap(course -> Stream.concat(
                        Stream.of("/formations/" + course.slug()),
                        java.util.stream.IntStream.rangeClosed(1, course.lessons())
                                .mapToObj(n -> "/formations/" + course.slug() + "/lecon/" + n)));
        var xml = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
                        + " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
        var words = Stream.concat(
                PublicPages.PAGES.stream().map(page -> "/" + page),
                PublicPages.GUIDES.stream().map(guide -> "/guides/" + guide));
        Stream.of(Stream.of("/", "/formations"), words, courses)
                .flatMap(paths -> paths)
                .forEach(path -> xml.append(url(path)));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(xml.append("</urlset>\n").toString());
    }

    private String url(String path) {
        var links = new StringBuilder("<url><loc>" + platform.url(path) + "</loc>");
        for (Locale language : Words.LANGUAGES)
            links.append("<xhtml:link rel=\"alternate\" hreflang=\"")
                    .append(language.getLanguage())
                    .append("\" href=\"")
                    .append(platform.url(Lane.prefix(language) + path))
                    .append("\"/>");
        return links.append("</url>\n").toString();
    }
}
