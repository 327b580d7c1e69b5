package org.francophonie.dclic.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.francophonie.dclic.PlatformTest;
import org.francophonie.dclic.Requirement;
import org.francophonie.dclic.authoring.PublishedCourse;
import org.francophonie.dclic.authoring.block.Block;
import org.francophonie.dclic.authoring.imports.Progress;
import org.francophonie.dclic.platform.files.SafeUnzip;
import org.francophonie.dclic.platform.settings.Setting;
import org.francophonie.dclic.platform.settings.SettingService;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

@Requirement({"F-005", "F-016", "F-034", "F-044", "F-072", "F-074", "F-075", "F-112", "F-115", "F-136"})
class PublicSiteTest extends PlatformTest {
    @Autowired
    private SettingService settings;

    private final HttpClient browser =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (headers.length > 0) request.headers(headers);
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void every_public_page_opens_without_cookie_or_session_and_is_the_same_for_all() throws Exception {
        var slug =
                publications.current(publishedCourse()).orElseThrow().document().slug();
        for (var page : List.of(
                "/",
                "/en/",
                "/formations",
                "/en/formations",
                "/formations/" + slug,
                "/formations/" + slug + "/lecon/1",
                "/en/formations/" + slug + "/lecon/2",
                "/aide",
                "/accessibilite",
                "/eco-conception",
                "/confidentialite",
                "/mentions-legales",
                "/cookies",
                "/en/cookies",
                "/ar/cookies",
                "/a-propos",
                "/plan-du-site",
                "/guides/apprenant",
                "/guides/administrateur",
                "/en/guides/formateur",
                "/ar/guides/auteur",
                "/guides/droits",
                "/guides/format",
                "/en/aide",
                "/sitemap.xml",
                "/robots.txt")) {
            var answer = get(page);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            assertThat(answer.headers().firstValue("Set-Cookie")).as(page).isEmpty();
            if (!page.contains(".")) assertThat(answer.body()).as(page).startsWith("<!DOCTYPE html>");
            assertThat(answer.body()).as(page).doesNotContainPattern("![a-z-]+\\.[a-zA-Z.-]+!");
            assertThat(get(page, "Cookie", "dclic-session=x", "Accept-Language", "ar")
                            .body())
                    .as(page)
                    .isEqualTo(answer.body());
        }
    }

    @Test
    void an_address_that_cannot_be_read_is_answered_in_our_words() throws Exception {
        for (var path : List.of("/%ff", "/formations/%00", "/a%2Fb")) {
            var answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).as(path).contains("lang=\"fr\"").contains("ne peut pas être lue");
        }
    }

    @Test
    void misspelt_words_find_what_they_mean() throws Exception {
        publishedCourse();

        for (var words : List.of("intrenet", "ordinatuer", "e+mial", "tableur", "TABLEUR", "tabl"))
            assertThat(get("/formations?q=" + words).body()).as(words).contains("Compter avec un tableur");
        for (var inside : List.of("quadrillée", "colonnes"))
            assertThat(get("/formations?q=" + URLEncoder.encode(inside, StandardCharsets.UTF_8))
                            .body())
                    .as("a word of its lessons: " + inside)
                    .contains("Compter avec un tableur")
                    .contains("Ces mots sont dans la leçon");
        assertThat(get("/formations?q=tableur").body())
                .as("its title says why it was found")
                .doesNotContain("Ces mots sont dans la leçon");
        assertThat(Jsoup.parse(get("/formations?q=d%C3%A9butant").body()).select(".courses > li"))
                .as("a level in words")
                .isNotEmpty();
        assertThat(get("/formations?q=xylophone").statusCode()).isEqualTo(200);
        assertThat(get("/formations?q=%27%29%3B+drop+table--&niveau=%00&page=-1")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_old_title_in_the_address_leads_to_the_course_and_a_wrong_one_to_a_kind_page() throws Exception {
        var course = publications.current(publishedCourse()).orElseThrow().document();

        var moved = get("/formations/" + course.code().toLowerCase() + "-ancien-titre");
        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(course.slug()));
        var missing = get("/formations/dcl-zzzzz-z-rien", "Accept", "text/html");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("existe pas").contains("Retour");
    }

    @Test
    void the_end_is_told_only_to_whoever_has_read_everything() throws Exception {
        var slug =
                publications.current(publishedCourse()).orElseThrow().document().slug();

        var jumped = readOn(slug, 2, "");
        var first = readOn(slug, 1, "");
        var cookie = first.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        var whole = readOn(slug, 2, cookie);

        assertThat(jumped.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("#reste"));
        assertThat(whole.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("#fin"));
    }

    private HttpResponse<String> readOn(String slug, int lesson, String cookie) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/formations/" + slug + "/lecon/" + lesson + "/lu"))
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.noBody());
        if (!cookie.isEmpty()) request.header("Cookie", cookie);
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void reading_on_is_remembered_only_when_our_own_page_asks() throws Exception {
        var slug =
                publications.current(publishedCourse()).orElseThrow().document().slug();
        var address = URI.create("http://localhost:" + port + "/formations/" + slug + "/lecon/1/lu");

        var foreign = browser.send(
                HttpRequest.newBuilder(address)
                        .header("Sec-Fetch-Site", "cross-site")
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        var own = browser.send(
                HttpRequest.newBuilder(address)
                        .header("Sec-Fetch-Site", "same-origin")
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(own.statusCode()).isEqualTo(303);
        assertThat(own.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/lecon/2"));
        assertThat(own.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(
                        cookie -> assertThat(cookie).contains("HttpOnly").hasSizeLessThan(1024));
    }

    private PublishedCourse publishedFolder(Path folder) throws Exception {
        var course = asPlatform(() -> {
            try (var files = SafeUnzip.folder(folder)) {
                var made = imports.take(files, "dessin", Progress.UNWATCHED)
                        .course()
                        .orElseThrow();
                publications.publish(made);
                return made;
            }
        });
        return publications.current(course).orElseThrow().document();
    }

    private static String firstPicture(PublishedCourse document) {
        var file = document.lessons().getFirst().blocks().stream()
                .filter(Block.Image.class::isInstance)
                .map(block -> ((Block.Image) block).file())
                .findFirst()
                .orElseThrow();
        return "/media/" + document.code() + "/" + file.hash() + "/" + file.name();
    }

    @Test
    void a_drawing_travels_packed_and_is_known_again(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("1.md"), "# Un dessin\n\n![Des carrés](carres.svg)");
        Files.writeString(
                folder.resolve("carres.svg"),
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\">"
                        + "<rect width=\"5\" height=\"5\"/>".repeat(100) + "</svg>");
        var path = firstPicture(publishedFolder(folder));

        var plain = get(path);
        var packed = get(path, "Accept-Encoding", "gzip");

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(get(
                                path,
                                "If-None-Match",
                                packed.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
        assertThat(get(path, "Range", "bytes=5-9").body())
                .as("a part of what is packed is no part of it")
                .isEqualTo(plain.body());
    }

    @Test
    void a_picture_comes_with_its_tag_in_part_and_only_with_its_course(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("1.md"), "# Une photo\n\n![Du gris](gris.png)");
        ImageIO.write(
                new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("gris.png").toFile());
        var document = publishedFolder(folder);
        var path = firstPicture(document);

        var whole = get(path);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("sandbox"));
        assertThat(get(path, "If-None-Match", whole.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
        var part = get(path, "Range", "bytes=5-9");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range"))
                .hasValueSatisfying(range -> assertThat(range).startsWith("bytes 5-9/"));
        assertThat(get("/media/" + document.code() + "/" + "0".repeat(64) + "/x.svg")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_course_page_is_shared_found_and_cited_without_any_tracker() throws Exception {
        var document = publications.current(publishedCourse()).orElseThrow().document();
        var page = Jsoup.parse(get("/formations/" + document.slug()).body());
        var own = BASE_URL + "/formations/" + document.slug();

        assertThat(page.select(".share a").eachText())
                .containsExactly("WhatsApp", "Facebook", "X", "LinkedIn", "Telegram", "E-mail");
        assertThat(page.select(".share a").eachAttr("href"))
                .allMatch(link -> link.contains(URLEncoder.encode(own, StandardCharsets.UTF_8)));
        assertThat(page.select("link[rel=canonical]").attr("href")).isEqualTo(own);
        assertThat(page.select("link[hreflang]").eachAttr("hreflang")).containsExactly("fr", "en", "ar");
        assertThat(page.select("meta[property=og:title]").attr("content")).startsWith("Compter avec un tableur");
        assertThat(page.select("meta[property=og:url]").attr("content")).isEqualTo(own);
        assertThat(page.select("a[rel=license]").attr("href"))
                .isEqualTo("https://creativecommons.org/licenses/by-sa/4.0/");
        var data = JsonMapper.shared()
                .readTree(page.select("script[type=application/ld+json]").html());
        assertThat(data.get("@type").asString()).isEqualTo("Course");
        assertThat(data.get("courseCode").asString()).isEqualTo(document.code());
        assertThat(data.get("license").asString()).isEqualTo("https://creativecommons.org/licenses/by-sa/4.0/");
        assertThat(data.get("timeRequired").asString()).isEqualTo("PT18M");
        assertThat(page.select("script[src], img[src^=http], iframe")).isEmpty();
        var picture = page.select("meta[property=og:image]").attr("content");
        assertThat(picture).startsWith(BASE_URL + "/assets/");
        assertThat(get(picture.substring(BASE_URL.length())).headers().firstValue("Content-Type"))
                .hasValue("image/png");
        assertThat(page.select("button[data-copy]").hasAttr("hidden"))
                .as("it shows itself where it can work")
                .isTrue();
    }

    @Test
    void every_page_below_the_home_page_says_where_it_stands() throws Exception {
        var slug =
                publications.current(publishedCourse()).orElseThrow().document().slug();
        for (var path : List.of("/aide", "/en/cookies", "/ar/guides/apprenant", "/formations/" + slug))
            assertThat(Jsoup.parse(get(path).body()).select("nav.crumbs a").attr("href"))
                    .as(path)
                    .isIn("/", "/en/", "/ar/");
    }

    @Test
    @Requirement("F-041")
    void while_registration_is_closed_no_page_invites_to_it() throws Exception {
        var slug =
                publications.current(publishedCourse()).orElseThrow().document().slug();
        assertThat(get("/").body()).contains("/app/inscription");
        assertThat(get("/formations/" + slug).body()).contains("compte gratuit");
        try {
            register(false);
            assertThat(get("/").body()).doesNotContain("/app/inscription");
            assertThat(get("/plan-du-site").body()).doesNotContain("/app/inscription");
            assertThat(Jsoup.parse(get("/formations/" + slug).body())
                            .select("main > article > p")
                            .text())
                    .contains("Suivre avec mon compte")
                    .doesNotContain("compte gratuit");
        } finally {
            register(true);
        }
    }

    @Test
    void what_the_law_wants_is_said_once_an_administrator_has_said_it() throws Exception {
        assertThat(get("/mentions-legales").body()).doesNotContain("Hébergeur");
        try {
            say("Un hébergeur, 1 rue du Port, Dakar", "L’organisme <b>", "CDP");
            assertThat(Jsoup.parse(get("/mentions-legales").body()).text())
                    .contains("Hébergeur Un hébergeur, 1 rue du Port, Dakar");
            assertThat(Jsoup.parse(get("/ar/confidentialite").body())
                            .select("dd")
                            .eachText())
                    .contains("L’organisme <b>", "CDP");
        } finally {
            say("", "", "");
        }
    }

    private void say(String host, String controller, String authority) throws Exception {
        asPlatform(() -> {
            settings.change(Setting.HOST, host);
            settings.change(Setting.CONTROLLER, controller);
            settings.change(Setting.AUTHORITY, authority);
            return true;
        });
    }

    private void register(boolean open) throws Exception {
        asPlatform(() -> {
            settings.change(Setting.REGISTRATION_OPEN, String.valueOf(open));
            return true;
        });
    }

    @Test
    void the_sitemap_names_every_course_in_every_language() throws Exception {
        var slug =
                publications.current(publishedCourse()).orElseThrow().document().slug();

        assertThat(get("/sitemap.xml").body())
                .contains(BASE_URL + "/formations/" + slug)
                .contains(BASE_URL + "/en/formations/" + slug);
        assertThat(get("/robots.txt").body()).as("outside production").contains("Disallow: /");
    }

    @Test
    void sound_film_and_files_come_with_words_captions_and_their_weight() throws Exception {
        var folder = Files.createTempDirectory(Path.of("target"), "media-");
        Files.createDirectory(folder.resolve("fichiers"));
        Files.write(folder.resolve("fichiers/bonjour.mp3"), new byte[300_000]);
        Files.writeString(folder.resolve("fichiers/bonjour.txt"), "Bonjour à tous.");
        Files.write(folder.resolve("fichiers/film.mp4"), new byte[2_400_000]);
        Files.write(folder.resolve("fichiers/film-leger.mp4"), new byte[700_000]);
        Files.write(folder.resolve("fichiers/fiche à imprimer; 100%-leger.pdf"), new byte[900]);
        Files.writeString(folder.resolve("fichiers/film.vtt"), "WEBVTT\n\n00:00.000 --> 00:02.000\nBonjour\n");
        Files.writeString(folder.resolve("fichiers/film.txt"), "Une main écrit.");
        Files.write(
                folder.resolve("fichiers/fiche à imprimer; 100%.pdf"),
                "%PDF-1.4 ".repeat(400).getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("fichiers/bonjour-leger.mp3"), new byte[400_000]);
        Files.writeString(folder.resolve("01-medias.md"), """
                # Des médias

                ![Un salut](fichiers/bonjour.mp3)

                ![Écrire](fichiers/film.mp4)

                [La fiche](<fichiers/fiche à imprimer; 100%25.pdf>)
                """);
        var course = asPlatform(() -> {
            try (var files = SafeUnzip.folder(folder)) {
                var result = imports.take(files, "medias", Progress.UNWATCHED);
                assertThat(result.report().lines())
                        .as("what stands beside a film is used")
                        .noneMatch(line -> line.key().equals("file-not-used"))
                        .as("what is called light is lighter")
                        .anyMatch(line -> line.key().equals("light-heavier"));
                publications.publish(result.course().orElseThrow());
                return publications
                        .current(result.course().orElseThrow())
                        .orElseThrow()
                        .document();
            }
        });

        var page = Jsoup.parse(get("/formations/" + course.slug() + "/lecon/1").body());

        assertThat(page.select("audio[controls][preload=none]")).hasSize(1);
        assertThat(page.select("video[controls][preload=none] track[kind=captions]"))
                .hasSize(1);
        assertThat(page.select("details").text()).contains("Bonjour à tous.").contains("Une main écrit.");
        assertThat(page.select(".weight").text()).contains("300").contains("700");
        assertThat(page.select("audio").attr("src")).endsWith("bonjour.mp3");
        assertThat(page.select("video").attr("src")).contains("film-leger.mp4");
        assertThat(page.text()).contains("Version complète (2,4").contains("Version légère (1");
        assertThat(page.select(".file a[download]"))
                .as("a document is kept, whole or light, and a PDF may be opened")
                .hasSize(2);
        assertThat(page.select("p.file:not(.no-print) a[target=_blank]")).hasSize(1);
        var link = page.select("p.file:not(.no-print) a").attr("href");
        var file = get(link);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Disposition")).hasValueSatisfying(told -> assertThat(told)
                .startsWith("inline")
                .contains("filename*=UTF-8''fiche%20%C3%A0%20imprimer-%20100-.pdf"));
        var track = get(page.select("track").attr("src"));
        assertThat(track.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/vtt"));
    }

    @Test
    void an_address_that_was_tampered_with_leads_nowhere_else() throws Exception {
        for (var odd : List.of(
                "//app", "/%61pp", "/error", "/app;a=b/", "/app;/x", "/app/brouillon/X/" + "0".repeat(64) + "/x"))
            assertThat(raw(odd)).as(odd).startsWith("HTTP/1.1 404");

        assertThat(raw("/app/brouillon/X/" + "0".repeat(64) + "/x"))
                .as("no session is opened for it")
                .doesNotContain("Set-Cookie");
        assertThat(raw("/app/?v-r=heartbeat&v-uiId=abc")).startsWith("HTTP/1.1 400");
        assertThat(raw("/en//evil.example")).doesNotContain("href=\"//");
        assertThat(raw("/app")).startsWith("HTTP/1.1 302").contains("Location: /app/");
    }

    @Test
    void nobody_fills_the_disk_who_is_not_signed_in() throws Exception {
        for (var place : List.of("/", "/app/", "/app/VAADIN/dynamic/resource/0/x/upload")) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + place))
                    .header("Content-Type", "multipart/form-data; boundary=x")
                    .POST(HttpRequest.BodyPublishers.ofString("--x\r\nContent-Disposition: form-data; name=\"f\";"
                            + " filename=\"f\"\r\n\r\n" + "x".repeat(100_000) + "\r\n--x--"));

            assertThat(browser.send(request.build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .as(place)
                    .isEqualTo(403);
        }
    }

    /** As a program sends it that keeps to no rule. */
    private String raw(String path) throws Exception {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
